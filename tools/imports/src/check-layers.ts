import { posix } from 'node:path'
import type { Edge, Finding, Graph } from './graph.ts'
import type { Layer } from './layer.ts'
import { COMPUTED_IMPORTS, LAYERS } from './rules.ts'
import { packageOf } from './tree.ts'

const RULES = 'LAYERS in tools/imports/src/rules.ts'

function layerOf(path: string): Layer | undefined {
  return LAYERS.find(({ files }) => files.test(path))
}

/** Refuses every import that the rules do not list, and every file that no layer holds. */
export function checkLayers(graph: Graph): Finding[] {
  const findings: Finding[] = []
  for (const path of graph.modules.keys()) {
    if (layerOf(path) !== undefined) continue
    findings.push({ path, line: 1, message: `The file belongs to no layer. Give its folder a layer: ${RULES}.` })
  }
  for (const edge of graph.edges) {
    const layer = layerOf(edge.from)
    const message = layer && refuse(graph, edge, layer)
    if (message !== undefined) findings.push({ path: edge.from, line: edge.line, message })
  }
  return findings
}

function refuse(graph: Graph, edge: Edge, layer: Layer): string | undefined {
  const { specifier, to, from } = edge
  if (specifier === undefined || to === undefined) {
    if (layer.may === 'anything' || COMPUTED_IMPORTS.includes(from)) return undefined
    return 'The name of the imported module is computed, so no rule can see it. Write it as a string.'
  }
  const imports = `${layer.name} imports ${specifier}:`
  switch (to.kind) {
    case 'nothing':
      return `${imports} ${to.reason}`
    case 'node':
      return layer.node ? undefined : `${imports} ${layer.name} runs without Node, so it imports none of its modules.`
    case 'npm':
      return refusePackage(graph, edge, layer, to.name)
    case 'file':
      return refuseFile(graph, edge, layer, to.path)
  }
}

function refusePackage(graph: Graph, { from }: Edge, layer: Layer, name: string): string | undefined {
  const own = packageOf(graph.manifests, from)
  const lists = [own, layer.npm === 'declared' ? graph.manifests.get('') : undefined]
  const isDeclared = lists.some((list) => list && [...list.dependencies, ...list.otherDependencies].includes(name))
  if (!isDeclared) {
    return `${layer.name} imports ${name}: it is not in the package.json of ${own?.name ?? 'the root'}. Add it there.`
  }
  if (layer.npm === 'declared' || layer.npm.includes(name)) return undefined
  const list = layer.npm.length > 0 ? `of npm only ${layer.npm.join(', ')}` : 'no npm package'
  return `${layer.name} imports ${name}: this layer may import ${list}. See ${RULES}.`
}

function refuseFile(graph: Graph, edge: Edge, layer: Layer, path: string): string | undefined {
  const { from, specifier = '', kind } = edge
  // A test starts any program.
  if (layer.may === 'anything' && kind === 'place') return undefined
  const imports = `${layer.name} imports ${specifier}:`
  const own = packageOf(graph.manifests, from)
  const isOwn = own === packageOf(graph.manifests, path)
  if (!isOwn && specifier.startsWith('.')) {
    return `${imports} another package is imported by its name and its entry points, not by a path.`
  }
  // Its own version and name.
  if (isOwn && posix.basename(path) === 'package.json') return undefined
  const target = layerOf(path)
  // Data next to the code, in a package without layers for it.
  if (target === undefined) return undefined
  if (target.may === 'anything') {
    return layer.may === 'anything'
      ? undefined
      : `${imports} what runs in production does not import tests and scripts.`
  }
  if (layer.may === 'anything') return undefined
  return (
    refuseLayer(layer, target, path, imports) ??
    refuseRoom(layer, target, edge.from, path, imports) ??
    (kind === 'place' ? undefined : refuseSpelling(from, path, specifier, imports))
  )
}

function refuseLayer(layer: Layer, target: Layer, path: string, imports: string): string | undefined {
  if (layer.may === 'all' || layer === target || lists(layer, target.name) || lists(layer, nameInServer(path))) {
    return undefined
  }
  const list = layer.may.length > 0 ? `only ${[...layer.may].join(', ')}` : 'no other layer'
  return `${imports} it is part of ${target.name}, and ${layer.name} may import ${list}. See ${RULES}.`
}

const lists = ({ may }: Layer, name: string): boolean => typeof may !== 'string' && may.includes(name)

const nameInServer = (path: string): string => path.replace(/^apps\/api\/src\//, '')

/** The folder that a file belongs to within a layer whose folders are kept apart. */
export function roomOf(path: string): string | undefined {
  return layerOf(path)?.rooms?.folder.exec(path)?.[0]
}

function refuseRoom(layer: Layer, target: Layer, from: string, path: string, imports: string): string | undefined {
  const room = roomOf(path)
  if (target.rooms === undefined || room === undefined || roomOf(from) === room) return undefined
  if (target.rooms.door === 'index.ts') {
    const isAbove = layer === target && roomOf(from) === undefined
    if (path === `${room}index.ts`) return undefined
    if (isAbove && target.rooms.listed?.some((name) => path === `${room}${name}`)) return undefined
    return `${imports} only index.ts of ${room} may be imported from outside. Import from it, and export there what is missing.`
  }
  if (layer !== target || lists(layer, nameInServer(path))) return undefined
  return `${imports} folders of ${layer.name} never import each other. Move what both need to the folder above, or to shared.`
}

/** Within a layer's folder paths are relative, across folders they begin with `#`: a file that moves keeps its imports. */
function refuseSpelling(from: string, path: string, specifier: string, imports: string): string | undefined {
  const [own, other] = [nameInServer(from), nameInServer(path)]
  if (!specifier.startsWith('.') || own === from || other === path || !own.includes('/')) return undefined
  const isNear =
    topOf(own) === topOf(other) && (layerOf(from)?.rooms?.door !== 'index.ts' || roomOf(from) === roomOf(path))
  return isNear ? undefined : `${imports} write '#${other}'.`
}

const topOf = (path: string): string | undefined => path.split('/')[0]
