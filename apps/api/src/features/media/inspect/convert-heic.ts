import { crc32, deflateSync } from 'node:zlib'
import { MEDIA_RULES } from '@powerpost/contract'
import sharp from 'sharp'
import type { DecodedHeic } from './decode-heic.ts'
import { decodeHeic } from './decode-heic.ts'
import type { RandomAccessFile } from './random-access-file.ts'
import { findBoxes } from './read-boxes.ts'

interface ConvertedHeic {
  readonly width: number
  readonly height: number
  /** Of sRGB, upright, without metadata: where it was taken is not in it. */
  readonly jpeg: Buffer
}

/** Of a JPEG, the best first: 48 megapixels at the best are more than a picture may have. */
const QUALITIES = [90, 80, 65] as const

/**
 * Makes a JPEG of the primary picture of a HEIC.
 *
 * @returns `too many pixels`, or `too large` when no JPEG of it is as small as a picture may be
 * @throws Error when it cannot be decoded
 */
export async function convertHeic(
  file: RandomAccessFile,
  maxPixels: number,
): Promise<ConvertedHeic | 'too many pixels' | 'too large'> {
  const decoded = decodeHeic(file.read(0, file.size), maxPixels)
  if (!decoded) return 'too many pixels'
  const { width, height } = decoded
  const png = await toPng(decoded, readProfile(file))
  for (const quality of QUALITIES) {
    const image = sharp(png, { limitInputPixels: maxPixels }).toColourspace('srgb')
    const jpeg = await image.jpeg({ quality, mozjpeg: false }).toBuffer()
    if (jpeg.length <= MEDIA_RULES.image.maxBytes) return { width, height, jpeg }
  }
  return 'too large'
}

const PROPERTIES = ['iprp', 'ipco', 'colr']

/** The ICC profile of its colors: ISO/IEC 14496-12, 12.1.5. Undefined: none is stored, so sRGB is assumed. */
function readProfile(file: RandomAccessFile): Buffer | undefined {
  const profiles = findBoxes(file, ['meta'])
    // Of a version and flags, which this box has before its content.
    .flatMap(({ start, end }) => findBoxes(file, PROPERTIES, { start: start + 4, end }))
    .map(({ start, end }) => file.read(start, end - start))
    .filter((box) => ['prof', 'rICC'].includes(box.toString('latin1', 0, 4)))
    .map((box) => box.subarray(4))
  return profiles.find((profile) => profile.toString('latin1', 16, 20) === 'RGB ')
}

const HEADER_BYTES = 33

/** A PNG that is not compressed: what can be handed to libvips with a profile. */
async function toPng({ width, height, pixels }: DecodedHeic, profile: Buffer | undefined): Promise<Buffer> {
  const png = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 0 })
    .toBuffer()
  if (!profile) return png
  return Buffer.concat([png.subarray(0, HEADER_BYTES), toProfileChunk(profile), png.subarray(HEADER_BYTES)])
}

/** PNG, 11.3.3.3. */
function toProfileChunk(profile: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from('iCCPICC\0\0', 'latin1'), deflateSync(profile)])
  const chunk = Buffer.alloc(body.length + 8)
  chunk.writeUInt32BE(body.length - 4)
  body.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(body), body.length + 4)
  return chunk
}
