import type { ErrorCode, ErrorDetail } from '../generated/types.ts'

/** What the client itself has to say; every other code is the server's. */
export type ClientErrorCode =
  | 'ABORTED'
  | 'CONNECTION_ERROR'
  | 'INVALID_ARGUMENT'
  | 'INVALID_SIGNATURE'
  | 'SECRET_LOST'
  | 'TIMEOUT'
  | 'UNEXPECTED_ANSWER'

/** Codes that are known, and those that a newer server may answer. */
export type KnownErrorCode = ErrorCode | ClientErrorCode | (string & {})

export interface PowerPostErrorFields<Code extends string = KnownErrorCode> {
  readonly code: Code
  readonly message: string
  readonly status?: number | undefined
  readonly details?: readonly ErrorDetail[] | undefined
  readonly requestId?: string | undefined
  readonly cause?: unknown
}

/** Everything this client throws. */
export class PowerPostError<Code extends string = KnownErrorCode> extends Error {
  override readonly name: string = 'PowerPostError'
  /** What went wrong, for a program. */
  readonly code: Code
  /** The HTTP status of the answer. Undefined when there was none. */
  readonly status: number | undefined
  /** With `VALIDATION_ERROR`: every field that is wrong. Else empty. */
  readonly details: readonly ErrorDetail[]
  /** The server's name for the request (`X-Request-Id`): name it in a report. Undefined when there was no answer. */
  readonly requestId: string | undefined

  constructor({ code, message, status, details = [], requestId, cause }: PowerPostErrorFields<Code>) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.status = status
    this.details = details
    this.requestId = requestId
  }
}
