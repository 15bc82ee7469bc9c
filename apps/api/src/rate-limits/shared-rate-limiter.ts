import type { RateLimiter } from '#shared/rate-limiter.ts'
import { RateLimiterPostgres } from 'rate-limiter-flexible'
import type { Count } from './point-store.ts'
import { countPoints } from './point-store.ts'
import type { RateLimits } from './rate-limits.ts'
import { byGroup, WINDOW_SECONDS } from './rate-limits.ts'
import { LeasedPoints } from './leased-points.ts'

export interface Statement {
  readonly text: string
  readonly values?: unknown[]
}

/** Runs statements, as a pool of node-postgres does. */
interface Queryable {
  query(statement: Statement): Promise<{ rows: unknown[] }>
}

/** Where the counts stand: a table of our migrations, laid out as rate-limiter-flexible wants it. */
const TABLE = 'rate_limits'

/**
 * Counts in PostgreSQL, for several processes together, and cheaply: a process takes a few points at a time and writes
 * nothing until it has used them up. All processes together never let more through than the limit.
 */
export function createSharedRateLimiter(pool: Queryable, limits: RateLimits): RateLimiter {
  const groups = byGroup((group) => {
    const limiter = new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: TABLE,
      tableCreated: true,
      keyPrefix: group,
      points: limits[group],
      duration: WINDOW_SECONDS,
    })
    const count = (key: string, points: number): Promise<Count> => countPoints(limiter, key, points)
    return new LeasedPoints({ limit: limits[group], count })
  })
  return { consume: (keyId, group) => groups[group].consume(keyId) }
}
