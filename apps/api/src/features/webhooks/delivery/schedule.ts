const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

/** What is waited after each attempt that failed; the one after the last wait is the last attempt. */
export const RETRY_DELAYS_MS: readonly number[] = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
]

/** So that what failed together does not come back together. Of the wait, at the most. */
const JITTER = 0.1

/** An endpoint may ask for more time, but not for good. */
const LONGEST_RETRY_AFTER_MS = 24 * HOUR_MS

interface RetryOptions {
  /** Attempts that failed by now, this one too. */
  readonly failures: number
  /** What the endpoint asked for in its `Retry-After`. */
  readonly retryAfterMs: number | undefined
  /** From 0 to 1. */
  readonly random: number
}

/** Milliseconds until the next attempt; undefined: there is none. */
export function planRetry({ failures, retryAfterMs = 0, random }: RetryOptions): number | undefined {
  const delay = RETRY_DELAYS_MS[failures - 1]
  if (delay === undefined) return undefined
  return Math.max(delay, Math.min(retryAfterMs, LONGEST_RETRY_AFTER_MS)) * (1 + JITTER * random)
}

/** Reads a `Retry-After`, seconds or a date (RFC 9110 10.2.3), as milliseconds from now. Undefined for anything else. */
export function readRetryAfter(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined
  if (/^\d{1,9}$/.test(header)) return Number(header) * SECOND_MS
  const date = Date.parse(header)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime())
}
