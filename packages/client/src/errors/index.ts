export { APIError } from './api-error.ts'
export { APIConnectionError, APITimeoutError, APIUserAbortError } from './connection-errors.ts'
export { JobFailedError } from './job-failed-error.ts'
export { PowerPostError } from './powerpost-error.ts'
export type { ClientErrorCode, KnownErrorCode } from './powerpost-error.ts'
export * from '../generated/errors.ts'
export {
  ConnectionRequestFailedError,
  GenerationFailedError,
  ImageGenerationFailedError,
  PostFailedError,
  RenditionFailedError,
  VideoGenerationFailedError,
} from '../generated/job-errors.ts'
