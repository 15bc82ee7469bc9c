import { ERROR_CLASSES } from '../generated/error-classes.ts'
import { InternalServerError } from '../generated/errors.ts'
import type { ErrorBody } from '../generated/types.ts'
import { readRetryAfter } from '../core/retry.ts'
import { APIError } from './api-error.ts'

/** The error that an answer other than 2xx stands for. What comes from a proxy, and is not our JSON, is recognised by its status. */
export function toAPIError(response: Response, text: string, now: number): APIError {
  const { status, headers } = response
  const body = readErrorBody(text)
  const fields = {
    code: body?.code ?? 'UNEXPECTED_ANSWER',
    message: `${status} ${body?.message ?? explain(response)}`,
    status,
    headers,
    details: body?.details,
    requestId: headers.get('x-request-id') ?? body?.request_id,
    docUrl: body?.doc_url,
    retryAfter: readRetryAfter(headers.get('retry-after'), now),
  }
  const errorClasses: Record<number, new (init: typeof fields) => APIError> = ERROR_CLASSES
  const ErrorClass = errorClasses[status] ?? (status >= 500 ? InternalServerError : APIError)
  return new ErrorClass(fields)
}

function explain({ status, statusText, headers }: Response): string {
  // Browsers hide where a redirect leads, and its status.
  if (status < 400) return `leads to ${headers.get('location') ?? 'another address'}: give that server as \`baseUrl\``
  return statusText || 'without an explanation'
}

function readErrorBody(text: string): Partial<ErrorBody['error']> | undefined {
  try {
    const body = JSON.parse(text) as Partial<ErrorBody> | null
    return typeof body?.error?.code === 'string' ? body.error : undefined
  } catch {
    return undefined
  }
}
