export { checkUrlLiteral } from './check-url.ts'
export { OutboundError } from './errors.ts'
export { createGuardedFetch, createGuardedStream } from './guarded-fetch.ts'
export type {
  GuardedFetch,
  GuardedFetchOptions,
  GuardedStream,
  OutboundAnswer,
  OutboundRequest,
  OutboundStream,
} from './port.ts'
export type { Resolve } from './resolve.ts'
