/** How a JPEG is coded: ITU-T T.81, B.2.2. */
export interface JpegHeader {
  /** Of one channel. */
  readonly bits: number
  readonly isArithmetic: boolean
  readonly isProgressive: boolean
  readonly channels: number
  /** Whether further pictures stand behind the first: CIPA DC-007, the multi-picture format. */
  readonly isMultiPicture: boolean
}

/** Markers that begin a frame: C0 to CF but for tables (C4, CC) and an extension (C8). */
const FRAMES = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf])
const PROGRESSIVE = new Set([0xc2, 0xc6, 0xca, 0xce])
const APP2 = 0xe2

/** Reads the markers of a JPEG up to its frame; undefined when it has none. */
export function readJpegHeader(bytes: Buffer): JpegHeader | undefined {
  let isMultiPicture = false
  let at = 2
  while (at + 10 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0
    // Fill bytes, which decoders step over as well.
    if (bytes[at] !== 0xff || marker === 0xff) {
      at += 1
      continue
    }
    if (FRAMES.has(marker)) {
      return {
        bits: bytes.readUInt8(at + 4),
        isArithmetic: marker >= 0xc9,
        isProgressive: PROGRESSIVE.has(marker),
        channels: bytes.readUInt8(at + 9),
        isMultiPicture,
      }
    }
    isMultiPicture ||= marker === APP2 && bytes.toString('latin1', at + 4, at + 8) === 'MPF\0'
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return undefined
}
