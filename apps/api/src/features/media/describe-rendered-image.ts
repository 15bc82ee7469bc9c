import type { InspectedImage } from './inspect/media-facts.ts'
import { nameColours } from './inspect/name-colours.ts'

/** Pixels along the longer side of the copy whose colours are named. */
const SAMPLE_SIZE = 64

/**
 * What is known of an image that our own renderer made.
 *
 * @param jpeg of the renderer: it is decoded in this process
 */
export async function describeRenderedImage(jpeg: Uint8Array): Promise<InspectedImage> {
  const { default: sharp } = await import('sharp')
  const image = sharp(jpeg)
  const { width, height, chromaSubsampling } = await image.metadata()
  const sample = await image
    .resize(SAMPLE_SIZE, SAMPLE_SIZE, { fit: 'inside' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer()
  const facts = { color: { bit_depth: 8, chroma_subsampling: chromaSubsampling, hdr: false } }
  return { kind: 'image', mimeType: 'image/jpeg', width, height, rotation: 0, colours: nameColours(sample), facts }
}
