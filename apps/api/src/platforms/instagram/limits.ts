/** Figures of Instagram's, each with where it was read, in November 2026. */
export const LIMITS = {
  /** Entries that one question about an account's media is answered: https://developers.facebook.com/docs/graph-api/results */
  mediaPerPage: 50,
  /** Of them so many pages are read: who posts more in some minutes cannot be looked through. */
  pages: 3,
} as const

/**
 * Seconds between two questions whether Instagram is done with a container: at first often, since pictures take seconds. It
 * wants no more than one a minute for what takes long:
 * https://developers.facebook.com/documentation/instagram-platform/content-publishing#troubleshooting
 */
const POLL_SECONDS = [1, 2, 4, 8, 15, 30, 60] as const

export function pollAfter(polls: number): number {
  return POLL_SECONDS[Math.min(polls, POLL_SECONDS.length - 1)] ?? 60
}

/** Seconds between two looks for a post that Instagram does not show, or says to have blocked. */
const LOOK_SECONDS = [5, 15, 45, 60, 60] as const

/** After how many seconds to look again after so many looks. Undefined: it was looked for long enough. */
export function lookAfter(looks: number): number | undefined {
  return LOOK_SECONDS[looks]
}
