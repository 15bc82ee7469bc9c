import { invalidArgument } from '../../errors/invalid-argument.ts'
import type { Source } from './source.ts'
import { lastPart } from './source.ts'

/** What is needed of `node:fs`, which types without Node do not know. */
interface FileSystem {
  readonly promises: { stat(path: string | URL): Promise<{ readonly size: number }> }
  createReadStream(path: string | URL): AsyncIterable<Uint8Array>
}

/** The name is hidden from bundlers: for a browser they would look for the module, and find none. */
const load = (name: string): Promise<FileSystem> => import(/* webpackIgnore: true */ /* @vite-ignore */ name)

export async function openPath(path: string | URL): Promise<Source> {
  try {
    const { createReadStream, promises } = await load('node:fs')
    const { size } = await promises.stat(path)
    return {
      name: lastPart(path instanceof URL ? decodeURIComponent(path.pathname) : path),
      type: undefined,
      size,
      once: false,
      open: () => createReadStream(path),
    }
  } catch (cause) {
    throw invalidArgument(`${String(path)} cannot be read.`, cause)
  }
}
