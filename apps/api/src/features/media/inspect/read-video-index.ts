import { EncodedPacketSink, FilePathSource, Input, type InputTrack, MP4, QTFF, WEBM } from 'mediabunny'
import { notComplete, UnsupportedMediaError } from './errors.ts'
import type { MediaFormat } from './formats.ts'
import type { Rotation } from './media-facts.ts'
import { openRandomAccess } from './random-access-file.ts'
import { readBoxes } from './read-boxes.ts'

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

/**
 * Reads a video's index; the last packet of its picture and its sound must be in the file.
 *
 * @throws UnsupportedMediaError when it is cut or has no picture; another error when it cannot be read
 */
export async function readVideoIndex(path: string, format: MediaFormat): Promise<VideoIndex> {
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
    durationSeconds: isFragmented(path) ? (await track.computeDuration()) - first : await input.computeDuration(),
    lastPictureSeconds: last === null ? undefined : last.timestamp - first,
  }
}

/** An index at the start of the file says the full duration even when the pictures behind it never came. */
async function requireLastPacket(track: InputTrack, format: MediaFormat): Promise<void> {
  const last = await new EncodedPacketSink(track).getPacket(Infinity)
  // A track may be there and empty, as a voice track that was never spoken into.
  if (last === null && track.isAudioTrack()) return
  if (last === null || last.data.byteLength < last.byteLength) throw notComplete(format, 'it ends early')
}

function isFragmented(path: string): boolean {
  using file = openRandomAccess(path)
  for (const { type } of readBoxes(file)) if (type === 'moof') return true
  return false
}
