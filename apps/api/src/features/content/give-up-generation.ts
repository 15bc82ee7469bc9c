import type { Db } from '#db/types.ts'
import type { Attempt } from '#jobs/worker.ts'
import type { Clock } from '#shared/clock.ts'
import { failGeneration } from './fail-generation.ts'

/** Fails and refunds a generation whose job the queue gave up on; one that has ended by itself is left alone. */
export async function giveUpGeneration(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  attempt: Attempt<'fail-generation'>,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await failGeneration(trx, { id: attempt.data.generation_id, clock })
    await attempt.complete(trx)
  })
}
