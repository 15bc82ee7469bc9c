import type { Db } from '#db/types.ts'
import type { Clock } from '#shared/clock.ts'
import { ANALYTICS_LIMITS } from '@powerpost/contract'
import { sql } from 'kysely'

const DAY_MS = 86_400_000
/** After its last step a collection may wait for a platform that is away. */
const GRACE_DAYS = 3
const BATCH = 200

/** Deletes snapshots that are too old, and collections that nothing reads any more, a batch a statement. */
export async function sweepMetrics({ db, clock }: { readonly db: Db; readonly clock: Clock }): Promise<void> {
  const daysAgo = (days: number) => new Date(clock.now().getTime() - days * DAY_MS)
  await inBatches(() =>
    sql`
      delete from metric_collections where item_id in (
        select item_id from metric_collections where posted_at < ${daysAgo(ANALYTICS_LIMITS.collectedDays + GRACE_DAYS)} limit ${BATCH}
      )`.execute(db),
  )
  await inBatches(() =>
    sql`
      with old as (
        select item_id from item_metrics
        where has_history and posted_at < ${daysAgo(ANALYTICS_LIMITS.historyDays)} order by posted_at limit ${BATCH}
        for no key update skip locked
      ),
      deleted as (delete from metric_snapshots using old where metric_snapshots.item_id = old.item_id)
      update item_metrics set has_history = false from old where item_metrics.item_id = old.item_id`.execute(db),
  )
}

async function inBatches(work: () => Promise<{ readonly numAffectedRows?: bigint }>): Promise<void> {
  for (;;) {
    const { numAffectedRows = 0n } = await work()
    if (numAffectedRows < BigInt(BATCH)) return
  }
}
