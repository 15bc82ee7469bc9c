import type { Readable } from 'node:stream'
import { NotStoredError } from '#storage/errors.ts'
import type { ByteRange, Storage } from '#storage/port.ts'
import type { StoredMedium } from './media.repository.ts'

interface OpenedMedium extends StoredMedium {
  /** The bytes asked for. The caller must read it to its end or destroy it. */
  readonly stream: Readable
}

/**
 * Opens a medium for reading, all of it or some bytes. Undefined when its file is gone: it may have been deleted since it
 * was found.
 *
 * @throws RangeError when the range does not lie within the file
 */
export async function openFile(
  storage: Storage,
  medium: StoredMedium,
  range?: ByteRange,
): Promise<OpenedMedium | undefined> {
  try {
    const { stream } = await storage.open(medium.storageKey, range)
    return { ...medium, stream }
  } catch (error) {
    if (error instanceof NotStoredError) return undefined
    throw error
  }
}
