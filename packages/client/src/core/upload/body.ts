import type { Fetch } from '../options.ts'

/** The body of a request: opened again for every attempt. */
export interface Body {
  readonly contentType: string
  /** Whether it can be read only once, so that a request cannot be repeated. */
  readonly once: boolean
  /**
   * @param sent called for every piece that was sent, since a slow upload is no silent one.
   */
  open(sent: () => void): Pick<RequestInit, 'body'> & { readonly duplex?: 'half' }
  /** What sends it, if that is not the client's `fetch`. */
  readonly send?: Fetch | undefined
}
