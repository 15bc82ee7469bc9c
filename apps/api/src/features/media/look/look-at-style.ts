import type { Db } from '#db/types.ts'
import type { StyleImage } from '#image-models/port.ts'
import type { Logger } from '#shared/logger.ts'
import type { Storage } from '#storage/port.ts'
import { findFile } from '../media.repository.ts'
import { findColours } from './find-colours.ts'
import { shrinkPicture } from './make-pictures.ts'

interface LookDependencies {
  readonly db: Db
  readonly storage: Storage
  readonly logger: Logger
}

interface LookOptions {
  readonly mediaId: string
  readonly signal: AbortSignal
}

/** A picture made small, for its look to be taken up; undefined when it is gone or cannot be looked at. */
export async function lookAtStyle(
  { db, storage, logger }: LookDependencies,
  { mediaId, signal }: LookOptions,
): Promise<StyleImage | undefined> {
  const medium = await findFile(db, mediaId)
  if (medium?.type !== 'image') return undefined
  try {
    const { bytes } = await storage.withLocalFile(medium.storageKey, (path) => shrinkPicture(path, signal))
    return { mimeType: 'image/jpeg', bytes, colours: await findColours(bytes) }
  } catch (error) {
    signal.throwIfAborted()
    logger.warn({ err: error, media_id: mediaId }, 'a style image could not be looked at')
    return undefined
  }
}
