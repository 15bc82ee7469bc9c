import type { Db } from '#db/types.ts'
import type { Feature } from '#features/feature.ts'
import type { Clock } from '#shared/clock.ts'
import { deleteUsedBefore } from './quotas.repository.ts'

const SWEEP_EVERY_MS = 6 * 60 * 60_000
/** Longer than any day of a platform's lasts, and long enough for an operator to look back. */
const KEPT_MS = 7 * 24 * 3600_000

interface QuotaParts {
  readonly db: Db
  readonly clock: Clock
}

/** The daily quotas of the operator's apps, which all accounts share. */
export function createQuotas({ db, clock }: QuotaParts) {
  return {
    sweeps: [
      {
        name: 'sweeping app quotas',
        everyMs: SWEEP_EVERY_MS,
        work: () => deleteUsedBefore(db, new Date(clock.now().getTime() - KEPT_MS)),
      },
    ],
  } satisfies Feature
}
