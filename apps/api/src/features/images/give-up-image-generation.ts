import type { Db } from '#db/types.ts'
import type { AttemptOf } from '#jobs/worker.ts'
import type { EndDependencies } from './end-image-generation.ts'
import { endImageGeneration } from './end-image-generation.ts'
import type { ImageJobs } from './jobs.ts'

interface GiveUpDependencies extends EndDependencies {
  readonly db: Db
}

/** Ends an image generation whose job the queue gave up on; one that has ended by itself is left alone. */
export async function giveUpImageGeneration(
  dependencies: GiveUpDependencies,
  attempt: AttemptOf<ImageJobs, 'fail-image-generation'>,
): Promise<void> {
  await dependencies.db.transaction().execute(async (trx) => {
    await endImageGeneration(trx, dependencies, { id: attempt.data.image_generation_id })
    await attempt.complete(trx)
  })
}
