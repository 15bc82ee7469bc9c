import { POST_LIMITS } from '@powerpost/contract'

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS

/** A process that has not been heard of for so long is dead, or as good as dead: another goes on with its items. */
export const LEASE_MS = 15 * SECOND_MS
export const EXTEND_LEASES_EVERY_MS = 4 * SECOND_MS

/** For one step on the way, one question after what the platform works on, and one look at what was posted. */
export const STEP_TIMEOUT_MS = 2 * MINUTE_MS

/** For the final call. After it nobody can still be sending. */
export const FINAL_CALL_TIMEOUT_MS = 60 * SECOND_MS

/**
 * The final call goes within that much of its being recorded, or not at all: a process that was stopped in between must not
 * send when others are already looking whether it did.
 */
export const SEND_WITHIN_MS = 5 * SECOND_MS

/** After it an item is released to the next worker, so that a long upload does not hold a place for good. */
export const SLICE_MS = 20 * SECOND_MS

/**
 * Waits between looks whether a final call had its effect: the lists of platforms lag. Their sum is longer than the final call can
 * take.
 */
export const LOOKUP_DELAYS_MS: readonly number[] = [0, 15 * SECOND_MS, 45 * SECOND_MS, 2 * MINUTE_MS]

/** An item on which so many processes died in a row, without a recorded step, is given up: it may be what kills them. */
export const MAX_LOST_LEASES = 5
export const MAX_FAILURES = 10
export const MAX_RESTARTS = 3

/** For all steps on the way, waits and failures too. */
export const MAX_PREPARATION_MS = 60 * MINUTE_MS
/** For a platform to work on what it took. */
export const MAX_PROCESSING_MS = 120 * MINUTE_MS
/** A platform that wants to be left alone for longer makes the item fail, and says when to try again. */
export const MAX_RETRY_AFTER_SECONDS = 15 * 60
export const MAX_RETRY_AFTER_MS = MAX_RETRY_AFTER_SECONDS * SECOND_MS

/** For a quota of the platform to be reset. */
export const MAX_LIMIT_MS = POST_LIMITS.limitHours * 60 * MINUTE_MS

const SHORTEST_WAIT_SECONDS = 0.2
const MAX_WAIT_SECONDS = 5 * 60

/** What a platform asks for while it is at work, within reason. In ms. */
export function boundWait(seconds: number): number {
  return Math.min(Math.max(seconds, SHORTEST_WAIT_SECONDS), MAX_WAIT_SECONDS) * SECOND_MS
}

const FIRST_BACKOFF_MS = 2 * SECOND_MS
const MAX_BACKOFF_MS = 5 * MINUTE_MS
const JITTER = 0.2

const MAX_MEDIA_WAIT_MS = 5 * SECOND_MS

/** When to look again for renditions that are being made: soon at first. In ms. */
export function planMediaWait(waitedMs: number): number {
  return Math.min(0.5 * SECOND_MS + waitedMs / 10, MAX_MEDIA_WAIT_MS)
}

interface BackoffOptions {
  /** Failures by now, this one too. */
  readonly failures: number
  readonly retryAfterSeconds: number | undefined
  /** From 0 to 1. */
  readonly random: number
}

/** How long to wait after a failure, in ms: longer each time, at least as long as the platform wants, and never all at once. */
export function planBackoff({ failures, retryAfterSeconds = 0, random }: BackoffOptions): number {
  const delay = Math.min(FIRST_BACKOFF_MS * 2 ** (failures - 1), MAX_BACKOFF_MS)
  return Math.max(delay, retryAfterSeconds * SECOND_MS) * (1 + JITTER * random)
}

/** The number of the look that decides. */
export const LAST_LOOKUP = LOOKUP_DELAYS_MS.length - 1
