import { AppError, unavailable } from '#shared/app-error.ts'
import { RequestValidationError } from '@ts-rest/express'
import type { Request } from 'express'
import { DatabaseError } from 'pg'
import type { RequestPart } from './describe-issues.ts'
import { describeIssues } from './describe-issues.ts'

/** What a caller is told of anything that was thrown. What is not known is INTERNAL_ERROR, with nothing of its text. */
export function toAppError(error: unknown, request: Request): AppError {
  if (error instanceof AppError) return error
  if (error instanceof RequestValidationError) return fromValidation(error, request)
  if (isUnavailable(error)) return unavailable('The database cannot be reached at the moment.', error)
  return fromBodyParser(error) ?? new AppError('INTERNAL_ERROR', 'Something broke on our side.', { cause: error })
}

function fromValidation(error: RequestValidationError, request: Request): AppError {
  const found: [RequestPart, { readonly issues: readonly unknown[] } | null, unknown][] = [
    ['path', error.pathParams, request.params],
    ['header', error.headers, request.headers],
    ['query', error.query, request.query],
    ['body', error.body, request.body],
  ]
  const details = found.flatMap(([part, problem, input]) =>
    problem ? describeIssues(part, problem.issues, input) : [],
  )
  const [first] = details
  const message = first ? `${first.path} ${first.message}` : 'The request is invalid'
  const more = details.length > 1 ? ` (and ${details.length - 1} more, see details)` : ''
  return new AppError('VALIDATION_ERROR', `${message}${more}`, { details })
}

/** What body-parser throws, by the `type` it documents. */
function fromBodyParser(error: unknown): AppError | undefined {
  const type = readString(error, 'type')
  switch (type) {
    case 'entity.parse.failed':
      return invalidBody('is not valid JSON')
    case 'request.size.invalid':
    case 'request.aborted':
      return invalidBody('did not arrive whole')
    case 'entity.too.large':
      return new AppError('PAYLOAD_TOO_LARGE', 'The JSON body is larger than 1 MiB.')
    case 'charset.unsupported':
    case 'encoding.unsupported':
      return new AppError('UNSUPPORTED_MEDIA_TYPE', 'Send the body as application/json in UTF-8.')
    default:
      // What the router cannot decode in a path, and what inflating a body breaks on.
      return readNumber(error, 'status') === 400
        ? new AppError('VALIDATION_ERROR', 'The request is malformed.')
        : undefined
  }
}

function invalidBody(message: string): AppError {
  return new AppError('VALIDATION_ERROR', `The body ${message}.`, { details: [{ path: 'body', message }] })
}

// https://www.postgresql.org/docs/current/errcodes-appendix.html
const UNAVAILABLE_SQL_STATES = [/^08/, /^57P0[1-3]$/, /^53/]
const CONNECTION_ERRORS = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH'])
// node-postgres and its pool say these in words only.
const CONNECTION_MESSAGES = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered)/

function isUnavailable(error: unknown): boolean {
  const code = readString(error, 'code') ?? ''
  if (error instanceof DatabaseError) return UNAVAILABLE_SQL_STATES.some((state) => state.test(code))
  return CONNECTION_ERRORS.has(code) || (error instanceof Error && CONNECTION_MESSAGES.test(error.message))
}

function readString(value: unknown, key: string): string | undefined {
  const read = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  return typeof read === 'string' ? read : undefined
}

function readNumber(value: unknown, key: string): number | undefined {
  const read = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  return typeof read === 'number' ? read : undefined
}
