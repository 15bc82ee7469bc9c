import { AppError, unavailable } from '#shared/app-error.ts'
import { RequestValidationError } from '@ts-rest/express'
import type { Request } from 'express'
import type { RequestPart } from './describe-issues.ts'
import { describeIssues } from './describe-issues.ts'

/** What a caller is told of anything that was thrown. What is not known is INTERNAL_ERROR, with nothing of its text. */
export function toAppError(error: unknown, request: Request, isDatabaseAway: (error: unknown) => boolean): AppError {
  if (error instanceof AppError) return error
  if (error instanceof RequestValidationError) return fromValidation(error, request)
  if (isDatabaseAway(error)) return unavailable('The database cannot be reached at the moment.', error)
  // What the router cannot decode in a path.
  if (readNumber(error, 'status') === 400) return new AppError('VALIDATION_ERROR', 'The request is malformed.')
  return new AppError('INTERNAL_ERROR', 'Something broke on our side.', { cause: error })
}

/** More mistakes than this are not told one by one: a body of 1 MiB can hold 200,000. */
const MAX_DETAILS = 20

function fromValidation(error: RequestValidationError, request: Request): AppError {
  const found: [RequestPart, { readonly issues: readonly unknown[] } | null, unknown][] = [
    ['path', error.pathParams, request.params],
    ['header', error.headers, request.headers],
    ['query', error.query, request.query],
    ['body', error.body, request.body],
  ]
  const details = found.flatMap(([part, problem, input]) =>
    problem ? describeIssues(part, problem.issues.slice(0, MAX_DETAILS), input) : [],
  )
  const count = found.reduce((sum, [, problem]) => sum + (problem?.issues.length ?? 0), 0)
  const [first] = details
  const message = first ? `${first.path} ${first.message}` : 'The request is invalid'
  const more = count > 1 ? ` (and ${count - 1} more, see details)` : ''
  return new AppError('VALIDATION_ERROR', `${message}${more}`, { details })
}

function readNumber(value: unknown, key: string): number | undefined {
  const read = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  return typeof read === 'number' ? read : undefined
}
