import type { Db } from '#db/types.ts'
import type { BrandLogo, StyleImage } from '#image-models/port.ts'
import type { SourceImage } from '#video-models/port.ts'
import type { Logger } from '#shared/logger.ts'
import type { Storage } from '#storage/port.ts'
import { findFile } from '../media.repository.ts'
import { cropToShape } from './crop-to-shape.ts'
import { findColours } from './find-colours.ts'
import type { PictureShape } from './fit-picture.ts'
import { shrinkLogo, shrinkPicture } from './make-pictures.ts'

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
  dependencies: LookDependencies,
  options: LookOptions,
): Promise<StyleImage | undefined> {
  return look(dependencies, options, async (path) => {
    const { bytes } = await shrinkPicture(path, options.signal)
    return { mimeType: 'image/jpeg', bytes, colours: await findColours(bytes) }
  })
}

/** Pixels of the longer side of an image that a video begins with: what the largest frame shows. */
const SOURCE_SIDE = 1920

/**
 * An image that a video begins with, no larger than a frame; undefined when it is gone or cannot be looked at.
 *
 * @param shape that it is cropped to: of an image of another, some vendors make a video of another. Absent: all of it
 */
export async function lookAtSource(
  dependencies: LookDependencies,
  { shape, ...options }: LookOptions & { readonly shape: PictureShape | undefined },
): Promise<SourceImage | undefined> {
  return look(dependencies, options, async (path) => {
    const { bytes } = await shrinkPicture(path, options.signal, SOURCE_SIDE)
    return { mimeType: 'image/jpeg', bytes: shape ? await cropToShape(bytes, shape) : bytes }
  })
}

/** A brand's logo, made small; undefined when it is gone or cannot be looked at. */
export async function lookAtLogo(dependencies: LookDependencies, options: LookOptions): Promise<BrandLogo | undefined> {
  return look(dependencies, options, (path) => shrinkLogo(path, options.signal))
}

async function look<Seen>(
  { db, storage, logger }: LookDependencies,
  { mediaId, signal }: LookOptions,
  see: (path: string) => Promise<Seen>,
): Promise<Seen | undefined> {
  const medium = await findFile(db, mediaId)
  if (medium?.type !== 'image') return undefined
  try {
    return await storage.withLocalFile(medium.storageKey, see)
  } catch (error) {
    signal.throwIfAborted()
    logger.warn({ err: error, media_id: mediaId }, 'an image of a brief could not be looked at')
    return undefined
  }
}
