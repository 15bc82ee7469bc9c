import type { Db, Trx } from '#db/types.ts'
import type { RecordEvent } from '#features/webhooks/index.ts'
import type { Clock } from '#shared/clock.ts'
import { failGeneration } from './fail-generation.ts'
import { failRegeneration } from './fail-regeneration.ts'
import { findLastRegeneration } from './regenerations.repository.ts'

interface PurgeDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly recordEvent: RecordEvent
}

interface PurgeOptions {
  readonly workspaceId: string
  readonly signal: AbortSignal
}

const BATCH_SIZE = 100

/** Removes the generations of a deleted workspace, a batch a transaction. What still runs is ended and refunded first. */
export async function purgeGenerations(
  dependencies: PurgeDependencies,
  { workspaceId, signal }: PurgeOptions,
): Promise<void> {
  for (;;) {
    signal.throwIfAborted()
    const removed = await dependencies.db.transaction().execute(async (trx) => {
      const rows = await trx
        .selectFrom('generations')
        .select(['id', 'status'])
        .where('workspace_id', '=', workspaceId)
        .limit(BATCH_SIZE)
        .forUpdate()
        .execute()
      if (rows.length === 0) return 0
      for (const { id, status } of rows) {
        if (status === 'processing') await endRunning(trx, dependencies, id)
      }
      const ids = rows.map((row) => row.id)
      await trx.deleteFrom('generations').where('id', 'in', ids).execute()
      return rows.length
    })
    if (removed === 0) return
  }
}

/** Ends what runs of a generation, be it its first writing or another, and gives back what that cost. */
async function endRunning(trx: Trx, dependencies: PurgeDependencies, id: string): Promise<void> {
  const message = 'The workspace was deleted.'
  const regeneration = await findLastRegeneration(trx, id)
  if (regeneration) await failRegeneration(trx, dependencies, { id: regeneration.id, message })
  else await failGeneration(trx, dependencies, { id, message })
}
