import type { AddressLimiter } from '#shared/rate-limiter.ts'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { countPoints } from './point-store.ts'
import { WINDOW_SECONDS } from './rate-limits.ts'

/** Keys that an address may get wrong in a minute: many a person behind one address, and nobody who tries keys out. */
export const FAILURES_PER_MINUTE = 60

/** Requests without a key that an address may make in a minute: a platform fetches the media of many posts from one address. */
export const KEYLESS_PER_MINUTE = 3_000

/** Counts what happens by address, in this process: failed authentications, or requests without a key. */
export function createAddressLimiter(perMinute: number): AddressLimiter {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: WINDOW_SECONDS })
  return {
    async blockedFor(address) {
      const count = await limiter.get(networkOf(address))
      return count && count.consumedPoints >= perMinute ? count.msBeforeNext : 0
    },
    async count(address) {
      await countPoints(limiter, networkOf(address), 1)
    },
  }
}

/** Of IPv6 the /64: whoever has one address has all of those. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address
  const [head = '', tail] = address.split('::')
  const groups = head.split(':').filter((group) => group !== '')
  const rest = (tail ?? '').split(':').filter((group) => group !== '')
  const missing = tail === undefined ? 0 : 8 - groups.length - rest.length
  return [...groups, ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...rest].slice(0, 4).join(':')
}
