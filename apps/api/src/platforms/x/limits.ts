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

const DAY_SECONDS = 24 * 3600

/**
 * The quotas that X's answers tell, the longest first: whose it is, the beginning of its headers (`-limit`, `-remaining`, and
 * `-reset` in seconds since 1970), and its window in seconds. A request for an account counts against the account's limits:
 * https://docs.x.com/x-api/fundamentals/rate-limits. The limits of a day are in X's answers to `POST /2/tweets`.
 */
export const QUOTAS = [
  {
    name: 'app_posts_24h',
    scope: 'app',
    headers: 'x-app-limit-24hour',
    windowSeconds: DAY_SECONDS,
    message: 'The app of this server has used up its posts at X for today.',
  },
  {
    name: 'posts_24h',
    scope: 'account',
    headers: 'x-user-limit-24hour',
    windowSeconds: DAY_SECONDS,
    message: 'The account has used up its posts at X for today.',
  },
  {
    name: 'posts_15m',
    scope: 'account',
    headers: 'x-rate-limit',
    windowSeconds: 15 * 60,
    message: 'X accepts no more requests of the account for some minutes.',
  },
] as const satisfies readonly Quota[]

interface Quota {
  /** As `GET /connections/{id}/limits` shows it, of posts. */
  readonly name: string
  readonly scope: 'app' | 'account'
  readonly headers: string
  readonly windowSeconds: number
  /** A sentence for callers. */
  readonly message: string
}
