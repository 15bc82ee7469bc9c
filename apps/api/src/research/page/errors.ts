/**
 * Why an address that was fetched gives no text.
 *
 * - `no_page`: it answered with an error, or with nothing.
 * - `not_text`: it is a file of another type than HTML or plain text.
 * - `unreadable`: it is broken, or built to be hard to read.
 * - `busy`: we could not read it now; nothing is known of the page.
 */
export type PageFailure = 'no_page' | 'not_text' | 'unreadable' | 'busy'

/** A page gave no text. Like an OutboundError's, `message` goes on a sentence about the address and may be shown. */
export class PageError extends Error {
  override readonly name = 'PageError'
  readonly failure: PageFailure

  constructor(failure: PageFailure, message: string, options?: ErrorOptions) {
    super(message, options)
    this.failure = failure
  }
}
