export { createAddressLimiter, FAILURES_PER_MINUTE, KEYLESS_PER_MINUTE } from './address-limiter.ts'
export { createMemoryRateLimiter } from './memory-rate-limiter.ts'
export type { Statement } from './shared-rate-limiter.ts'
export { createSharedRateLimiter } from './shared-rate-limiter.ts'
