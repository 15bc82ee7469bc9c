/**
 * Why something was not published.
 *
 * - `retry`: it may work later: too many requests, a fault of the platform, no connection.
 * - `restart`: it may work from the first step on: what was prepared is spoilt or too old.
 * - `reconnect`: a person has to connect the account again.
 * - `never`: it will not work as it is.
 */
export type PublishFailure = 'retry' | 'restart' | 'reconnect' | 'never'

/**
 * What a failure is about.
 *
 * - `item`: this item.
 * - `account`: a quota of the platform account: nothing of it is posted before the quota is reset.
 * - `app`: a quota of this server's app at the platform, which all accounts share.
 */
export type FailureScope = 'item' | 'account' | 'app'

interface PublishErrorOptions extends ErrorOptions {
  platformError?: string
  retryAfterSeconds?: number
  scope?: FailureScope
  notBefore?: Date
}

/** Something was surely not published: the platform refused it, or a connection, a file or a setting is missing here. */
export class PublishError extends Error {
  override readonly name: string = 'PublishError'
  readonly failure: PublishFailure
  /** The platform's own code for it, e.g. `403 duplicate`. Shown to the caller, so never a token nor a whole response. */
  readonly platformError: string | undefined
  /** After how many seconds the platform can be called again. */
  readonly retryAfterSeconds: number | undefined
  /** Of a `retry` or a `restart`. A quota of an account or an app fails no item: they wait, and no attempt is counted. */
  readonly scope: FailureScope
  /** When the quota is reset. Undefined: the platform did not say. */
  readonly notBefore: Date | undefined

  /** @param message a sentence that says what happened and how to fix it: callers see it */
  constructor(failure: PublishFailure, message: string, options: PublishErrorOptions = {}) {
    super(message, options)
    this.failure = failure
    this.platformError = options.platformError
    this.retryAfterSeconds = options.retryAfterSeconds
    this.scope = options.scope ?? 'item'
    this.notBefore = options.notBefore
  }
}

/**
 * The version of the platform's API that this server is set to has ended: nothing is posted, by no account, until the operator sets
 * another one. Items wait, as for a quota of the app.
 */
export class ApiVersionEndedError extends PublishError {
  override readonly name = 'ApiVersionEndedError'
}

/** The platform refused something, surely without effect. What adapters throw. */
export class PlatformError extends PublishError {
  override readonly name = 'PlatformError'
}
