import { removeInBatches } from '#db/remove-in-batches.ts'
import type { Db, Trx } from '#db/types.ts'
import type { RecordEvent } from '#features/webhooks/index.ts'
import type { Clock } from '#shared/clock.ts'
import { failGeneration } from './fail-generation.ts'
import { failRegeneration } from './fail-regeneration.ts'
import { lockGenerationsOf, removeGenerations } from './generations.repository.ts'
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

/** Removes the generations of a deleted workspace, a batch a transaction. What still runs is ended and refunded first. */
export async function purgeGenerations(
  dependencies: PurgeDependencies,
  { workspaceId, signal }: PurgeOptions,
): Promise<void> {
  const { db } = dependencies
  await removeInBatches({
    db,
    signal,
    async removeBatch(trx, most) {
      const generations = await lockGenerationsOf(trx, workspaceId, most)
      for (const { id, status } of generations) {
        if (status === 'processing') await endRunning(trx, dependencies, id)
      }
      await removeGenerations(
        trx,
        generations.map(({ id }) => id),
      )
      return generations.length
    },
  })
}

/** Ends what runs of a generation, be it its first writing or another, and gives back what that cost. */
async function endRunning(trx: Trx, dependencies: PurgeDependencies, id: string): Promise<void> {
  const message = 'The workspace was deleted.'
  const regeneration = await findLastRegeneration(trx, id)
  if (regeneration) await failRegeneration(trx, dependencies, { id: regeneration.id, message })
  else await failGeneration(trx, dependencies, { id, message })
}
