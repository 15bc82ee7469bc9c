import type { Db } from '#db/types.ts'
import { purgeRuns } from '#features/runs/index.ts'
import type { EndDependencies } from './end-images.ts'
import { endImages } from './end-images.ts'
import { deleteImageGenerations, lockImageGenerationsOf } from './image-generations.repository.ts'

interface PurgeDependencies extends EndDependencies {
  readonly db: Db
}

interface PurgeOptions {
  readonly workspaceId: string
  readonly signal: AbortSignal
}

/** Deletes the image generations of a deleted workspace. */
export async function purgeImageGenerations(
  dependencies: PurgeDependencies,
  { workspaceId, signal }: PurgeOptions,
): Promise<void> {
  await purgeRuns({
    db: dependencies.db,
    fail: (trx, run, reason) => endImages(trx, dependencies, { run, reason }),
    lockSubjects: (trx, limit) => lockImageGenerationsOf(trx, workspaceId, limit),
    deleteSubjects: deleteImageGenerations,
    signal,
  })
}
