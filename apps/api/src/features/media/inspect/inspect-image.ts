import { readFile } from 'node:fs/promises'
import type { StoredFacts } from '#db/types.ts'
import type { Warning } from '@powerpost/contract'
import sharp, { type Metadata, type Sharp } from 'sharp'
import { notComplete, UnsupportedMediaError } from './errors.ts'
import type { MediaFormat } from './formats.ts'
import type { InspectedImage, Rotation } from './media-facts.ts'
import { hasPlace } from './has-place.ts'
import { nameColours } from './name-colours.ts'
import type { JpegHeader } from './read-jpeg-header.ts'
import { readJpegHeader } from './read-jpeg-header.ts'
import { countPngFrames, refusePngBomb } from './refuse-png-bomb.ts'
import { refuseForeignText } from './refuse-polyglot.ts'
import { repairImage } from './repair-image.ts'

/** A 50-megapixel picture is about 200 MB once decoded; a 256-megapixel PNG fits in 776 KB. */
export const MAX_PIXELS = 50e6
/** Pixels along the longer side of the copy whose colours are named. */
const SAMPLE_SIZE = 64

/** EXIF orientation to degrees: CIPA DC-008, 4.6.4 A. The mirrored ones (2, 4, 5, 7) are turned as well. */
const ROTATIONS: Readonly<Record<number, Rotation>> = { 3: 180, 4: 180, 5: 270, 6: 90, 7: 90, 8: 270 }

/**
 * Decodes every pixel of a picture.
 *
 * Animated pictures are refused: no platform takes them as pictures, and frames after the first would go unseen here.
 *
 * @throws UnsupportedMediaError when it is animated, too large, damaged or cut
 */
export async function inspectImage(path: string, format: MediaFormat): Promise<InspectedImage> {
  const whole = repairImage(await readFile(path), format.mimeType)
  if (!whole) throw notComplete(format, 'it ends early')
  const { bytes, end, isRepaired } = whole
  refuseForeignText(bytes.subarray(end))
  if (format.mimeType === 'image/png') refusePng(bytes, format)
  const header = format.mimeType === 'image/jpeg' ? readJpegHeader(bytes) : undefined
  if (header) refuseJpeg(header)

  restrictSharp()
  const image = await describeImage(bytes, format, isRepaired)
  return {
    ...image,
    facts: {
      ...image.facts,
      ...(header?.isMultiPicture && { multi_picture: true }),
      ...(isRepaired && { warnings: [repaired(format)] }),
    },
    ...(isRepaired && { replacement: bytes }),
  }
}

/**
 * Decodes every pixel of a picture, in a process where `restrictSharp` was called.
 *
 * @param isStrict whether a decoder's least doubt makes it one that ends early
 */
export async function describeImage(bytes: Buffer, format: MediaFormat, isStrict = false): Promise<InspectedImage> {
  // A JPEG without its end marker is whole only if nothing at all was missed.
  const failOn = isStrict ? 'warning' : 'error'
  const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn, sequentialRead: true })
  const why = isStrict ? 'it ends early' : 'it is damaged'
  const metadata = await image.metadata().catch((error: unknown) => refuse(format, why, error))
  if ((metadata.pages ?? 1) > 1) throw animated(format)
  if (metadata.width * metadata.height > MAX_PIXELS) throw tooManyPixels()
  const sample = await decodeAll(image, metadata).catch((error: unknown) => refuse(format, why, error))
  return {
    kind: 'image',
    mimeType: format.mimeType,
    width: metadata.autoOrient.width,
    height: metadata.autoOrient.height,
    rotation: ROTATIONS[metadata.orientation ?? 1] ?? 0,
    colours: nameColours(sample),
    facts: { color: describeImageColor(metadata), ...describeExtras(metadata), has_alpha: isSeenThrough(sample) },
  }
}

function refusePng(bytes: Buffer, format: MediaFormat): void {
  if (countPngFrames(bytes) > 1) throw animated(format)
  refusePngBomb(bytes)
}

function repaired({ called }: MediaFormat): Warning {
  const what = called === 'a JPEG' ? 'had no end marker' : 'said a wrong length'
  return { code: 'repaired', message: `The ${called.replace(/^an? /, '')} ${what}; it is stored with the right one.` }
}

/** @param sample RGBA */
function isSeenThrough(sample: Uint8Array): boolean {
  return sample.some((value, index) => index % 4 === 3 && value < 255)
}

function describeExtras(metadata: Metadata): StoredFacts {
  const { orientation = 1, space, icc } = metadata
  return {
    upright: orientation === 1,
    srgb: space !== 'cmyk' && (icc === undefined || isSrgb(icc)),
    has_place: hasPlace(metadata),
  }
}

/** By the name of the profile: in ASCII, or in two bytes a letter. ICC.1:2022, 10.15. */
function isSrgb(icc: Buffer): boolean {
  return icc.includes('sRGB', 0, 'latin1') || icc.includes('\0s\0R\0G\0B', 0, 'latin1')
}

/** sharp says `uchar` and `ushort`. */
const BITS: Readonly<Record<string, number>> = { uchar: 8, ushort: 16 }

function describeImageColor({ depth, chromaSubsampling }: Metadata): NonNullable<StoredFacts['color']> {
  const bits = BITS[depth]
  return {
    ...(bits !== undefined && { bit_depth: bits }),
    ...(chromaSubsampling !== undefined && { chroma_subsampling: chromaSubsampling }),
    hdr: false,
  }
}

function refuseJpeg(header: JpegHeader): void {
  if (header.bits !== 8) {
    throw new UnsupportedMediaError(
      `The JPEG has ${header.bits} bits a channel, and 8 are supported. Save it as an ordinary JPEG.`,
    )
  }
  if (header.isArithmetic) {
    throw new UnsupportedMediaError(
      'The JPEG uses arithmetic coding, which platforms and browsers do not read. Save it as an ordinary JPEG.',
    )
  }
}

/** Only these three decoders, whatever the bytes may suggest to libvips; one file and then the process ends. */
export function restrictSharp(): void {
  sharp.cache(false)
  sharp.concurrency(1)
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] })
}

/** A small copy, as RGBA, made from every pixel. */
async function decodeAll(image: Sharp, size: { width: number; height: number }): Promise<Uint8Array> {
  return (
    image
      .clone()
      // Without it libjpeg and libwebp would decode at a fraction of the size and skip what they need not read.
      .extract({ left: 0, top: 0, width: size.width, height: size.height })
      .resize(SAMPLE_SIZE, SAMPLE_SIZE, { fit: 'inside', kernel: 'cubic' })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer()
  )
}

function animated(format: MediaFormat): UnsupportedMediaError {
  return new UnsupportedMediaError(`The file is ${format.called} that is animated. Send a still image or a video.`)
}

export function tooManyPixels(cause?: unknown): UnsupportedMediaError {
  return new UnsupportedMediaError(`The image has more than ${MAX_PIXELS / 1e6} megapixels.`, { cause })
}

/** libvips says its reasons in words only; they choose the message, never whether the file is refused. */
function refuse(format: MediaFormat, why: string, error: unknown): never {
  if (error instanceof Error && /pixel limit/i.test(error.message)) throw tooManyPixels(error)
  throw notComplete(format, why, error)
}
