import { ANALYTICS_LIMITS } from '@powerpost/contract'

const HOUR_MS = 3_600_000
const DAY_HOURS = 24

/** Hours after posting at which the platform is asked: soon, then once a day. */
const EARLY_HOURS = [1, 6]
export const STEP_HOURS: readonly number[] = [
  ...EARLY_HOURS,
  ...Array.from({ length: ANALYTICS_LIMITS.collectedDays }, (_, index) => (index + 1) * DAY_HOURS),
]

/** What a step may be late at the most, as a share of the time since posting and at all: items that were posted together are read apart. */
const SPREAD_SHARE = 0.1
const MOST_SPREAD_MS = 2 * HOUR_MS

/** When a step is due. @param random from 0 to 1 */
export function dueOf(postedAt: Date, step: number, random: number): Date {
  const after = (STEP_HOURS[step] ?? 0) * HOUR_MS
  return new Date(postedAt.getTime() + after + Math.min(after * SPREAD_SHARE, MOST_SPREAD_MS) * random)
}

/** The next step after one was done: those whose time is past are left out. Undefined: it was the last. */
export function nextStep(postedAt: Date, step: number, now: Date): number | undefined {
  const passed = (now.getTime() - postedAt.getTime()) / HOUR_MS
  const next = STEP_HOURS.findIndex((hours, index) => index > step && hours > passed)
  return next < 0 ? undefined : next
}

const FIRST_RETRY_MS = 5 * 60_000
const LAST_RETRY_MS = 6 * HOUR_MS

/** How long to wait after so many tries in vain. @param random from 0 to 1 */
export function retryDelayMs(failures: number, random: number): number {
  const delay = Math.min(FIRST_RETRY_MS * 2 ** failures, LAST_RETRY_MS)
  return delay * (0.75 + 0.5 * random)
}

/** Tries of one step before the next one is waited for. */
export const MOST_FAILURES = 6

/** A request is over sooner. */
export const LEASE_MS = 3 * 60_000
export const ASK_MS = 60_000

/** A later `due_at` means that the clock was set back: it is read now. */
export const LATEST_DUE_MS = 26 * HOUR_MS

/** So much of a quota is left to publishing: the collector waits when it is used up to here. */
export const QUOTA_SHARE = 0.5

/** Where a platform does not say when a quota is reset. */
export const QUOTA_WAIT_MS = 15 * 60_000
