/** Figures of X's, each with where it was read, in November 2026. */
export const LIMITS = {
  /** Bytes of a segment. X takes 5 MB: https://docs.x.com/x-api/media/quickstart/media-upload-chunked */
  segmentBytes: 4 * 1024 * 1024,
  /** Posts that one question about an account's posts is answered: https://docs.x.com/x-api/users/get-posts */
  postsPerPage: 100,
  /** Of them so many pages are read: who posts more in a minute cannot be looked through. */
  pages: 3,
} as const

/** How much is left between X's clock and ours when the difference that an answer shows is taken off, in milliseconds. */
export const CLOCK_SKEW_MS = 20_000

/** So much further back posts are asked for, lest a clock that is wrong hides them. Milliseconds. */
export const WORST_CLOCK_MS = 15 * 60_000

/** Media that end sooner are uploaded anew: the rest of the steps have to be done with them. Milliseconds. */
export const UPLOAD_MARGIN_MS = 10 * 60_000

/** Seconds, where X says that it is at work or overrun and does not say for how long. */
export const DEFAULT_WAIT_SECONDS = { processing: 5, tooMany: 60 } as const

/** X counts requests in windows of so many seconds: https://docs.x.com/x-api/fundamentals/rate-limits */
export const RATE_WINDOW_SECONDS = 15 * 60
