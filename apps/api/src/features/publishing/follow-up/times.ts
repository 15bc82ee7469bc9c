const MINUTE_MS = 60_000

/** How long a platform is asked about a post that is posted: its moderation may take hours. */
export const FOLLOW_MS = 24 * 60 * MINUTE_MS

/** Waits between two questions, the last one again and again: moderation usually takes a minute, at times hours. */
const DELAYS_MS: readonly number[] = [1, 2, 4, 8, 15, 30, 60].map((minutes) => minutes * MINUTE_MS)

/** No question is put off for longer: a later `due_at` means that the clock was set back. */
export const MAX_DELAY_MS = 2 * 60 * MINUTE_MS

/** For one question. A process that asks holds its lease for twice as long. */
export const ASK_MS = 60_000
export const LEASE_MS = 2 * ASK_MS

/** How long to wait after so many questions, in ms. */
export function delayAfter(looks: number): number {
  return DELAYS_MS[Math.min(looks, DELAYS_MS.length - 1)] ?? 0
}
