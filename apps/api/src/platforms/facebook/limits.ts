/** Figures of Facebook's, each with where it was read, in November 2026. */
export const LIMITS = {
  /** Bytes of a part of a video that are sent at once. Facebook says where the next part begins. */
  partBytes: 4 * 1024 * 1024,
  /** Posts that one question about a page's posts is answered: https://developers.facebook.com/docs/graph-api/reference/page/published_posts */
  postsPerPage: 100,
  /** Of them so many pages are read: who posts more in a minute cannot be looked through. */
  pages: 3,
  /** Pages of Facebook that one question about a person's pages is answered, and how often it is asked. */
  accountsPerPage: 100,
  accountPages: 10,
} as const

/** How much is left between Facebook's clock and ours when the difference that an answer shows is taken off, in milliseconds. */
export const CLOCK_SKEW_MS = 20_000

/** So much further back posts are asked for, so that a clock that is wrong does not hide them. Milliseconds. */
export const WORST_CLOCK_MS = 15 * 60_000

/**
 * Photos that are not published, and uploads that are not finished, are kept for a day
 * (https://developers.facebook.com/docs/graph-api/reference/page/photos). Those that are older than this are made again. Milliseconds.
 */
export const UPLOAD_LIFE_MS = 20 * 3600_000

/** Seconds between two questions whether Facebook is done with a video. */
export const PROCESSING_SECONDS = 5

/** A token of a person that ends sooner than this is a short one, to be exchanged for a long one. Seconds. */
export const SHORT_TOKEN_SECONDS = 7 * 24 * 3600
