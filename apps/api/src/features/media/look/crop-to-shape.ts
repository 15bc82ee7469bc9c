import type { PictureShape } from './fit-picture.ts'

/** Of a JPEG, from 1 to 100. */
const QUALITY = 88

/**
 * The part of a picture that has a shape, around its centre, and no larger than that.
 *
 * @param jpeg of our own process: it is decoded in this one
 */
export async function cropToShape(jpeg: Uint8Array, shape: PictureShape): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp')
  const { width, height } = await sharp(jpeg).metadata()
  const scale = Math.min(1, width / shape.width, height / shape.height)
  const size = { width: Math.round(shape.width * scale), height: Math.round(shape.height * scale) }
  return sharp(jpeg)
    .resize({ ...size, fit: 'cover' })
    .jpeg({ quality: QUALITY })
    .toBuffer()
}
