import type { Readable } from 'node:stream'
import type { Db } from '#db/types.ts'
import { NotStoredError } from '#storage/errors.ts'
import type { ByteRange, Storage } from '#storage/port.ts'
import type { StoredMedium } from './media.repository.ts'
import { findFile } from './media.repository.ts'

interface OpenDependencies {
  readonly db: Db
  readonly storage: Storage
}

export interface OpenedMedium extends StoredMedium {
  /** The bytes asked for. Whoever opened it must read it to its end or destroy it. */
  readonly stream: Readable
}

/**
 * Opens a medium for reading, all of it or some bytes. Undefined when there is none, or no longer. Whose it is must have been
 * looked at before.
 *
 * @throws RangeError when the range does not lie within the file
 */
export async function openMedium(
  { db, storage }: OpenDependencies,
  mediaId: string,
  range?: ByteRange,
): Promise<OpenedMedium | undefined> {
  const medium = await findFile(db, mediaId)
  return medium && openFile(storage, medium, range)
}

/** The same for one that was found already: it may have been deleted since. */
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
