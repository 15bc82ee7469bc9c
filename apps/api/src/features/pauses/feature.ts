import type { Db } from '#db/types.ts'
import type { Feature } from '#features/feature.ts'
import type { Clock } from '#shared/clock.ts'
import { deleteEndedPauses } from './pauses.repository.ts'

const SWEEP_EVERY_MS = 60 * 60_000
/** An item that waited is claimed some time after its pause, which tells then how long it waited. */
const KEPT_MS = 7 * 24 * 3600_000

interface PauseParts {
  readonly db: Db
  readonly clock: Clock
}

/** Quotas of platforms that are used up: what is not posted before their reset. */
export function createPauses({ db, clock }: PauseParts) {
  return {
    sweeps: [
      {
        name: 'sweeping publishing pauses',
        everyMs: SWEEP_EVERY_MS,
        work: () => deleteEndedPauses(db, new Date(clock.now().getTime() - KEPT_MS)),
      },
    ],
  } satisfies Feature
}
