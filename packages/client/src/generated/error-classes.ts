// Made from packages/contract by `pnpm generate`: change it there.

import * as errors from './errors.ts'

/** The class of every status that the API answers with. */
export const ERROR_CLASSES = {
  400: errors.BadRequestError,
  401: errors.UnauthorizedError,
  402: errors.PaymentRequiredError,
  403: errors.ForbiddenError,
  404: errors.NotFoundError,
  405: errors.MethodNotAllowedError,
  409: errors.ConflictError,
  413: errors.PayloadTooLargeError,
  415: errors.UnsupportedMediaTypeError,
  422: errors.UnprocessableEntityError,
  429: errors.TooManyRequestsError,
  500: errors.InternalServerError,
  503: errors.ServiceUnavailableError,
} as const
