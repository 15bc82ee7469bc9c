import type { CodecContext, Demuxer, Frame, Stream } from 'node-av'
import type { Ffmpeg } from '#shared/load-ffmpeg.ts'

/** The track of a video that a player would show. */
export interface PictureTrack extends AsyncDisposable {
  readonly demuxer: Demuxer
  readonly stream: Stream
  /** FFmpeg's name of how a pixel is stored, such as `yuv420p`. Known once a frame was decoded. */
  pixelFormat(): string
  /** Where the picture begins, in units of the stream. */
  readonly firstTimestamp: bigint
  /** Seconds from the first frame to a timestamp. */
  secondsAt(timestamp: bigint): number
  /**
   * Frames in the order they are shown, from the key frame at or before a time to the end. Packets that cannot be decoded are
   * skipped, as players do. The caller frees each frame.
   *
   * @param seconds from the first frame on
   */
  framesFrom(seconds: number): AsyncGenerator<Frame>
}

/** Seconds that no video has. */
const MOST_SECONDS = 1e7

/**
 * Opens the track of a file that a player would show.
 *
 * @returns undefined when it has none that FFmpeg can decode
 * @throws FFmpegError when the file cannot be read at all
 */
export async function openPictureTrack(ffmpeg: Ffmpeg, path: string): Promise<PictureTrack | undefined> {
  // Only local files, and only the formats we take: a playlist could name others.
  const options = { protocol_whitelist: 'file', format_whitelist: 'mov,mp4,m4a,3gp,3g2,mj2,matroska,webm' }
  const demuxer = await ffmpeg.Demuxer.open(path, { options, dtsDeltaThreshold: 0 })
  const stream = demuxer.findBestStream(ffmpeg.AVMEDIA_TYPE_VIDEO)
  const context = stream && (await openDecoder(ffmpeg, stream))
  if (!stream || !context) {
    await demuxer.close()
    return undefined
  }
  const firstTimestamp = stream.startTime === ffmpeg.AV_NOPTS_VALUE ? 0n : stream.startTime
  const { num, den } = stream.timeBase
  return {
    demuxer,
    stream,
    firstTimestamp,
    pixelFormat: () => ffmpeg.avGetPixFmtName(context.pixelFormat) ?? '',
    secondsAt: (timestamp) => (Number(timestamp - firstTimestamp) * num) / den,
    framesFrom(seconds) {
      const ticks = (Math.min(Math.max(0, seconds), MOST_SECONDS) * den) / num
      const timestamp = firstTimestamp + BigInt(Math.round(ticks))
      return decodeFrom(ffmpeg, { demuxer, stream, context, firstTimestamp }, timestamp)
    },
    async [Symbol.asyncDispose]() {
      context.freeContext()
      await demuxer.close()
    },
  }
}

async function openDecoder(ffmpeg: Ffmpeg, stream: Stream): Promise<CodecContext | undefined> {
  const codec = ffmpeg.Codec.findDecoder(stream.codecpar.codecId)
  if (!codec) return undefined
  const context = new ffmpeg.CodecContext()
  context.allocContext3(codec)
  context.parametersToContext(stream.codecpar)
  context.pktTimebase = stream.timeBase
  context.threadCount = 1
  return (await context.open2(codec)) < 0 ? undefined : context
}

interface Decoding {
  readonly demuxer: Demuxer
  readonly stream: Stream
  readonly context: CodecContext
  readonly firstTimestamp: bigint
}

async function* decodeFrom(ffmpeg: Ffmpeg, decoding: Decoding, timestamp: bigint): AsyncGenerator<Frame> {
  const { demuxer, stream, context, firstTimestamp } = decoding
  const input = demuxer.getFormatContext()
  // To the key frame before it; where there is none, to the first there is.
  if ((await input.seekFrame(stream.index, timestamp, ffmpeg.AVSEEK_FLAG_BACKWARD)) < 0) {
    await input.seekFrame(stream.index, firstTimestamp, ffmpeg.AVSEEK_FLAG_ANY)
  }
  context.flushBuffers()
  using packet = new ffmpeg.Packet()
  packet.alloc()
  for (;;) {
    const isOver = (await input.readFrame(packet)) < 0
    if (isOver || packet.streamIndex === stream.index) {
      await context.sendPacket(isOver ? null : packet)
      yield* receiveFrames(ffmpeg, context)
    }
    packet.unref()
    if (isOver) return
  }
}

async function* receiveFrames(ffmpeg: Ffmpeg, context: CodecContext): AsyncGenerator<Frame> {
  for (;;) {
    const frame = new ffmpeg.Frame()
    frame.alloc()
    if ((await context.receiveFrame(frame)) < 0) return frame.free()
    yield frame
  }
}
