import type { Readable } from 'node:stream'
import { NotStoredError } from '#storage/errors.ts'
import type { ByteRange, Storage } from '#storage/port.ts'

/**
 * Opens the file of a medium, all of it or some bytes; undefined when it was deleted since the medium was found. The caller
 * must read it to its end or destroy it.
 *
 * @throws RangeError when the range does not lie within the file
 */
export async function openFile(
  storage: Storage,
  { storageKey }: { readonly storageKey: string },
  range?: ByteRange,
): Promise<Readable | undefined> {
  try {
    return (await storage.open(storageKey, range)).stream
  } catch (error) {
    if (error instanceof NotStoredError) return undefined
    throw error
  }
}
