import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const SCALAR = '@scalar/api-reference'

/** Files that pages load, each with where it is installed. */
const FILES = {
  'docs.css': () => ownFile('docs.css'),
  'docs.js': () => ownFile('docs.js'),
  'reference.css': () => ownFile('reference.css'),
  'reference.js': () => ownFile('reference.js'),
  'favicon.svg': () => ownFile('favicon.svg'),
  // Scalar's API reference for browsers, in one script: 4 MB that most servers never need.
  'scalar.js': () => join(dirname(manifestOf(SCALAR)), 'dist/browser/standalone.js'),
} as const

export type AssetName = keyof typeof FILES

export interface Asset {
  /** Its address, which changes with its content. */
  readonly path: string
  readonly type: string
  readonly body: Buffer
  readonly gzipped: Buffer
}

const loaded = new Map<AssetName, Promise<Asset>>()

/** A file for browsers, read when somebody first needs it. */
export function loadAsset(name: AssetName): Promise<Asset> {
  const known = loaded.get(name)
  if (known !== undefined) return known
  const loading = load(name)
  loaded.set(name, loading)
  // What failed once may have been the disk's mood.
  loading.catch(() => loaded.delete(name))
  return loading
}

/** The asset at an address. An old address, of another version of the file, has none. */
export async function findAsset(path: string): Promise<Asset | undefined> {
  const name = /^\/docs\/assets\/([a-z]+)\.[0-9a-f]+(\.[a-z]+)$/.exec(path)
  const key = name === null ? '' : `${name[1]}${name[2]}`
  if (!isAssetName(key)) return undefined
  const asset = await loadAsset(key)
  return asset.path === path ? asset : undefined
}

function isAssetName(name: string): name is AssetName {
  return Object.hasOwn(FILES, name)
}

async function load(name: AssetName): Promise<Asset> {
  const body = await readFile(FILES[name]())
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12)
  const [stem, extension = ''] = name.split('.')
  return {
    path: `/docs/assets/${stem}.${hash}.${extension}`,
    type: extension,
    body,
    gzipped: await promisify(gzip)(body),
  }
}

function ownFile(name: string): string {
  return fileURLToPath(new URL(`browser/${name}`, import.meta.url))
}

function manifestOf(name: string): string {
  const manifest = findPackageJSON(name, import.meta.url)
  if (manifest === undefined) throw new Error(`${name} is not installed`)
  return manifest
}
