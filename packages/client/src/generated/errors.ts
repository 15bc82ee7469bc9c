// Made from packages/contract by `pnpm generate`: change it there.

import { APIError } from '../errors/api-error.ts'

/**
 * 400.
 * - `VALIDATION_ERROR`: The request is invalid.
 */
export class BadRequestError extends APIError<'VALIDATION_ERROR' | (string & {})> {
  override readonly name = 'BadRequestError'
}

/**
 * 401.
 * - `INVALID_API_KEY`: The API key is missing, malformed, unknown, expired or revoked.
 */
export class UnauthorizedError extends APIError<'INVALID_API_KEY' | (string & {})> {
  override readonly name = 'UnauthorizedError'
}

/**
 * 402.
 * - `INSUFFICIENT_CREDITS`: The balance is below the cost.
 */
export class PaymentRequiredError extends APIError<'INSUFFICIENT_CREDITS' | (string & {})> {
  override readonly name = 'PaymentRequiredError'
}

/**
 * 403.
 * - `FORBIDDEN`: The key has no access to this workspace.
 * - `INSUFFICIENT_SCOPE`: The key may not do this.
 */
export class ForbiddenError extends APIError<'FORBIDDEN' | 'INSUFFICIENT_SCOPE' | (string & {})> {
  override readonly name = 'ForbiddenError'
}

/**
 * 404.
 * - `NOT_FOUND`: The resource was not found in this workspace.
 */
export class NotFoundError extends APIError<'NOT_FOUND' | (string & {})> {
  override readonly name = 'NotFoundError'
}

/**
 * 405.
 * - `METHOD_NOT_ALLOWED`: The path does not support this method.
 */
export class MethodNotAllowedError extends APIError<'METHOD_NOT_ALLOWED' | (string & {})> {
  override readonly name = 'MethodNotAllowedError'
}

/**
 * 409.
 * - `ALREADY_PUBLISHED`: The post is no longer a draft.
 * - `CONFLICT`: The request conflicts with the state of the resource.
 * - `IDEMPOTENCY_IN_PROGRESS`: The first request with this Idempotency-Key is still running.
 */
export class ConflictError extends APIError<'ALREADY_PUBLISHED' | 'CONFLICT' | 'IDEMPOTENCY_IN_PROGRESS' | (string & {})> {
  override readonly name = 'ConflictError'
}

/**
 * 413.
 * - `FILE_TOO_LARGE`: The file is too large.
 * - `STORAGE_QUOTA_EXCEEDED`: The account's storage is full.
 * - `PAYLOAD_TOO_LARGE`: The JSON body is too large.
 */
export class PayloadTooLargeError extends APIError<'FILE_TOO_LARGE' | 'STORAGE_QUOTA_EXCEEDED' | 'PAYLOAD_TOO_LARGE' | (string & {})> {
  override readonly name = 'PayloadTooLargeError'
}

/**
 * 415.
 * - `UNSUPPORTED_MEDIA_TYPE`: The content type is not supported, or the file is not in the format it claims.
 */
export class UnsupportedMediaTypeError extends APIError<'UNSUPPORTED_MEDIA_TYPE' | (string & {})> {
  override readonly name = 'UnsupportedMediaTypeError'
}

/**
 * 422.
 * - `IDEMPOTENCY_KEY_REUSED`: The Idempotency-Key was used for a different request.
 * - `MODEL_NOT_CONFIGURED`: This server has no text model that works, and the operation needs one.
 * - `API_VERSION_ENDED`: The version of a platform's API that this server uses has ended.
 * - `PLATFORM_NOT_CONFIGURED`: This server cannot connect accounts of the platform.
 * - `PLATFORM_NOT_CONNECTED`: The workspace has no connection for a platform of the post.
 * - `POST_NOT_PUBLISHABLE`: The post breaks a platform's rules.
 */
export class UnprocessableEntityError extends APIError<'IDEMPOTENCY_KEY_REUSED' | 'MODEL_NOT_CONFIGURED' | 'API_VERSION_ENDED' | 'PLATFORM_NOT_CONFIGURED' | 'PLATFORM_NOT_CONNECTED' | 'POST_NOT_PUBLISHABLE' | (string & {})> {
  override readonly name = 'UnprocessableEntityError'
}

/**
 * 429.
 * - `RATE_LIMIT_EXCEEDED`: Too many requests per minute.
 */
export class TooManyRequestsError extends APIError<'RATE_LIMIT_EXCEEDED' | (string & {})> {
  override readonly name = 'TooManyRequestsError'
}

/**
 * 500.
 * - `INTERNAL_ERROR`: Internal server error.
 */
export class InternalServerError extends APIError<'INTERNAL_ERROR' | (string & {})> {
  override readonly name = 'InternalServerError'
}

/**
 * 503.
 * - `UNAVAILABLE`: The server is starting or stopping, cannot reach its database, its text model or a platform,
 * or is out of disk space.
 */
export class ServiceUnavailableError extends APIError<'UNAVAILABLE' | (string & {})> {
  override readonly name = 'ServiceUnavailableError'
}
