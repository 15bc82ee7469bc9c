import type { Db } from '#db/types.ts'
import type { Clock } from '#shared/clock.ts'
import { RUN_EVENT_DAYS } from '@powerpost/contract'
import { sql } from 'kysely'

const KEPT_MS = RUN_EVENT_DAYS * 24 * 3600_000

/** Few enough for one short transaction. */
const BATCH_SIZE = 1_000

/**
 * Deletes the old events of runs that have ended, except the last one, which shows how a run ended. Nobody waits for them any more,
 * and captions stand in them a second time.
 */
export async function sweepRunEvents({ db, clock }: { readonly db: Db; readonly clock: Clock }): Promise<void> {
  const before = new Date(clock.now().getTime() - KEPT_MS)
  for (;;) {
    const { numAffectedRows = 0n } = await sql`
      delete from run_events where (subject_id, number) in (
        select e.subject_id, e.number from run_events e join runs r on r.id = e.run_id
        where e.event not in ('completed', 'failed') and e.created_at < ${before}
          and r.status in ('completed', 'failed') and r.completed_at < ${before}
        order by e.created_at limit ${BATCH_SIZE})`.execute(db)
    if (numAffectedRows < BATCH_SIZE) return
  }
}
