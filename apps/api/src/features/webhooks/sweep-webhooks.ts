import type { Db } from '#db/types.ts'
import type { Clock } from '#shared/clock.ts'

const KEPT_MS = 30 * 24 * 3600_000

/** Few enough for one short transaction. */
const BATCH_SIZE = 500

/** Removes events that are older than 30 days, with their deliveries. */
export async function sweepWebhooks({ db, clock }: { readonly db: Db; readonly clock: Clock }): Promise<void> {
  const before = new Date(clock.now().getTime() - KEPT_MS)
  for (;;) {
    const old = db.selectFrom('webhook_events').select('id').where('created_at', '<', before).limit(BATCH_SIZE)
    const { numDeletedRows } = await db.deleteFrom('webhook_events').where('id', 'in', old).executeTakeFirstOrThrow()
    if (numDeletedRows < BATCH_SIZE) return
  }
}
