import { detectFileFormat } from './detect-format.ts'
import { InspectionFailedError, UnsupportedMediaError } from './errors.ts'
import type { MediaFormat, MediaKind } from './formats.ts'
import type { InspectedMedia } from './media-facts.ts'
import { openRandomAccess } from './random-access-file.ts'
import { refusePolyglot } from './refuse-polyglot.ts'

type Inspect = (path: string, format: MediaFormat) => Promise<InspectedMedia>

/** Loaded when needed: each takes about 0.1 s, and a process looks at one file. */
const INSPECTORS: Record<MediaKind | 'heic', () => Promise<Inspect>> = {
  heic: async () => (await import('./inspect-heic.ts')).inspectHeic,
  document: async () => (await import('./inspect-document.ts')).inspectDocument,
  image: async () => (await import('./inspect-image.ts')).inspectImage,
  video: async () => (await import('./inspect-video.ts')).inspectVideo,
}

/**
 * Looks a file through in this process. Only for a process that may be killed: a hostile file can stall or end it.
 *
 * @param onReady called when all code is loaded and the file is known to be there: what breaks after it, the file broke
 * @throws UnsupportedMediaError, or InspectionFailedError when it could not begin
 */
export async function inspectMedia(path: string, onReady: () => void): Promise<InspectedMedia> {
  const format = await detectSafely(path)
  const inspect = await INSPECTORS[format.mimeType === 'image/heic' ? 'heic' : format.kind]().catch(
    (error: unknown) => {
      throw new InspectionFailedError('a decoder could not be loaded', { cause: error })
    },
  )
  onReady()
  return inspect(path, format)
}

async function detectSafely(path: string): Promise<MediaFormat> {
  using file = openFile(path)
  if (file.size === 0) throw new UnsupportedMediaError('The file is empty.')
  const format = await detectFileFormat(path)
  refusePolyglot(file, format.kind)
  return format
}

function openFile(path: string) {
  try {
    return openRandomAccess(path)
  } catch (error) {
    throw new InspectionFailedError('the file cannot be opened', { cause: error })
  }
}
