import type { RateLimitGroup } from '@powerpost/contract'

/** Where a key stands in a group of operations, after a request of it was counted or refused. */
export interface RateLimit {
  /** Requests a minute. */
  readonly limit: number
  /** Requests that are left until the reset. */
  readonly remaining: number
  /** When the count starts again, in milliseconds since 1970. */
  readonly resetAt: number
  /** The same, in milliseconds from now, by the limiter's own clock. */
  readonly resetInMs: number
  /** Whether the request is one too many. */
  readonly exceeded: boolean
}

/** Counts requests. */
export interface RateLimiter {
  consume(keyId: string, group: RateLimitGroup): Promise<RateLimit>
}

/** Counts what happens at an address. */
export interface AddressLimiter {
  /** Milliseconds until the address may go on; 0 when it may now. */
  blockedFor(address: string): Promise<number>
  count(address: string): Promise<void>
}
