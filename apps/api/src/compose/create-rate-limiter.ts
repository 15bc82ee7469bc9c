import type { Config } from '#config/index.ts'
import type { DatabaseHandle } from '#db/handle.ts'
import type { Statement } from '#rate-limits/index.ts'
import { createMemoryRateLimiter, createSharedRateLimiter } from '#rate-limits/index.ts'
import { ACCOUNT_RATE_FACTOR } from '@powerpost/contract'
import type { RateLimiter } from '#shared/rate-limiter.ts'

/** Several processes can share a PostgreSQL, and then count together. */
export function createRateLimiter({ rateLimits }: Pick<Config, 'rateLimits'>, database: DatabaseHandle): RateLimiter {
  if (database.kind === 'embedded') return createMemoryRateLimiter(rateLimits)
  const pool = { query: ({ text, values }: Statement) => database.executeSql(text, values) }
  return createSharedRateLimiter(pool, rateLimits)
}

/** The same for all keys of an account together. */
export function createAccountRateLimiter({ rateLimits }: Config, database: DatabaseHandle): RateLimiter {
  const ofAccount = (perKey: number) => perKey * ACCOUNT_RATE_FACTOR
  const { generate, read, write } = rateLimits
  const limits = { generate: ofAccount(generate), read: ofAccount(read), write: ofAccount(write) }
  return createRateLimiter({ rateLimits: limits }, database)
}
