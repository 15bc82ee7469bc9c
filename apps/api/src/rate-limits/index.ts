export { createFailureLimiter, FAILURES_PER_MINUTE } from './failure-limiter.ts'
export { createMemoryRateLimiter } from './memory-rate-limiter.ts'
export type { Statement } from './shared-rate-limiter.ts'
export { createSharedRateLimiter } from './shared-rate-limiter.ts'
