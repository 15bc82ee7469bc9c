import type { RateLimitGroup } from '@powerpost/contract'

/** Requests a minute, per key, by group. */
export type RateLimits = Readonly<Record<RateLimitGroup, number>>

/** Limits are per minute. */
export const WINDOW_SECONDS = 60

/** Makes something for each group. */
export function byGroup<T>(make: (group: RateLimitGroup) => T): Record<RateLimitGroup, T> {
  return { generate: make('generate'), read: make('read'), write: make('write') }
}
