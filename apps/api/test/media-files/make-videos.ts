import {
  BufferTarget,
  EncodedPacket,
  EncodedVideoPacketSource,
  MovOutputFormat,
  Mp4OutputFormat,
  Output,
  type OutputFormat,
  type VideoCodec,
  type VideoTrackMetadata,
  WebMOutputFormat,
} from 'mediabunny'
import sharp from 'sharp'
import { encodeH264 } from './encode-h264.ts'

export const VIDEO_WIDTH = 320
export const VIDEO_HEIGHT = 192
export const VIDEO_SECONDS = 2
const PICTURES = 20
const PICTURE_SECONDS = VIDEO_SECONDS / PICTURES

export type VideoForm =
  | 'mp4'
  | 'mp4-prefixed'
  | 'mp4-index-last'
  | 'mp4-fragmented'
  | 'mov'
  | 'mov-index-last'
  | 'webm'
  | 'webm-open-ended'

/** A whole little video of that form. */
export async function makeVideo(form: VideoForm, metadata: VideoTrackMetadata = {}): Promise<Buffer> {
  const isWebm = form === 'webm' || form === 'webm-open-ended'
  const pictures = isWebm ? await vp8Pictures() : h264Pictures(form === 'mp4-prefixed')
  return mux(FORMATS[form](), pictures, metadata)
}

const FORMATS: Record<VideoForm, () => OutputFormat> = {
  mp4: () => new Mp4OutputFormat({ fastStart: 'in-memory' }),
  'mp4-prefixed': () => new Mp4OutputFormat({ fastStart: 'in-memory' }),
  'mp4-index-last': () => new Mp4OutputFormat({ fastStart: false }),
  'mp4-fragmented': () => new Mp4OutputFormat({ fastStart: 'fragmented', minimumFragmentDuration: 0.5 }),
  mov: () => new MovOutputFormat({ fastStart: 'in-memory' }),
  'mov-index-last': () => new MovOutputFormat({ fastStart: false }),
  webm: () => new WebMOutputFormat(),
  // As browsers record it: written in one go, no size known in advance.
  'webm-open-ended': () => new WebMOutputFormat({ appendOnly: true }),
}

interface Pictures {
  readonly codec: VideoCodec
  readonly config: VideoDecoderConfig
  readonly packets: readonly { readonly data: Buffer; readonly key: boolean }[]
}

function h264Pictures(prefixed: boolean): Pictures {
  const stream = encodeH264({ width: VIDEO_WIDTH, height: VIDEO_HEIGHT, pictures: PICTURES, prefixed })
  const packets = stream.pictures.map((data, i) => ({ data, key: i === 0 }))
  const colorSpace = { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', fullRange: false } as const
  const config = { ...size(), codec: 'avc1.42c01e', description: stream.description, colorSpace }
  return { codec: 'avc', config, packets }
}

/** The picture of a lossy WebP is a VP8 key frame: RFC 9649, 2.5. */
async function vp8Pictures(): Promise<Pictures> {
  const packets = []
  for (let i = 0; i < PICTURES; i += 1) {
    const background = { r: 12 * i, g: 80, b: 255 - 12 * i }
    const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
    const create = { width: VIDEO_WIDTH, height: VIDEO_HEIGHT, channels: 3, background, noise } as const
    const webp = await sharp({ create }).webp({ quality: 60 }).toBuffer()
    const length = webp.readUInt32LE(16)
    packets.push({ data: webp.subarray(20, 20 + length), key: true })
  }
  return { codec: 'vp8', config: { ...size(), codec: 'vp8' }, packets }
}

function size() {
  return { codedWidth: VIDEO_WIDTH, codedHeight: VIDEO_HEIGHT }
}

async function mux(format: OutputFormat, pictures: Pictures, metadata: VideoTrackMetadata): Promise<Buffer> {
  const target = new BufferTarget()
  const output = new Output({ format, target })
  const source = new EncodedVideoPacketSource(pictures.codec)
  output.addVideoTrack(source, metadata)
  await output.start()
  for (const [i, { data, key }] of pictures.packets.entries()) {
    const packet = new EncodedPacket(data, key ? 'key' : 'delta', i * PICTURE_SECONDS, PICTURE_SECONDS)
    await source.add(packet, { decoderConfig: pictures.config })
  }
  await output.finalize()
  if (target.buffer === null) throw new Error('nothing was muxed')
  return Buffer.from(target.buffer)
}
