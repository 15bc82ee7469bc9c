import type { RateLimiter } from '#shared/rate-limiter.ts'
import type { RateLimitGroup } from '@powerpost/contract'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { countPoints } from './point-store.ts'
import type { RateLimits } from './rate-limits.ts'
import { byGroup, WINDOW_SECONDS } from './rate-limits.ts'

/** Counts in this process: for a server that is one process. */
export function createMemoryRateLimiter(limits: RateLimits): RateLimiter {
  const limiters: Record<RateLimitGroup, RateLimiterMemory> = byGroup(
    (group) => new RateLimiterMemory({ keyPrefix: group, points: limits[group], duration: WINDOW_SECONDS }),
  )
  return {
    async consume(keyId, group) {
      const limit = limits[group]
      const { consumed, ...window } = await countPoints(limiters[group], keyId, 1)
      return { limit, remaining: Math.max(0, limit - consumed), ...window, exceeded: consumed > limit }
    },
  }
}
