/** A rendition cannot be made, or not now. */
export class RenditionError extends Error {
  override readonly name = 'RenditionError'
  /** Why, for the caller. */
  readonly publicMessage: string
  readonly isRetryable: boolean

  constructor(publicMessage: string, { isRetryable, ...options }: ErrorOptions & { readonly isRetryable: boolean }) {
    super(publicMessage, options)
    this.publicMessage = publicMessage
    this.isRetryable = isRetryable
  }
}
