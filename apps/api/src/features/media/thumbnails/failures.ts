import type { Clock } from '#shared/clock.ts'

/** How long what failed is not tried again. */
export const FAILED_FOR_SECONDS = 300

/** More than fail in that time where nothing is wrong with the server. */
const MOST_REMEMBERED = 1000

/** Remembers for a while what could not be shown, so that a file that takes long to fail on cannot keep us at it. */
export interface Failures {
  note(mediaId: string): void
  isRecent(mediaId: string): boolean
}

export function createFailures(clock: Clock): Failures {
  const failedAt = new Map<string, number>()
  const nowSeconds = () => clock.now().getTime() / 1000
  return {
    note(mediaId) {
      const [oldest] = failedAt.keys()
      if (failedAt.size >= MOST_REMEMBERED && oldest !== undefined) failedAt.delete(oldest)
      failedAt.delete(mediaId)
      failedAt.set(mediaId, nowSeconds())
    },
    isRecent(mediaId) {
      const at = failedAt.get(mediaId)
      return at !== undefined && nowSeconds() - at < FAILED_FOR_SECONDS
    },
  }
}
