import type { VideoCodec } from 'mediabunny'

/** A coded picture out of a video file. */
export interface CodedPicture {
  readonly data: Uint8Array
  /** Whether it can be decoded without others. */
  readonly key: boolean
  /** The codec's configuration record, where the container has one: avcC, hvcC, av1C. */
  readonly description: Uint8Array | undefined
}

/** Codecs of older cameras and programs, which mediabunny does not know by name. */
export type OlderCodec = 'older'

/** MPEG-4 Visual and Motion JPEG, by the four letters of a sample entry: `mp4v` may be either. */
export function olderCodecOf(sampleEntry: unknown): OlderCodec | undefined {
  return sampleEntry === 'mp4v' || sampleEntry === 'jpeg' ? 'older' : undefined
}

/** Whether the bytes can be a picture of that codec. Looks at headers and lengths only, so it costs next to nothing. */
export function looksDecodable(codec: VideoCodec | OlderCodec, picture: CodedPicture): boolean {
  return CHECKS[codec](picture)
}

const CHECKS: Record<VideoCodec | OlderCodec, (picture: CodedPicture) => boolean> = {
  // Types 1-5 carry the picture itself: H.264, table 7-1; 0-31 in H.265, table 7-1.
  avc: (picture) => hasNalUnit(picture, 4, (header) => (header & 0x1f) >= 1 && (header & 0x1f) <= 5),
  hevc: (picture) => hasNalUnit(picture, 21, (header) => ((header >> 1) & 0x3f) <= 31),
  vp8: isVp8,
  vp9: isVp9,
  av1: isAv1,
  prores: ({ data }) => Buffer.from(data.subarray(4, 8)).toString('latin1') === 'icpf',
  // A start code (ISO/IEC 14496-2, 6.2.1), or that of a JPEG.
  older: ({ data: [a, b, c] }) => (a === 0 && b === 0 && c === 1) || (a === 0xff && b === 0xd8 && c === 0xff),
}

/** The lengths before the units must lead exactly to the packet's end: ISO/IEC 14496-15. */
function hasNalUnit({ data, description }: CodedPicture, lengthAt: number, isPicture: (header: number) => boolean) {
  if (description === undefined) return data[0] === 0 && data[1] === 0 && (data[2] === 1 || data[3] === 1)
  const lengthBytes = ((description[lengthAt] ?? 0) & 3) + 1
  let found = false
  let at = 0
  while (at < data.length) {
    if (at + lengthBytes > data.length) return false
    let length = 0
    for (const byte of data.subarray(at, at + lengthBytes)) length = length * 256 + byte
    const header = data[at + lengthBytes] ?? 0
    at += lengthBytes + length
    if (at > data.length) return false
    if (length === 0) continue
    // The first bit of every unit is 0.
    if (header >= 0x80) return false
    found ||= isPicture(header)
  }
  return found
}

/** RFC 6386, 9.1: the first partition lies within the frame; a key frame has a start code and a size. */
function isVp8({ data, key }: CodedPicture): boolean {
  const [a = 0, b = 0, c = 0] = data
  const partition = (a | (b << 8) | (c << 16)) >> 5
  if (!key) return data.length >= 3 && partition + 3 <= data.length
  const [, , , d, e, f, widthLow = 0, widthHigh = 0, heightLow = 0, heightHigh = 0] = data
  const sized = (widthLow | ((widthHigh & 0x3f) << 8)) > 0 && (heightLow | ((heightHigh & 0x3f) << 8)) > 0
  return (a & 1) === 0 && d === 0x9d && e === 0x01 && f === 0x2a && sized && partition + 10 <= data.length
}

/** VP9 bitstream, 6.2: a marker of binary 10; a key frame of the profiles 0-2 has its sync code in the next bytes. */
function isVp9({ data, key }: CodedPicture): boolean {
  const [a = 0, b, c, d] = data
  if (a >> 6 !== 2) return false
  const profile3 = (a & 0x30) === 0x30
  return !key || profile3 || (b === 0x49 && c === 0x83 && d === 0x42)
}

const OBU_FRAME_HEADER = 3
const OBU_FRAME = 6

/** AV1 bitstream, 5.3: units whose sizes lead to the packet's end, one of them a frame. The last may have no size. */
function isAv1({ data }: CodedPicture): boolean {
  let found = false
  let at = 0
  while (at < data.length) {
    const header = data[at] ?? 0
    if (header & 0x80) return false
    const type = (header >> 3) & 15
    found ||= type === OBU_FRAME || type === OBU_FRAME_HEADER
    at += header & 4 ? 2 : 1
    if (!(header & 2)) return found
    let size = 0
    for (let i = 0; i < 8; i += 1) {
      const byte = data[at] ?? 0
      at += 1
      size += (byte & 0x7f) * 2 ** (7 * i)
      if (byte < 0x80) break
    }
    at += size
  }
  return found && at === data.length
}
