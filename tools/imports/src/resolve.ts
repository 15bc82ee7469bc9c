import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import type { Manifest, Tree } from './tree.ts'
import { packageOf } from './tree.ts'

/** What an import leads to: a file of the tree, a package of npm, a module of Node, or nothing. */
export type Target =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'npm'; readonly name: string }
  | { readonly kind: 'node'; readonly name: string }
  | { readonly kind: 'nothing'; readonly reason: string }

/** Resolves as Node does under type stripping: file names are complete, `#` and package names by package.json. */
export function createResolver(tree: Tree, manifests: ReadonlyMap<string, Manifest>) {
  const byName = new Map([...manifests.values()].map((manifest) => [manifest.name, manifest]))

  const file = (path: string): Target =>
    tree.has(path) ? { kind: 'file', path } : { kind: 'nothing', reason: `There is no file ${path}.` }

  return (from: string, specifier: string): Target => {
    if (specifier.startsWith('.')) return file(posix.join(posix.dirname(from), specifier))
    if (specifier.startsWith('#')) {
      const own = packageOf(manifests, from)
      const path = own && lookUp(own.imports, specifier)
      if (own === undefined || path === undefined) {
        return { kind: 'nothing', reason: `${own?.name ?? from} has no \`imports\` in package.json for ${specifier}.` }
      }
      return file(posix.join(own.folder, path))
    }
    if (isBuiltin(specifier)) return { kind: 'node', name: specifier }
    const name = packageName(specifier)
    const manifest = byName.get(name)
    if (manifest === undefined) return { kind: 'npm', name }
    const path = lookUp(manifest.exports, `.${specifier.slice(name.length)}`)
    if (path === undefined) {
      return {
        kind: 'nothing',
        reason: `${name} has no entry point ${specifier}: see \`exports\` in its package.json.`,
      }
    }
    return file(posix.join(manifest.folder, path))
  }
}

export type Resolve = ReturnType<typeof createResolver>

function lookUp(map: Readonly<Record<string, string>>, name: string): string | undefined {
  for (const [key, target] of Object.entries(map)) {
    if (key === name) return target
    if (key.endsWith('*') && name.startsWith(key.slice(0, -1))) return target.replace('*', name.slice(key.length - 1))
  }
  return undefined
}

function packageName(specifier: string): string {
  const [first = '', second = ''] = specifier.split('/')
  return first.startsWith('@') ? `${first}/${second}` : first
}
