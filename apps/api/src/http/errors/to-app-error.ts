import { AppError, unavailable } from '#shared/app-error.ts'
import type { RequestPart } from '#shared/router.ts'
import { InvalidRequestError } from '#shared/router.ts'
import type { Request } from 'express'
import { describeIssues } from './describe-issues.ts'

/** What a caller sees of anything that was thrown. What is not known is INTERNAL_ERROR, with nothing of its text. */
export function toAppError(
  error: unknown,
  request: Request,
  isDatabaseUnreachable: (error: unknown) => boolean,
): AppError {
  if (error instanceof AppError) return error
  if (error instanceof InvalidRequestError) return fromValidation(error, request)
  if (isDatabaseUnreachable(error)) return unavailable('The database cannot be reached at the moment.', error)
  // What the router cannot decode in a path.
  if (readNumber(error, 'status') === 400) return new AppError('VALIDATION_ERROR', 'The request is malformed.')
  return new AppError('INTERNAL_ERROR', 'Internal server error.', { cause: error })
}

/** More mistakes than this are not told one by one: a body of 1 MiB can hold 200,000. */
const MAX_DETAILS = 20

function fromValidation({ parts }: InvalidRequestError, request: Request): AppError {
  const { params: path, headers: header, query, body } = request
  const inputs: Record<RequestPart, unknown> = { path, header, query, body }
  const details = parts.flatMap(({ part, issues }) => describeIssues(part, issues.slice(0, MAX_DETAILS), inputs[part]))
  const count = parts.reduce((sum, { issues }) => sum + issues.length, 0)
  const [first] = details
  const message = first ? `${first.path} ${first.message}` : 'The request is invalid'
  const more = count > 1 ? ` (and ${count - 1} more, see details)` : ''
  return new AppError('VALIDATION_ERROR', `${message}${more}`, { details })
}

function readNumber(value: unknown, key: string): number | undefined {
  const read = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  return typeof read === 'number' ? read : undefined
}
