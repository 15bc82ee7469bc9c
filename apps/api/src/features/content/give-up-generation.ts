import type { Db } from '#db/types.ts'
import type { RecordEvent } from '#features/webhooks/index.ts'
import type { AttemptOf } from '#jobs/worker.ts'
import type { Clock } from '#shared/clock.ts'
import { failGeneration } from './fail-generation.ts'
import type { ContentJobs } from './jobs.ts'

interface GiveUpDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly recordEvent: RecordEvent
  readonly announceProgress: (generationId: string) => void
}

/** Fails and refunds a generation whose job the queue gave up on; one that has ended by itself is left alone. */
export async function giveUpGeneration(
  dependencies: GiveUpDependencies,
  attempt: AttemptOf<ContentJobs, 'fail-generation'>,
): Promise<void> {
  await dependencies.db.transaction().execute(async (trx) => {
    await failGeneration(trx, dependencies, { id: attempt.data.generation_id })
    await attempt.complete(trx)
  })
  dependencies.announceProgress(attempt.data.generation_id)
}
