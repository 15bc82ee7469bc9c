import { redactApiKeys } from '#shared/api-key.ts'
import type { AppError } from '#shared/app-error.ts'
import type { ErrorBody } from '@powerpost/contract'

/** The guide of errors: each code is an anchor of it. */
const ERROR_PAGE_PATH = '/docs/errors'

interface BodyOptions {
  readonly requestId: string
  readonly publicUrl: string
}

/** The one body that the contract documents for every answer that is not 200. */
export function createErrorBody(error: AppError, { requestId, publicUrl }: BodyOptions): ErrorBody {
  return {
    error: {
      message: redactApiKeys(error.message),
      code: error.code,
      ...(error.details && { details: [...error.details] }),
      ...(error.retryAfter !== undefined && { retryAfter: error.retryAfter }),
      request_id: requestId,
      doc_url: `${publicUrl}${ERROR_PAGE_PATH}#${error.code}`,
    },
  }
}
