import type { ErrorCode, ErrorDetail, Scope } from '@powerpost/contract'

interface AppErrorOptions {
  readonly details?: readonly ErrorDetail[]
  /** Headers the answer needs, e.g. `Retry-After`. */
  readonly headers?: Readonly<Record<string, string>>
  /** Seconds after which the same request may succeed; told in the body too. */
  readonly retryAfter?: number
  /** What really happened; logged, never shown to a caller. */
  readonly cause?: unknown
}

/** A refusal or fault that a caller sees: `code` decides the status, `message` is shown as it is. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly details: readonly ErrorDetail[] | undefined
  readonly headers: Readonly<Record<string, string>>
  readonly retryAfter: number | undefined

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause })
    this.code = code
    this.details = options.details
    this.retryAfter = options.retryAfter
    this.headers = options.headers ?? {}
  }
}

/** A field of the request that is wrong, found where only the server can look: in its database. */
export function invalidField(path: string, message: string): AppError {
  return new AppError('VALIDATION_ERROR', `${path} ${message}`, { details: [{ path, message }] })
}

/** INVALID_API_KEY. One sentence for malformed, unknown, revoked and expired: which it is helps only who tries keys out. */
export function invalidApiKey(message = 'The API key is not valid.'): AppError {
  return new AppError('INVALID_API_KEY', message, { headers: { 'WWW-Authenticate': 'Bearer' } })
}

/** INSUFFICIENT_SCOPE. */
export function insufficientScope(scope: Scope): AppError {
  return new AppError('INSUFFICIENT_SCOPE', `The API key lacks the scope ${scope}.`)
}

/** FORBIDDEN, in the same words for a workspace of another account and for none at all. */
export function foreignWorkspace(): AppError {
  return new AppError('FORBIDDEN', 'The API key has no access to this workspace.')
}

/** RATE_LIMIT_EXCEEDED, with when to try again: in at least a second. */
export function tooManyRequests(message: string, milliseconds: number): AppError {
  const retryAfter = Math.max(1, Math.ceil(milliseconds / 1000))
  return new AppError('RATE_LIMIT_EXCEEDED', `${message} Try again in ${retryAfter} s.`, {
    headers: { 'Retry-After': String(retryAfter) },
    retryAfter,
  })
}

const RETRY_AFTER_SECONDS = 5

/** What is away now and will be back: UNAVAILABLE, with when to try again. */
export function unavailable(message: string, cause?: unknown, retryAfterSeconds = RETRY_AFTER_SECONDS): AppError {
  return new AppError('UNAVAILABLE', message, { headers: { 'Retry-After': String(retryAfterSeconds) }, cause })
}
