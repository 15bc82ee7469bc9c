import type { MediaMimeType } from './formats.ts'

/** Where the picture ends within the file, by its own structure; undefined when the file ends before that. */
export function findImageEnd(bytes: Buffer, mimeType: MediaMimeType): number | undefined {
  const end = FINDERS[mimeType]?.(bytes)
  return end !== undefined && end <= bytes.length ? end : undefined
}

type FindEnd = (bytes: Buffer) => number | undefined

const FINDERS: Partial<Record<MediaMimeType, FindEnd>> = {
  'image/jpeg': findJpegEnd,
  'image/png': findPngEnd,
  // RIFF: the length of all that follows the first 8 bytes.
  'image/webp': (bytes) => (bytes.length < 12 ? undefined : 8 + bytes.readUInt32LE(4)),
}

/** ITU-T T.81, annex B: marker segments, and coded data in which a literal FF is followed by 00. */
function findJpegEnd(bytes: Buffer): number | undefined {
  let at = 2
  while (at + 1 < bytes.length) {
    const marker = bytes[at + 1] ?? 0
    // Coded data, fill bytes and stray bytes, which decoders step over as well.
    const isMarker = bytes[at] === 0xff && marker !== 0x00 && marker !== 0xff
    if (!isMarker) {
      const next = bytes.indexOf(0xff, at + 1)
      if (next === -1) return undefined
      at = next
      continue
    }
    if (marker === 0xd9) return at + 2
    const hasLength = !(marker >= 0xd0 && marker <= 0xd8) && marker !== 0x01
    if (hasLength && at + 4 > bytes.length) return undefined
    at += 2 + (hasLength ? bytes.readUInt16BE(at + 2) : 0)
  }
  return undefined
}

/** PNG, 5.3: chunks of length, type, data and CRC, the last one IEND. */
function findPngEnd(bytes: Buffer): number | undefined {
  let at = 8
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return end
    at = end
  }
  return undefined
}
