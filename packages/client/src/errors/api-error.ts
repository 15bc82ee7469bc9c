import type { ErrorCode } from '../generated/types.ts'
import type { PowerPostErrorFields } from './powerpost-error.ts'
import { PowerPostError } from './powerpost-error.ts'

export interface APIErrorFields<Code extends string> extends PowerPostErrorFields<Code> {
  readonly status: number
  readonly headers: Headers
  readonly docUrl?: string | undefined
  readonly retryAfter?: number | undefined
}

/** The server answered, and refused or failed. There is a class for every status: catch those, or look at `code`. */
export class APIError<Code extends string = ErrorCode | (string & {})> extends PowerPostError<Code> {
  override readonly name: string = 'APIError'
  override readonly status: number
  /** The headers of the answer. */
  declare readonly headers: Headers
  /** Where the server explains this error. */
  readonly docUrl: string | undefined
  /** In how many seconds the server wants to be asked again. Undefined when it did not say. */
  readonly retryAfter: number | undefined

  constructor(fields: APIErrorFields<Code>) {
    super(fields)
    this.status = fields.status
    // There, but not printed: what an error says is not to be looked for among them.
    Object.defineProperty(this, 'headers', { value: fields.headers, enumerable: false })
    this.docUrl = fields.docUrl
    this.retryAfter = fields.retryAfter
  }
}
