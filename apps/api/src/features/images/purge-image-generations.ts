import { removeInBatches } from '#db/remove-in-batches.ts'
import type { Db } from '#db/types.ts'
import type { EndDependencies } from './end-image-generation.ts'
import { endImageGeneration } from './end-image-generation.ts'
import { lockImageGenerationsOf, removeImageGenerations } from './image-generations.repository.ts'

interface PurgeDependencies extends EndDependencies {
  readonly db: Db
}

interface PurgeOptions {
  readonly workspaceId: string
  readonly signal: AbortSignal
}

/** Removes the image generations of a deleted workspace, a batch a transaction. What still runs is ended and refunded first. */
export async function purgeImageGenerations(
  dependencies: PurgeDependencies,
  { workspaceId, signal }: PurgeOptions,
): Promise<void> {
  const { db } = dependencies
  await removeInBatches({
    db,
    signal,
    async removeBatch(trx, most) {
      const ids = await lockImageGenerationsOf(trx, workspaceId, most)
      for (const id of ids) await endImageGeneration(trx, dependencies, { id, reason: 'The workspace was deleted.' })
      await removeImageGenerations(trx, ids)
      return ids.length
    },
  })
}
