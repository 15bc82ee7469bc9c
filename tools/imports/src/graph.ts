import type { Import, Module } from './parse.ts'
import { parseModule } from './parse.ts'
import type { Resolve, Target } from './resolve.ts'
import { createResolver } from './resolve.ts'
import type { Manifest, Tree } from './tree.ts'
import { CODE, readManifests } from './tree.ts'

export interface Edge extends Import {
  /** The file that imports. */
  readonly from: string
  /** Undefined when the name of the module is computed. */
  readonly to: Target | undefined
}

/** Every module of the tree, and what each of its imports leads to. */
export interface Graph {
  readonly tree: Tree
  readonly manifests: ReadonlyMap<string, Manifest>
  readonly modules: ReadonlyMap<string, Module>
  readonly edges: readonly Edge[]
  readonly resolve: Resolve
}

/** What is wrong, where, and what to do about it. */
export interface Finding {
  readonly path: string
  readonly line: number
  readonly message: string
}

export function readGraph(tree: Tree): Graph {
  const manifests = readManifests(tree)
  const resolve = createResolver(tree, manifests)
  const modules = new Map<string, Module>()
  for (const [path, text] of tree) if (CODE.test(path)) modules.set(path, parseModule(path, text))
  const edges = [...modules.values()].flatMap(({ path, imports }) =>
    imports.map((one) => ({
      ...one,
      from: path,
      to: one.specifier === undefined ? undefined : resolve(path, one.specifier),
    })),
  )
  return { tree, manifests, modules, edges, resolve }
}
