import { roomOf } from './check-layers.ts'
import type { Edge, Finding, Graph } from './graph.ts'

interface Link {
  readonly from: string
  readonly to: string
  readonly edge: Edge
}

/** Files that import each other in a circle, and features that do. Types count: a reader of one file needs them all. */
export function findCircles(graph: Graph): Finding[] {
  const files: Link[] = []
  const rooms: Link[] = []
  for (const edge of graph.edges) {
    if (edge.to?.kind !== 'file' || edge.kind === 'place') continue
    files.push({ from: edge.from, to: edge.to.path, edge })
    const [from, to] = [roomOf(edge.from), roomOf(edge.to.path)]
    if (from !== undefined && to !== undefined && from !== to) rooms.push({ from, to, edge })
  }
  const circles = circlesOf(files)
  return [...circles, ...(circles.length === 0 ? circlesOf(rooms) : [])].map((circle) => {
    const [first] = circle
    const steps = circle.map(({ from, to, edge }) => `  ${edge.from}:${edge.line}: ${from} -> ${to}`)
    return {
      path: first?.edge.from ?? '',
      line: first?.edge.line ?? 1,
      message: `A circle of imports. Move what both sides need to a file that imports neither:\n${steps.join('\n')}`,
    }
  })
}

/** The shortest circle through the first node of each tangle: one is enough to see what to move. */
function circlesOf(links: readonly Link[]): Link[][] {
  const next = new Map<string, Link[]>()
  for (const link of links) {
    const known = next.get(link.from)
    if (known === undefined) next.set(link.from, [link])
    else known.push(link)
  }
  const circles: Link[][] = []
  const reported = new Set<string>()
  for (const start of next.keys()) {
    if (reported.has(start)) continue
    const circle = shortestCircle(next, start)
    if (circle === undefined || circle.some(({ from }) => reported.has(from))) continue
    for (const { from } of circle) reported.add(from)
    circles.push(circle)
  }
  return circles
}

function shortestCircle(next: ReadonlyMap<string, readonly Link[]>, start: string): Link[] | undefined {
  const cameBy = new Map<string, Link>()
  const queue = [start]
  for (const node of queue) {
    for (const link of next.get(node) ?? []) {
      if (cameBy.has(link.to)) continue
      cameBy.set(link.to, link)
      if (link.to === start) return walkBack(cameBy, link)
      queue.push(link.to)
    }
  }
  return undefined
}

function walkBack(cameBy: ReadonlyMap<string, Link>, last: Link): Link[] {
  const path = [last]
  for (let link = cameBy.get(last.from); link !== undefined && link !== last; link = cameBy.get(link.from)) {
    path.unshift(link)
  }
  return path
}
