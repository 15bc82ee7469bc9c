import { PowerPostError } from './powerpost-error.ts'

/** No answer, or not a whole one: refused, reset, no such host, a body cut short. `cause` is what `fetch` threw. */
export class APIConnectionError extends PowerPostError<'CONNECTION_ERROR'> {
  override readonly name = 'APIConnectionError'

  constructor(message: string, cause?: unknown) {
    super({ code: 'CONNECTION_ERROR', message, cause })
  }
}

/** No whole answer within `timeout`; or, from `waitFor`, no end within `maxWait`. */
export class APITimeoutError extends PowerPostError<'TIMEOUT'> {
  override readonly name = 'APITimeoutError'

  constructor(message: string) {
    super({ code: 'TIMEOUT', message })
  }
}

/** Your `signal` was aborted. `cause` is its reason. */
export class APIUserAbortError extends PowerPostError<'ABORTED'> {
  override readonly name = 'APIUserAbortError'

  constructor(cause: unknown) {
    super({ code: 'ABORTED', message: 'The request was aborted.', cause })
  }
}
