import type { AVColorPrimaries, AVColorSpace, AVColorTransferCharacteristic } from 'node-av'
import * as ffmpeg from 'node-av'
import { writeMediaFile } from './media-files.ts'

const ENCODERS = {
  h264: ffmpeg.FF_ENCODER_LIBX264,
  hevc: ffmpeg.FF_ENCODER_LIBX265,
  mpeg4: ffmpeg.FF_ENCODER_MPEG4,
}

interface EncodedVideo {
  readonly width?: number
  readonly height?: number
  readonly frames?: number
  readonly frameRate?: number
  /** Of the first frame. */
  readonly startSeconds?: number
  readonly codec?: keyof typeof ENCODERS
  /** Width by height of a stored pixel. */
  readonly pixelShape?: readonly [number, number]
  /** Ten bits of BT.2020 by a perceptual quantizer, of a white that bright: 520 of 1023 is 100 nits, 769 is 1000. */
  readonly pqLevel?: number
  /** @default mp4 */
  readonly format?: 'mp4' | 'mov'
  /** What all pixels are, in bytes: brightness and the two differences. @default a gray */
  readonly color?: readonly [number, number, number]
}

const MOST_ATTEMPTS = 20

/**
 * A real MP4 of one gray, or of a level of high dynamic range, by FFmpeg's encoders. node-av passes an encoder's parameter sets on
 * without the zeros that FFmpeg wants behind them: by what happens to be there, the muxer refuses one H.265 of five.
 */
export async function encodeVideo(name: string, video: EncodedVideo = {}): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await encode(name, video)
    } catch (error) {
      if (video.codec !== 'hevc' || attempt === MOST_ATTEMPTS) throw error
    }
  }
}

async function encode(name: string, video: EncodedVideo): Promise<string> {
  const { width = 320, height = 192, frames = 20, frameRate = 10, startSeconds = 0, codec = 'h264' } = video
  ffmpeg.Log.setLevel(ffmpeg.AV_LOG_QUIET)
  const path = await writeMediaFile(name, Buffer.alloc(0))
  const [num, den] = video.pixelShape ?? [1, 1]
  const isHdr = video.pqLevel !== undefined
  const timeBase = { num: 1, den: frameRate }
  const format = isHdr ? ffmpeg.AV_PIX_FMT_YUV420P10LE : ffmpeg.AV_PIX_FMT_YUV420P
  const samples = makeSamples({ width, height, level: video.pqLevel, color: video.color })
  using encoder = await ffmpeg.Encoder.create(ENCODERS[codec], {
    threadCount: 1,
    configure: (context) => {
      context.timeBase = new ffmpeg.Rational(1, frameRate)
      context.framerate = new ffmpeg.Rational(frameRate, 1)
      context.sampleAspectRatio = new ffmpeg.Rational(num, den)
      if (isHdr) Object.assign(context, HDR)
    },
  })
  await using muxer = await ffmpeg.Muxer.open(path, { format: video.format ?? 'mp4' })
  const index = muxer.addStream(encoder)
  for (let at = 0; at <= frames; at += 1) {
    const pts = BigInt(at + startSeconds * frameRate)
    const shape = { width, height, format, timeBase, pts, sampleAspectRatio: { num, den } }
    using frame = at < frames ? ffmpeg.Frame.fromVideoBuffer(samples, shape) : undefined
    for await (const packet of encoder.packets(frame ?? null)) await muxer.writePacket(packet, index)
  }
  await muxer.close()
  return path
}

const HDR: {
  readonly colorPrimaries: AVColorPrimaries
  readonly colorTrc: AVColorTransferCharacteristic
  readonly colorSpace: AVColorSpace
} = {
  colorPrimaries: ffmpeg.AVCOL_PRI_BT2020,
  colorTrc: ffmpeg.AVCOL_TRC_SMPTE2084,
  colorSpace: ffmpeg.AVCOL_SPC_BT2020_NCL,
}

interface Samples {
  readonly width: number
  readonly height: number
  readonly level: number | undefined
  readonly color: readonly [number, number, number] | undefined
}

function makeSamples({ width, height, level, color: [y, u, v] = [128, 128, 128] }: Samples): Buffer {
  const [luma, chroma] = [width * height, (width * height) / 2]
  if (level === undefined) {
    return Buffer.concat([Buffer.alloc(luma, y), Buffer.alloc(chroma / 2, u), Buffer.alloc(chroma / 2, v)])
  }
  const samples = new Uint16Array(luma + chroma).fill(level, 0, luma).fill(512, luma)
  return Buffer.from(samples.buffer)
}
