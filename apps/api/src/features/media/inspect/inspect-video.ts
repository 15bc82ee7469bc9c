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
import { looksDecodable, olderCodecOf } from './check-packet.ts'
import { walkBoxes, walkElements } from './container-walk.ts'
import { notComplete, UnsupportedMediaError } from './errors.ts'
import type { MediaFormat } from './formats.ts'
import type { InspectedVideo } from './media-facts.ts'
import { openRandomAccess } from './random-access-file.ts'

/** How many pictures between the first and the last are looked at: a hole in a file is rarely small. */
const SAMPLED_PICTURES = 8
/** Larger ones are beyond every codec's level, so they are a lie. */
const MAX_SIDE = 16_384
/** The longest that any platform takes: 12 hours on YouTube. What says more would be priced by it. */
const MAX_SECONDS = 12 * 3600

/**
 * Reads a video's index and looks at some of its coded pictures; the last packet of every track must be in the file.
 * It does not decode them: that needs a decoder for each codec.
 *
 * @throws UnsupportedMediaError when it is damaged, cut, or has no picture
 */
export async function inspectVideo(path: string, format: MediaFormat): Promise<InspectedVideo> {
  refuseCutContainer(path, format)
  using input = new Input({
    source: new FilePathSource(path, { handleUnhandledError: () => {} }),
    formats: format.mimeType === 'video/webm' ? [WEBM] : [MP4, QTFF],
  })
  try {
    return await readFacts(input, format)
  } catch (error) {
    if (error instanceof UnsupportedMediaError) throw error
    throw notComplete(format, 'it is damaged', error)
  }
}

function refuseCutContainer(path: string, format: MediaFormat): void {
  using file = openRandomAccess(path)
  const state = format.mimeType === 'video/webm' ? walkElements(file) : walkBoxes(file)
  if (state === 'cut') throw notComplete(format, 'it ends early')
  if (state === 'damaged') throw notComplete(format, 'it is damaged')
}

async function readFacts(input: Input, format: MediaFormat): Promise<InspectedVideo> {
  const track = await input.getPrimaryVideoTrack()
  if (track === null) throw new UnsupportedMediaError(`The file is ${format.called} without a video track.`)
  const width = await track.getDisplayWidth()
  const height = await track.getDisplayHeight()
  const isSize = (pixels: number) => Number.isInteger(pixels) && pixels > 0 && pixels <= MAX_SIDE
  if (!isSize(width) || !isSize(height)) throw notComplete(format, 'its picture has no usable size')

  for (const each of await input.getTracks()) await requireLastPacket(each, format)
  const durationSeconds = await input.computeDuration()
  if (!Number.isFinite(durationSeconds) || durationSeconds <= 0) throw notComplete(format, 'it has no duration')
  if (durationSeconds > MAX_SECONDS) throw new UnsupportedMediaError('The video is longer than 12 hours.')
  await requireDecodablePictures(track, format)
  const rotation = await track.getRotation()
  return { kind: 'video', mimeType: format.mimeType, width, height, rotation, durationSeconds }
}

/** An index at the start of the file tells the full duration even when the pictures behind it never came. */
async function requireLastPacket(track: InputTrack, format: MediaFormat): Promise<void> {
  if (!track.isVideoTrack() && !track.isAudioTrack()) return
  const last = await new EncodedPacketSink(track).getPacket(Infinity)
  // A track may be there and empty, as a voice track that was never spoken into.
  if (last === null && track.isAudioTrack()) return
  if (last === null || last.data.byteLength < last.byteLength) throw notComplete(format, 'it ends early')
}

async function requireDecodablePictures(track: InputVideoTrack, format: MediaFormat): Promise<void> {
  const codec = (await track.getCodec()) ?? olderCodecOf(await track.getInternalCodecId())
  if (codec === undefined) throw new UnsupportedMediaError('The video uses a codec that is not supported.')
  const record = (await track.getDecoderConfig())?.description
  const description = record === undefined ? undefined : toBytes(record)
  const sink = new EncodedPacketSink(track)
  const first = await sink.getFirstKeyPacket()
  if (first === null) throw notComplete(format, 'it has no picture to start from')

  const end = await track.computeDuration()
  const times = Array.from(
    { length: SAMPLED_PICTURES },
    (_, i) => first.timestamp + ((end - first.timestamp) * i) / SAMPLED_PICTURES,
  )
  const sampled = await Promise.all(times.map((time) => sink.getPacket(time)))
  for (const packet of [first, ...sampled, await sink.getPacket(Infinity)]) {
    // An empty packet between pictures says "as before".
    if (packet === null || (packet !== first && packet.byteLength === 0)) continue
    const key = packet.type === 'key'
    if (!looksDecodable(codec, { data: packet.data, key, description })) throw notComplete(format, 'it is damaged')
  }
}

function toBytes(source: AllowSharedBufferSource): Uint8Array {
  return ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source)
}
