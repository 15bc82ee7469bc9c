import type { Ffmpeg } from '#shared/load-ffmpeg.ts'

interface EncodeOptions {
  readonly width: number
  readonly height: number
  readonly frameRate: number
  /** Each in `yuv420p`; read before the next is asked for. */
  readonly frames: AsyncIterable<Uint8Array>
  /** The path of the file. */
  readonly output: string
}

/** Of x264, from 0 to 51, lower is better: edges of pure colour stay clean, and shades without bands. */
const CRF = 17
const PRESET = 'faster'
/** Cores are shared with the server. */
const THREADS = 2
/** Platforms refuse more for a file of this size. Bits a second. */
const MAX_BITRATE = 12e6
/** Seconds between two frames that stand for themselves. */
const KEYFRAME_SECONDS = 2

/** The index in front, and no edit lists: what some platforms require, and all take. */
const LAYOUT = { movflags: 'faststart+negative_cts_offsets', use_editlist: false } as const

/** Makes a silent MP4 (H.264, 8 bits of 4:2:0, BT.709) of frames. Only for a process that may be killed. */
export async function encodeVideo(ffmpeg: Ffmpeg, options: EncodeOptions): Promise<void> {
  const { width, height, frameRate, frames, output } = options
  const encoder = await ffmpeg.Encoder.create(ffmpeg.FF_ENCODER_LIBX264, {
    context: {
      gopSize: KEYFRAME_SECONDS * frameRate,
      rcMaxRate: MAX_BITRATE,
      rcBufferSize: MAX_BITRATE * 2,
      threadCount: THREADS,
      colorPrimaries: ffmpeg.AVCOL_PRI_BT709,
      colorTrc: ffmpeg.AVCOL_TRC_BT709,
      colorSpace: ffmpeg.AVCOL_SPC_BT709,
      colorRange: ffmpeg.AVCOL_RANGE_MPEG,
      framerate: new ffmpeg.Rational(frameRate, 1),
    },
    options: { preset: PRESET, crf: CRF, 'aq-mode': 'autovariance-biased' },
  })
  await using muxer = await ffmpeg.Muxer.open(output, { format: 'mp4', options: LAYOUT })
  const stream = muxer.addStream(encoder)
  let number = 0
  const write = async (frame: InstanceType<Ffmpeg['Frame']> | null) => {
    for (const packet of await encoder.encodeAll(frame)) {
      await muxer.writePacket(packet, stream)
      packet.free()
    }
  }
  for await (const bytes of frames) {
    using frame = ffmpeg.Frame.fromVideoBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
      width,
      height,
      format: ffmpeg.AV_PIX_FMT_YUV420P,
      timeBase: { num: 1, den: frameRate },
      pts: BigInt(number),
    })
    frame.colorPrimaries = ffmpeg.AVCOL_PRI_BT709
    frame.colorTrc = ffmpeg.AVCOL_TRC_BT709
    frame.colorSpace = ffmpeg.AVCOL_SPC_BT709
    frame.colorRange = ffmpeg.AVCOL_RANGE_MPEG
    number += 1
    await write(frame)
  }
  await write(null)
  await muxer.close()
}
