import { convertHeic } from './convert-heic.ts'
import { notComplete, UnsupportedMediaError } from './errors.ts'
import type { MediaFormat } from './formats.ts'
import { MAX_PIXELS, describeImage, restrictSharp, tooManyPixels } from './inspect-image.ts'
import type { InspectedImage } from './media-facts.ts'
import { openRandomAccess } from './random-access-file.ts'

/**
 * Makes a JPEG of a HEIC, which is what is kept: no platform takes a HEIC.
 *
 * @throws UnsupportedMediaError when it cannot be decoded, or is too large
 */
export async function inspectHeic(path: string, format: MediaFormat): Promise<InspectedImage> {
  using file = openRandomAccess(path)
  restrictSharp()
  const converted = await convertHeic(file, MAX_PIXELS).catch((error: unknown) => {
    throw notComplete(format, 'it is damaged', error)
  })
  if (converted === 'too many pixels') throw tooManyPixels()
  if (converted === 'too large') throw new UnsupportedMediaError('The image is larger than 10 MiB as a JPEG.')
  const { width, height, jpeg } = converted
  const { facts, ...image } = await describeImage(jpeg, { called: 'a JPEG', kind: 'image', mimeType: 'image/jpeg' })
  const message = 'The HEIC was converted to JPEG: sRGB, upright, without the metadata that says where it was taken.'
  return {
    ...image,
    facts: { ...facts, warnings: [{ code: 'converted', message }] },
    replacement: jpeg,
    original: { mime_type: 'image/heic', width, height },
  }
}
