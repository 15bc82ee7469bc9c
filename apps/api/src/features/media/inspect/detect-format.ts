import { fileTypeFromBuffer, fileTypeFromFile, type FileTypeResult } from 'file-type'
import { UnsupportedMediaError } from './errors.ts'
import { findMediaFormat, type MediaFormat } from './formats.ts'

/** Enough for file-type to tell the formats we take from their cousins. */
export const SNIFF_BYTES = 4100

const TAKEN = 'Images must be JPEG, PNG, WebP or HEIC, videos MP4, MOV or WebM, and documents PDF.'

/**
 * The format by the file's first bytes alone; whether the rest is sound is not looked at.
 *
 * @throws UnsupportedMediaError when it is none that we take
 */
export async function detectFileFormat(path: string): Promise<MediaFormat> {
  return takenFormat(await fileTypeFromFile(path))
}

/** The same for the start of a file, `SNIFF_BYTES` of it if it has as many. */
export async function detectFormat(start: Uint8Array): Promise<MediaFormat> {
  return takenFormat(await fileTypeFromBuffer(start))
}

function takenFormat(found: FileTypeResult | undefined): MediaFormat {
  if (found === undefined)
    throw new UnsupportedMediaError(`The file is not a supported image, video or document. ${TAKEN}`)
  const format = findMediaFormat(found.mime)
  if (format === undefined) {
    throw new UnsupportedMediaError(
      `The file is of the type ${found.ext.toUpperCase()}, which is not supported. ${TAKEN}`,
    )
  }
  return format
}
