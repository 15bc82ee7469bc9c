import type { StoredFacts } from '#db/types.ts'
import { loadFfmpeg } from '#shared/load-ffmpeg.ts'
import { walkBoxes, walkElements } from './container-walk.ts'
import { decodeVideo } from './decode-video.ts'
import { notComplete, UnsupportedMediaError } from './errors.ts'
import type { MediaFormat } from './formats.ts'
import type { InspectedVideo } from './media-facts.ts'
import { openRandomAccess } from './random-access-file.ts'
import type { BoxLayout } from './read-boxes.ts'
import { isProtected, readLayout } from './read-boxes.ts'
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
  const layout = readContainer(path, format)
  const index = await readVideoIndex(path, { format, isFragmented: layout?.isFragmented ?? false }).catch(
    (error: unknown) => {
      if (error instanceof UnsupportedMediaError || !ffmpeg) throw refusalOf(error, format)
      // What its parser trips over, FFmpeg may read.
      return undefined
    },
  )
  const decoded = ffmpeg && (await decodeVideo(ffmpeg, path, index?.lastPictureSeconds))
  if (decoded === 'damaged') throw notComplete(format, 'it is damaged')
  if (decoded === 'unknown codec') throw new UnsupportedMediaError('The video uses a codec that is not supported.')
  const read = index ?? decoded?.index
  if (!read) throw notComplete(format, 'it is damaged')
  const facts: StoredFacts = {
    ...(decoded ? { ...decoded.encoding, square_pixels: decoded.hasSquarePixels } : index?.encoding),
    ...(layout && {
      index_first: layout.isIndexFirst,
      has_edit_list: layout.hasEditList,
      has_place: layout.hasPlace,
    }),
    ...(!decoded && { warnings: [NOT_DECODED] }),
  }
  return { kind: 'video', mimeType: format.mimeType, ...checkIndex(read, format), facts }
}

const NOT_DECODED = {
  code: 'not_decoded',
  message: 'The server has no video decoder, so it was not checked whether the video can be played.',
} as const

function refusalOf(error: unknown, format: MediaFormat): UnsupportedMediaError {
  return error instanceof UnsupportedMediaError ? error : notComplete(format, 'it is damaged', error)
}

/** The layout of an MP4 or MOV; undefined for a WebM. */
function readContainer(path: string, format: MediaFormat): BoxLayout | undefined {
  using file = openRandomAccess(path)
  const isWebm = format.mimeType === 'video/webm'
  const state = isWebm ? walkElements(file) : walkBoxes(file)
  if (state === 'cut') throw notComplete(format, 'it ends early')
  if (state === 'damaged') throw notComplete(format, 'it is damaged')
  if (isWebm) return undefined
  if (isProtected(file)) {
    throw new UnsupportedMediaError('The video is protected: it is encrypted. Send it without its protection.')
  }
  return readLayout(file)
}

function checkIndex({ width, height, rotation, durationSeconds }: VideoIndex, format: MediaFormat) {
  const isSize = (pixels: number) => Number.isInteger(pixels) && pixels > 0 && pixels <= MAX_SIDE
  if (!isSize(width) || !isSize(height)) throw notComplete(format, 'its picture has no usable size')
  if (!Number.isFinite(durationSeconds) || durationSeconds <= 0) throw notComplete(format, 'it has no duration')
  if (durationSeconds > MAX_SECONDS) throw new UnsupportedMediaError('The video is longer than 12 hours.')
  return { width, height, rotation, durationSeconds }
}
