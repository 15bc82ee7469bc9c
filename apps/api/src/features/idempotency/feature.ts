import type { Db } from '#db/types.ts'
import type { Feature } from '#features/feature.ts'
import type { Clock } from '#shared/clock.ts'
import { sweepIdempotencyKeys } from './idempotency-keys.repository.ts'

const SWEEP_EVERY_MS = 60 * 60_000

interface IdempotencyParts {
  readonly db: Db
  readonly clock: Clock
}

/** One effect of a POST under one `Idempotency-Key`. What the routes of other features answer by is `createAnswerOnce`. */
export function createIdempotency(parts: IdempotencyParts) {
  return {
    sweeps: [{ name: 'sweeping idempotency keys', everyMs: SWEEP_EVERY_MS, work: () => sweepIdempotencyKeys(parts) }],
  } satisfies Feature
}
