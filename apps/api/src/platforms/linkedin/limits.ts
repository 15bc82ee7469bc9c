/** Figures of LinkedIn's, each with where it was read, in November 2026. */
export const LIMITS = {
  /** Posts that one question about an organization's posts is answered: https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api */
  postsPerPage: 50,
  /** Of them so many pages are read: an organization that posts more in a minute cannot be looked through. */
  pages: 3,
  /** Roles that one question is answered: https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/pagination */
  rolesPerPage: 100,
  /** A person has a role at more organizations than are read: nobody does. */
  rolePages: 10,
} as const

/** How much is left between LinkedIn's clock and ours when the difference that an answer shows is taken off, in milliseconds. */
export const CLOCK_SKEW_MS = 20_000

/** Uploads that end sooner begin again: the rest of the steps have to be done with them. Milliseconds. */
export const UPLOAD_MARGIN_MS = 5 * 60_000

/** How long an upload lasts where LinkedIn does not say it. Milliseconds. */
export const DEFAULT_UPLOAD_LIFE_MS = 3600_000

/**
 * A file that was sent and cannot be asked for is given so many seconds: pictures and documents of a member are write-only
 * (third parties).
 */
export const GRACE_SECONDS = { image: 5, document: 20, video: 5 } as const

/** Seconds between two questions whether LinkedIn is done with a file. */
export const PROCESSING_SECONDS = { image: 2, document: 5, video: 5 } as const

/** Seconds, where LinkedIn is overrun and does not say for how long. */
export const TOO_MANY_SECONDS = 60
