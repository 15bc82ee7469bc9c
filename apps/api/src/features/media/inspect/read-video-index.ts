import type { MediaEncoding } from '@powerpost/contract'
import {
  EncodedPacketSink,
  FilePathSource,
  Input,
  type InputTrack,
  type InputVideoTrack,
  MP4,
  QTFF,
  WEBM,
} from 'mediabunny'
import { notComplete, UnsupportedMediaError } from './errors.ts'
import type { MediaFormat } from './formats.ts'
import type { Rotation } from './media-facts.ts'

/** What a video says of itself. */
export interface VideoIndex {
  /** Pixels, as shown. */
  readonly width: number
  readonly height: number
  readonly rotation: Rotation
  readonly durationSeconds: number
  /** Where the last picture begins, from the first on; undefined where nobody knows. */
  readonly lastPictureSeconds: number | undefined
}

interface IndexOptions {
  readonly format: MediaFormat
  readonly isFragmented: boolean
}

interface ReadVideoIndex extends VideoIndex {
  /** As far as the index says it. */
  readonly encoding: MediaEncoding
}

/**
 * Reads a video's index; the last packet of its picture and its sound must be in the file.
 *
 * @throws UnsupportedMediaError when it is cut or has no picture; another error when it cannot be read
 */
export async function readVideoIndex(path: string, { format, isFragmented }: IndexOptions): Promise<ReadVideoIndex> {
  using input = new Input({
    source: new FilePathSource(path, { handleUnhandledError: () => {} }),
    formats: format.mimeType === 'video/webm' ? [WEBM] : [MP4, QTFF],
  })
  const track = await input.getPrimaryVideoTrack()
  if (track === null) throw new UnsupportedMediaError(`The file is ${format.called} without a video track.`)
  for (const each of await input.getTracks()) {
    if (each.isAudioTrack() || each.id === track.id) await requireLastPacket(each, format)
  }
  const last = await new EncodedPacketSink(track).getPacket(Infinity)
  const first = await track.getFirstTimestamp()
  return {
    width: await track.getDisplayWidth(),
    height: await track.getDisplayHeight(),
    rotation: await track.getRotation(),
    // A live recording begins where its stream was joined, and its sound often goes on behind its picture.
    durationSeconds: isFragmented ? (await track.computeDuration()) - first : await input.computeDuration(),
    lastPictureSeconds: last === null ? undefined : last.timestamp - first,
    encoding: await readEncoding(input, track),
  }
}

/** An index at the start of the file says the full duration even when the pictures behind it never came. */
async function requireLastPacket(track: InputTrack, format: MediaFormat): Promise<void> {
  const last = await new EncodedPacketSink(track).getPacket(Infinity)
  // A track may be there and empty, as a voice track that was never spoken into.
  if (last === null && track.isAudioTrack()) return
  if (last === null || last.data.byteLength < last.byteLength) throw notComplete(format, 'it ends early')
}

/** Frames that are counted for the frame rate. */
const COUNTED = 100

async function readEncoding(input: Input, track: InputVideoTrack): Promise<MediaEncoding> {
  const codec = await track.getCodec()
  const sound = await input.getPrimaryAudioTrack()
  const audioCodec = await sound?.getCodec()
  const { averagePacketRate } = await track.computePacketStats(COUNTED)
  const { primaries, transfer } = await track.getColorSpace()
  return {
    ...(codec && { video_codec: codec === 'avc' ? 'h264' : codec }),
    ...(averagePacketRate > 0 && { frame_rate: Math.round(averagePacketRate * 1000) / 1000 }),
    has_audio: sound !== null,
    ...(audioCodec && { audio_codec: audioCodec }),
    ...(sound && {
      audio_sample_rate: await sound.getSampleRate(),
      audio_channels: await sound.getNumberOfChannels(),
    }),
    color: {
      ...(primaries && { primaries }),
      ...(transfer && { transfer }),
      hdr: await track.hasHighDynamicRange(),
    },
  }
}
