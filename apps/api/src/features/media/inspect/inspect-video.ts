import { loadFfmpeg } from '../ffmpeg/load-ffmpeg.ts'
import { walkBoxes, walkElements } from './container-walk.ts'
import { notComplete, UnsupportedMediaError } from './errors.ts'
import type { MediaFormat } from './formats.ts'
import type { InspectedVideo } from './media-facts.ts'
import { openRandomAccess } from './random-access-file.ts'
import { isProtected } from './read-boxes.ts'
import { decodeVideo } from './decode-video.ts'
import type { VideoIndex } from './read-video-index.ts'
import { readVideoIndex } from './read-video-index.ts'

// Loaded before the file is touched, so that no file is blamed for it.
const ffmpeg = await loadFfmpeg()

/** Larger ones are beyond every codec's level, so they are a lie. */
const MAX_SIDE = 16_384
/** The longest that any platform takes: 12 hours on YouTube. What says more would be priced by it. */
const MAX_SECONDS = 12 * 3600

/**
 * Reads a video's index, and decodes some of its pictures where FFmpeg's libraries are there. Without them, what can be read is
 * taken.
 *
 * @throws UnsupportedMediaError when it is cut, protected, damaged, or has no picture
 */
export async function inspectVideo(path: string, format: MediaFormat): Promise<InspectedVideo> {
  refuseContainer(path, format)
  const index = await readVideoIndex(path, format).catch((error: unknown) => {
    if (error instanceof UnsupportedMediaError || !ffmpeg) throw refusalOf(error, format)
    // What its parser trips over, FFmpeg may read.
    return undefined
  })
  const decoded = ffmpeg && (await decodeVideo(ffmpeg, path, index?.lastPictureSeconds))
  if (decoded === 'damaged') throw notComplete(format, 'it is damaged')
  if (decoded === 'unknown codec') throw new UnsupportedMediaError('The video uses a codec that is not supported.')
  const facts = index ?? decoded
  if (!facts) throw notComplete(format, 'it is damaged')
  return { kind: 'video', mimeType: format.mimeType, ...checkIndex(facts, format) }
}

function refusalOf(error: unknown, format: MediaFormat): UnsupportedMediaError {
  return error instanceof UnsupportedMediaError ? error : notComplete(format, 'it is damaged', error)
}

function refuseContainer(path: string, format: MediaFormat): void {
  using file = openRandomAccess(path)
  const isWebm = format.mimeType === 'video/webm'
  const state = isWebm ? walkElements(file) : walkBoxes(file)
  if (state === 'cut') throw notComplete(format, 'it ends early')
  if (state === 'damaged') throw notComplete(format, 'it is damaged')
  if (!isWebm && isProtected(file)) {
    throw new UnsupportedMediaError('The video is protected: it is encrypted. Send it without its protection.')
  }
}

function checkIndex({ width, height, rotation, durationSeconds }: VideoIndex, format: MediaFormat) {
  const isSize = (pixels: number) => Number.isInteger(pixels) && pixels > 0 && pixels <= MAX_SIDE
  if (!isSize(width) || !isSize(height)) throw notComplete(format, 'its picture has no usable size')
  if (!Number.isFinite(durationSeconds) || durationSeconds <= 0) throw notComplete(format, 'it has no duration')
  if (durationSeconds > MAX_SECONDS) throw new UnsupportedMediaError('The video is longer than 12 hours.')
  return { width, height, rotation, durationSeconds }
}
