import { AppError, unavailable } from '#shared/app-error.ts'
import { StorageFullError, TooLargeError } from '#storage/errors.ts'
import { InspectionFailedError, UnsupportedMediaError } from './inspect/errors.ts'

/** What a caller is answered when a file could not be stored or is not taken; any other error as it is. */
export function toUploadRefusal(error: unknown): unknown {
  if (error instanceof TooLargeError) {
    const mebibytes = Math.round(error.maxBytes / 1024 / 1024)
    return new AppError('FILE_TOO_LARGE', `The file is larger than ${mebibytes} MiB.`)
  }
  if (error instanceof UnsupportedMediaError) return new AppError('UNSUPPORTED_MEDIA_TYPE', error.publicMessage)
  if (error instanceof InspectionFailedError)
    return unavailable('The file could not be inspected in time. Send it again.', error)
  if (error instanceof StorageFullError) return unavailable('The server has no space left to store the file.', error)
  return error
}
