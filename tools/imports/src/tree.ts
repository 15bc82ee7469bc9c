import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

/** The text of every file that the check looks at, by its path from the root. */
export type Tree = ReadonlyMap<string, string>

export const CODE = /\.[mc]?[jt]s$/

/** What git knows and what it would add; files deleted and not yet committed are left out. */
export function readTree(root: string, ignored: RegExp): Tree {
  const git = (...options: string[]) =>
    execFileSync('git', ['ls-files', '-z', ...options], { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
      .split('\0')
      .filter((path) => (CODE.test(path) || path.endsWith('.json')) && !ignored.test(path))
  const deleted = new Set(git('--deleted'))
  const present = git('--cached', '--others', '--exclude-standard').filter((path) => !deleted.has(path))
  return new Map(present.map((path) => [path, readFileSync(join(root, path), 'utf8')]))
}

export interface Manifest {
  /** The folder of its package.json: empty for the root. */
  readonly folder: string
  readonly name: string
  readonly isPrivate: boolean
  readonly imports: Readonly<Record<string, string>>
  readonly exports: Readonly<Record<string, string>>
  readonly programs: readonly string[]
  readonly dependencies: readonly string[]
  readonly otherDependencies: readonly string[]
  readonly peerDependencies: readonly string[]
}

/** The package.json files of the tree, by the folders that they stand in. */
export function readManifests(tree: Tree): ReadonlyMap<string, Manifest> {
  const manifests = new Map<string, Manifest>()
  for (const [path, text] of tree) {
    if (posix.basename(path) !== 'package.json') continue
    const folder = posix.dirname(path) === '.' ? '' : posix.dirname(path)
    manifests.set(folder, toManifest(folder, JSON.parse(text)))
  }
  return manifests
}

interface PackageJson {
  readonly name?: string
  readonly private?: boolean
  readonly imports?: Record<string, string>
  readonly exports?: Record<string, string>
  readonly bin?: Record<string, string>
  readonly dependencies?: Record<string, string>
  readonly optionalDependencies?: Record<string, string>
  readonly devDependencies?: Record<string, string>
  readonly peerDependencies?: Record<string, string>
}

function toManifest(folder: string, json: PackageJson): Manifest {
  const peerDependencies = Object.keys(json.peerDependencies ?? {})
  return {
    folder,
    name: json.name ?? folder,
    isPrivate: json.private ?? false,
    imports: json.imports ?? {},
    exports: json.exports ?? {},
    programs: Object.values(json.bin ?? {}),
    dependencies: Object.keys({ ...json.dependencies, ...json.optionalDependencies }),
    otherDependencies: [...Object.keys(json.devDependencies ?? {}), ...peerDependencies],
    peerDependencies,
  }
}

/** The package that a file belongs to: that of the nearest package.json. */
export function packageOf(manifests: ReadonlyMap<string, Manifest>, path: string): Manifest | undefined {
  for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
    const manifest = manifests.get(folder === '.' ? '' : folder)
    if (manifest !== undefined || folder === '.') return manifest
  }
}
