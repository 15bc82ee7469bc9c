import type { RateLimiterAbstract } from 'rate-limiter-flexible'
import { RateLimiterRes } from 'rate-limiter-flexible'

/** What a store of points says after it has counted some. */
export interface Count {
  /** Points that were counted in this window, these among them; more than the limit when it is passed. */
  readonly consumed: number
  /** When the window ends, in milliseconds since 1970. */
  readonly resetAt: number
  /** Milliseconds until then. */
  readonly resetInMs: number
}

/** Counts points by key, in windows that begin with a key's first point. */
export async function countPoints(limiter: RateLimiterAbstract, key: string, points: number): Promise<Count> {
  try {
    return toCount(await limiter.consume(key, points))
  } catch (error) {
    // It throws what it would otherwise answer when there are too many.
    if (error instanceof RateLimiterRes) return toCount(error)
    throw error
  }
}

function toCount({ consumedPoints, msBeforeNext }: RateLimiterRes): Count {
  return { consumed: consumedPoints, resetAt: Date.now() + msBeforeNext, resetInMs: msBeforeNext }
}
