/**
 * Why a foreign address was not fetched.
 *
 * - `bad_url`: it is no address we would ever fetch: another scheme, user info, a strange port or spelling.
 * - `address_refused`: it is, leads to, or resolves to an address that is not public.
 * - `unreachable`: no name, no connection, no trust in its certificate, or an answer that breaks HTTP.
 * - `timeout`: it took longer than allowed, in all or between two signs of life.
 * - `too_large`: its body (as sent or unpacked) or its headers are larger than allowed.
 * - `too_many_redirects`: it redirects more often than allowed; where none is allowed, at all.
 */
export type OutboundFailure =
  | 'bad_url'
  | 'address_refused'
  | 'unreachable'
  | 'timeout'
  | 'too_large'
  | 'too_many_redirects'

/**
 * A foreign address was not fetched.
 *
 * `message` may be shown to whoever named the address: it goes on a sentence whose subject is the address ("must use
 * https", "cannot be reached") and says nothing of what a name resolved to. `cause` does: it is for the log alone.
 */
export class OutboundError extends Error {
  override readonly name = 'OutboundError'
  readonly kind: OutboundFailure

  constructor(kind: OutboundFailure, message: string, options?: ErrorOptions) {
    super(message, options)
    this.kind = kind
  }
}

/** The one message for every private address: literal, resolved or redirected to, so that they cannot be distinguished. */
export function addressRefused(cause?: unknown): OutboundError {
  return new OutboundError('address_refused', 'must not be a private address or lead to one', { cause })
}
