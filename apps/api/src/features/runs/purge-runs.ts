import { deleteInBatches } from '#db/delete-in-batches.ts'
import type { Db, Trx } from '#db/types.ts'
import type { RunKindHandler } from './handle-runs.ts'
import { deleteRuns, findProcessingRuns } from './runs.repository.ts'

interface PurgeOptions {
  readonly db: Db
  readonly fail: RunKindHandler['fail']
  /** Ids of some subjects of the workspace, locked until the transaction ends. */
  readonly lockSubjects: (trx: Trx, limit: number) => Promise<string[]>
  readonly deleteSubjects: (trx: Trx, ids: readonly string[]) => Promise<void>
  readonly signal: AbortSignal
}

/** Deletes the subjects of a deleted workspace with their runs, a batch a transaction. What still runs is failed and refunded first. */
export async function purgeRuns({ db, fail, lockSubjects, deleteSubjects, signal }: PurgeOptions): Promise<void> {
  await deleteInBatches({
    db,
    signal,
    async deleteBatch(trx, most) {
      const ids = await lockSubjects(trx, most)
      for (const run of await findProcessingRuns(trx, ids)) await fail(trx, run, 'The workspace was deleted.')
      await deleteRuns(trx, ids)
      await deleteSubjects(trx, ids)
      return ids.length
    },
  })
}
