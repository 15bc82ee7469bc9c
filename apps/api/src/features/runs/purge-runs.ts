import { deleteInBatches } from '#db/delete-in-batches.ts'
import type { Db, Trx } from '#db/types.ts'
import type { RunKindHandler } from './handle-runs.ts'
import { deleteRuns, findProcessingRuns } from './runs.repository.ts'

interface PurgeOptions {
  readonly db: Db
  /** Ends a run, and gives back what is due. */
  readonly fail: RunKindHandler['fail']
  /** Ids of some subjects of the workspace, locked until the transaction ends. */
  readonly lockSubjects: (trx: Trx, limit: number) => Promise<string[]>
  readonly deleteSubjects: (trx: Trx, ids: readonly string[]) => Promise<void>
  readonly signal: AbortSignal
  /** Called after each transaction that committed. @default nothing */
  readonly afterBatch?: () => Promise<void>
}

/** Deletes the subjects of a deleted workspace with their runs, a batch a transaction. What still runs is failed first. */
export async function purgeRuns(options: PurgeOptions): Promise<void> {
  const { db, fail, lockSubjects, deleteSubjects, signal, afterBatch } = options
  await deleteInBatches({
    db,
    signal,
    ...(afterBatch && { afterBatch }),
    async deleteBatch(trx, most) {
      const ids = await lockSubjects(trx, most)
      for (const run of await findProcessingRuns(trx, ids)) await fail(trx, run, 'The workspace was deleted.')
      await deleteRuns(trx, ids)
      await deleteSubjects(trx, ids)
      return ids.length
    },
  })
}
