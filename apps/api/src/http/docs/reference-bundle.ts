import { readFile } from 'node:fs/promises'
import { findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const PACKAGE = '@scalar/api-reference'

/** Scalar's API reference for browsers, in one script. */
export interface ReferenceBundle {
  readonly script: Buffer
  readonly gzipped: Buffer
}

let loaded: Promise<ReferenceBundle> | undefined

/** Read when somebody first looks: 4 MB that most servers never need. */
export function loadReferenceBundle(): Promise<ReferenceBundle> {
  loaded ??= load()
  // What failed once may have been the disk's mood.
  loaded.catch(() => (loaded = undefined))
  return loaded
}

async function load(): Promise<ReferenceBundle> {
  const manifest = findPackageJSON(PACKAGE, import.meta.url)
  if (manifest === undefined) throw new Error(`${PACKAGE} is not installed`)
  const script = await readFile(join(dirname(manifest), 'dist/browser/standalone.js'))
  return { script, gzipped: await promisify(gzip)(script) }
}
