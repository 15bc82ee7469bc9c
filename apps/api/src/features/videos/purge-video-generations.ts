import type { Db } from '#db/types.ts'
import { purgeRuns } from '#features/runs/index.ts'
import type { EndDependencies } from './end-video.ts'
import { failVideo } from './end-video.ts'
import { deleteVideoGenerations, lockVideoGenerationsOf } from './video-generations.repository.ts'

interface PurgeDependencies extends EndDependencies {
  readonly db: Db
}

interface PurgeOptions {
  readonly workspaceId: string
  readonly signal: AbortSignal
}

/** Deletes the video generations of a deleted workspace. */
export async function purgeVideoGenerations(
  dependencies: PurgeDependencies,
  { workspaceId, signal }: PurgeOptions,
): Promise<void> {
  await purgeRuns({
    db: dependencies.db,
    fail: (trx, run, reason) => failVideo(trx, dependencies, { run, reason }),
    lockSubjects: (trx, limit) => lockVideoGenerationsOf(trx, workspaceId, limit),
    deleteSubjects: deleteVideoGenerations,
    signal,
  })
}
