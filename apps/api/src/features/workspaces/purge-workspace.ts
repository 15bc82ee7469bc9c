import type { Db } from '#db/types.ts'
import type { PurgeInBatches, PurgeRows } from '#features/feature.ts'
import type { AttemptOf } from '#jobs/worker.ts'
import type { WorkspaceJobs } from './jobs.ts'
import { removeWorkspace } from './workspaces.repository.ts'

/** How the features remove what a workspace holds, in the order in which they do. */
export interface PurgeSteps {
  readonly inBatches: readonly PurgeInBatches[]
  readonly atTheEnd: readonly PurgeRows[]
}

interface PurgeOptions {
  readonly attempt: AttemptOf<WorkspaceJobs, 'purge-workspace'>
  readonly steps: PurgeSteps
}

/**
 * Removes what a deleted workspace held, and it. What a request put in while it was deleted keeps the last step from
 * happening, and another attempt removes that too.
 */
export async function purgeWorkspace(db: Db, { attempt, steps }: PurgeOptions): Promise<void> {
  const { workspace_id: workspaceId } = attempt.data
  for (const purge of steps.inBatches) await purge({ workspaceId, signal: attempt.signal })
  await db.transaction().execute(async (trx) => {
    for (const purge of steps.atTheEnd) await purge(trx, workspaceId)
    await removeWorkspace(trx, workspaceId)
    await attempt.complete(trx)
  })
}
