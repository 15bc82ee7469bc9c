import type { Config } from '#config/index.ts'
import type { DatabaseHandle } from '#db/handle.ts'
import type { Statement } from '#rate-limits/index.ts'
import { createMemoryRateLimiter, createSharedRateLimiter } from '#rate-limits/index.ts'
import type { RateLimiter } from '#shared/rate-limiter.ts'

/** Several processes can share a PostgreSQL, and then count together. */
export function createRateLimiter({ rateLimits }: Config, database: DatabaseHandle): RateLimiter {
  if (database.kind === 'embedded') return createMemoryRateLimiter(rateLimits)
  const pool = { query: ({ text, values }: Statement) => database.executeSql(text, values) }
  return createSharedRateLimiter(pool, rateLimits)
}
