import type { Db } from '#db/types.ts'
import type { Clock } from '#shared/clock.ts'
import { removeLines } from './audit.repository.ts'

export interface SweepDependencies {
  readonly db: Db
  readonly clock: Clock
  /** How long a line is kept. */
  readonly auditDays: number
}

const DAY_MS = 24 * 3600_000

/** Few enough for one short transaction. */
const BATCH_SIZE = 500

/** Removes the lines of the audit log that were kept long enough. */
export async function sweepAuditLog({ db, clock, auditDays }: SweepDependencies): Promise<void> {
  const before = new Date(clock.now().getTime() - auditDays * DAY_MS)
  let removed: number
  do {
    removed = await db.transaction().execute((trx) => removeLines(trx, before, BATCH_SIZE))
  } while (removed === BATCH_SIZE)
}
