/** The vendor said nothing for too long, or talked for too long. */
export class CallTimeoutError extends Error {
  override readonly name = 'CallTimeoutError'
}

/** More came than any answer can need. */
export class AnswerTooLargeError extends Error {
  override readonly name = 'AnswerTooLargeError'
}

/** A web page came where a model's answer was asked for. */
export class WebPageError extends Error {
  override readonly name = 'WebPageError'
}

/** The answer ended before it was finished. */
export class AnswerCutError extends Error {
  override readonly name = 'AnswerCutError'
}

/** The vendor's filter, or the model itself, will not have this written. */
export class RefusalError extends Error {
  override readonly name = 'RefusalError'
}
