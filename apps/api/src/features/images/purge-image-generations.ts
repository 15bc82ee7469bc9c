import type { Db } from '#db/types.ts'
import type { EndDependencies } from './end-image-generation.ts'
import { endImageGeneration } from './end-image-generation.ts'

interface PurgeDependencies extends EndDependencies {
  readonly db: Db
}

interface PurgeOptions {
  readonly workspaceId: string
  readonly signal: AbortSignal
}

const BATCH_SIZE = 100

/** Removes the image generations of a deleted workspace, a batch a transaction. What still runs is ended and refunded first. */
export async function purgeImageGenerations(
  dependencies: PurgeDependencies,
  { workspaceId, signal }: PurgeOptions,
): Promise<void> {
  for (;;) {
    signal.throwIfAborted()
    const removed = await dependencies.db.transaction().execute(async (trx) => {
      const rows = await trx
        .selectFrom('image_generations')
        .select('id')
        .where('workspace_id', '=', workspaceId)
        .limit(BATCH_SIZE)
        .forUpdate()
        .execute()
      if (rows.length === 0) return 0
      const ids = rows.map((row) => row.id)
      for (const id of ids) await endImageGeneration(trx, dependencies, { id, reason: 'The workspace was deleted.' })
      await trx.deleteFrom('image_generations').where('id', 'in', ids).execute()
      return rows.length
    })
    if (removed === 0) return
  }
}
