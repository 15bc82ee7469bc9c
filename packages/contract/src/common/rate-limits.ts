/** Groups of operations that are counted together, per key, and how often each may be asked for in a minute by default. */
export const RATE_LIMIT_GROUPS = {
  generate: { perMinute: 30 },
  read: { perMinute: 300 },
  write: { perMinute: 120 },
} as const

/** All keys of an account together can make so many times what one key can. */
export const ACCOUNT_RATE_FACTOR = 5

export type RateLimitGroup = keyof typeof RATE_LIMIT_GROUPS

/** What every authenticated answer says of its group. */
export const RATE_LIMIT_HEADERS = {
  /** Requests a minute. */
  limit: 'x-ratelimit-limit',
  /** Requests that are left until the reset. */
  remaining: 'x-ratelimit-remaining',
  /** When the count starts again, in seconds since 1970. */
  reset: 'x-ratelimit-reset',
} as const

interface CountedOperation {
  readonly method: string
  readonly scope: string | null
  /** Counts in another group than its method and scope say. */
  readonly rateLimitGroup?: RateLimitGroup
}

/** The group an operation counts in: what generates, what reads, and all the rest. */
export function rateLimitGroupOf({ method, scope, rateLimitGroup }: CountedOperation): RateLimitGroup {
  if (rateLimitGroup) return rateLimitGroup
  if (scope?.endsWith(':generate')) return 'generate'
  return method === 'GET' ? 'read' : 'write'
}
