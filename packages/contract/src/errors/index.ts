export {
  errorBodySchema,
  errorCodesOf,
  errorDetailSchema,
  errorResponses,
  IDEMPOTENCY_ERRORS,
  jobErrorOf,
  jobErrorSchema,
  JSON_BODY_ERRORS,
  publicErrorResponses,
} from './envelope.ts'
export type { ErrorBody, ErrorDetail } from './envelope.ts'
export { ERROR_CODES, ERRORS, JOB_ERROR_CODES, JOB_ERRORS } from './table.ts'
export type { ErrorCode, ErrorDefinition, JobErrorCode } from './table.ts'
