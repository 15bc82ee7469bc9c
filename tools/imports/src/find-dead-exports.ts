import { posix } from 'node:path'
import type { Finding, Graph } from './graph.ts'
import type { Export, Module } from './parse.ts'
import { TAKEN_BY_NAME } from './rules.ts'

/**
 * Exports that nobody imports, tests included. A name that passes through an `index.ts` must be imported from there:
 * passing it on is no use of it. What a published package exports is used by others.
 *
 * One exception: an exported type that its own file uses as well is part of the signature of another export.
 */
export function findDeadExports(graph: Graph): Finding[] {
  const usage = markUsed(graph)
  const findings: Finding[] = []
  for (const module of graph.modules.values()) {
    if (TAKEN_BY_NAME.test(module.path)) continue
    for (const one of module.exports) {
      if (usage.has(keyOf(module.path, one)) || isPartOfSignature(module, one)) continue
      findings.push({ path: module.path, line: one.line, message: describe(one) })
    }
  }
  return findings
}

function describe({ name, from, isType }: Export): string {
  if (name === '*') return `Nobody imports anything of ${from?.specifier} through this file. Delete the line.`
  if (from !== undefined) return `Nobody imports ${name} from here. Delete it from this line.`
  return isType
    ? `Nobody uses the type ${name}. Delete it.`
    : `Nobody imports ${name}. Delete it, or only the word \`export\` if this file uses it.`
}

const keyOf = (path: string, { name, from }: Pick<Export, 'name' | 'from'>): string =>
  name === '*' ? `${path} * ${from?.specifier}` : `${path} ${name}`

function isPartOfSignature({ code }: Module, { name, isType, from }: Export): boolean {
  return isType && from === undefined && [...code.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].length > 1
}

function markUsed(graph: Graph): ReadonlySet<string> {
  const used = new Set<string>()
  const taken = new Set<string>()

  const follow = (module: Module, { name, from }: Export, wanted: string): boolean => {
    if (from === undefined) return true
    const target = graph.resolve(module.path, from.specifier)
    if (target.kind !== 'file') return true
    if (name === '*') return mark(target.path, wanted)
    return from.name === '*' ? markAll(target.path) : mark(target.path, from.name)
  }

  /** Whether the module has the name. */
  const mark = (path: string, name: string): boolean => {
    const module = graph.modules.get(path)
    if (module === undefined) return false
    const own = module.exports.filter((one) => one.name === name)
    for (const one of own) {
      if (used.has(keyOf(path, one))) continue
      used.add(keyOf(path, one))
      follow(module, one, name)
    }
    if (own.length > 0) return true
    const passing = module.exports.filter((one) => one.name === '*' && follow(module, one, name))
    for (const one of passing) used.add(keyOf(path, one))
    return passing.length > 0
  }

  const markAll = (path: string): boolean => {
    const module = graph.modules.get(path)
    if (module === undefined) return false
    if (taken.has(path)) return true
    taken.add(path)
    for (const one of module.exports) {
      if (one.name !== '*') {
        mark(path, one.name)
        continue
      }
      used.add(keyOf(path, one))
      const target = one.from && graph.resolve(path, one.from.specifier)
      if (target?.kind === 'file') markAll(target.path)
    }
    return true
  }

  for (const { isPrivate, folder, exports } of graph.manifests.values()) {
    if (!isPrivate) for (const path of Object.values(exports)) markAll(posix.join(folder, path))
  }
  for (const { to, names, kind } of graph.edges) {
    if (to?.kind !== 'file' || kind !== 'import') continue
    if (names === 'all') markAll(to.path)
    else for (const name of names) mark(to.path, name)
  }
  return used
}
