import type { MediaFormat } from './formats.ts'

/** The file is not one of the pictures and videos we take, or not a whole one. It will not do better next time. */
export class UnsupportedMediaError extends Error {
  override readonly name = 'UnsupportedMediaError'
  /** For the person who sent the file: no path, no library's words. */
  readonly publicMessage: string

  constructor(publicMessage: string, options?: ErrorOptions) {
    super(publicMessage, options)
    this.publicMessage = publicMessage
  }
}

/** The inspection itself could not be made: no process could be started, or it broke before it saw the file. */
export class InspectionFailedError extends Error {
  override readonly name = 'InspectionFailedError'
}

/** The refusal of a file that is of a format we take, but not all of it or not sound. */
export function notComplete(format: MediaFormat, why: string, cause?: unknown): UnsupportedMediaError {
  const complete = format.called.replace(/^an? /, 'a complete ')
  return new UnsupportedMediaError(`The file is not ${complete}: ${why}.`, { cause })
}
