import type { ErrorCode, ErrorDetail } from '@powerpost/contract'

interface AppErrorOptions {
  readonly details?: readonly ErrorDetail[]
  /** Headers the answer needs, e.g. `Retry-After`. */
  readonly headers?: Readonly<Record<string, string>>
  /** What really happened; logged, never shown to a caller. */
  readonly cause?: unknown
}

/** A refusal or fault that a caller is told of: `code` decides the status, `message` is shown as it is. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly details: readonly ErrorDetail[] | undefined
  readonly headers: Readonly<Record<string, string>>

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause })
    this.code = code
    this.details = options.details
    this.headers = options.headers ?? {}
  }
}

/** A field of the request that is wrong, found where only the server can look: in its database. */
export function invalidField(path: string, message: string): AppError {
  return new AppError('VALIDATION_ERROR', `${path} ${message}`, { details: [{ path, message }] })
}

const RETRY_AFTER_SECONDS = '5'

/** What is away now and will be back: UNAVAILABLE, with when to try again. */
export function unavailable(message: string, cause?: unknown): AppError {
  return new AppError('UNAVAILABLE', message, { headers: { 'Retry-After': RETRY_AFTER_SECONDS }, cause })
}
