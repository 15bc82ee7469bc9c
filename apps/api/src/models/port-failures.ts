/**
 * Why a model could not write.
 *
 * - `busy`: too many requests; worth another try after `retryAfterSeconds`.
 * - `down`: it cannot be reached, or broke; worth another try soon.
 * - `silent`: it accepted the request and did not answer in time; worth another try soon.
 * - `no_such_model`: its vendor has no model of this name, or the address is another's; the operator must fix it.
 * - `no_credit`: the operator's account at the vendor is empty; the operator must fill it.
 * - `misconfigured`: its key or address is wrong; the operator must fix it.
 * - `too_long`: it cannot take so much text; the caller must give less, or the operator another model.
 * - `refused`: it will not write about this.
 * - `unusable`: what it answered cannot be used, after a repair was asked for.
 */
export type ModelFailure =
  | 'busy'
  | 'down'
  | 'silent'
  | 'no_such_model'
  | 'no_credit'
  | 'misconfigured'
  | 'too_long'
  | 'refused'
  | 'unusable'

/** A model could not write. The message is for the log: it names no key and repeats nothing of the vendor's text. */
export class ModelError extends Error {
  override readonly name = 'ModelError'
  readonly failure: ModelFailure
  readonly retryAfterSeconds: number | undefined

  constructor(failure: ModelFailure, message: string, options: ErrorOptions & { retryAfterSeconds?: number } = {}) {
    super(message, options)
    this.failure = failure
    this.retryAfterSeconds = options.retryAfterSeconds
  }
}
