import type { Db } from '#db/types.ts'
import { purgeRuns } from '#features/runs/index.ts'
import type { EndDependencies } from './end-captions.ts'
import { failCaptions } from './end-captions.ts'
import { deleteGenerations, lockGenerationsOf } from './generations.repository.ts'

interface PurgeDependencies extends EndDependencies {
  readonly db: Db
}

interface PurgeOptions {
  readonly workspaceId: string
  readonly signal: AbortSignal
}

/** Deletes the generations of a deleted workspace. */
export async function purgeGenerations(
  dependencies: PurgeDependencies,
  { workspaceId, signal }: PurgeOptions,
): Promise<void> {
  await purgeRuns({
    db: dependencies.db,
    fail: (trx, run, message) => failCaptions(trx, dependencies, { run, message }),
    lockSubjects: (trx, limit) => lockGenerationsOf(trx, workspaceId, limit),
    deleteSubjects: deleteGenerations,
    signal,
  })
}
