import { findImageEnd } from './find-image-end.ts'
import type { MediaMimeType } from './formats.ts'
import { repairWebp } from './repair-webp.ts'

/** A picture that is whole by its own structure. */
export interface WholeImage {
  readonly bytes: Buffer
  /** Where the picture ends within them. */
  readonly end: number
  /** Whether the bytes are not those that were sent. */
  readonly isRepaired: boolean
}

const JPEG_END = Buffer.from([0xff, 0xd9])

/**
 * A picture with the few bytes put right that some programs leave out and every viewer does without: the end marker of a JPEG, the
 * length of a WebP. Whether all of its pixels are there is for the decoder to say.
 *
 * @returns undefined when it ends early
 */
export function repairImage(bytes: Buffer, mimeType: MediaMimeType): WholeImage | undefined {
  const webp = mimeType === 'image/webp' ? repairWebp(bytes) : undefined
  if (webp) return { bytes: webp, end: webp.length, isRepaired: true }
  const end = findImageEnd(bytes, mimeType)
  if (end !== undefined) return { bytes, end, isRepaired: false }
  if (mimeType !== 'image/jpeg') return undefined
  const jpeg = Buffer.concat([bytes, JPEG_END])
  return { bytes: jpeg, end: jpeg.length, isRepaired: true }
}
