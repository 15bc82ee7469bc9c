import type { Attempt } from '#jobs/worker.ts'
import { failGeneration } from './fail-generation.ts'
import { completeGeneration, findGenerationToRun, saveOutput } from './generations.repository.ts'
import { settleFailure } from './settle-failure.ts'
import type { WriteCaptionsDependencies } from './write-captions.ts'
import { writeCaptions } from './write-captions.ts'

/**
 * Writes a generation's captions, saves each as it is finished, and ends it: completed, or failed and given back. Running
 * it twice changes nothing: what has ended is left alone.
 */
export async function runGeneration(
  dependencies: WriteCaptionsDependencies,
  attempt: Attempt<'run-generation'>,
): Promise<void> {
  const { db, clock } = dependencies
  const generation = await findGenerationToRun(db, attempt.data.generation_id)
  if (!generation) return
  const { id } = generation
  await settleFailure(dependencies, {
    attempt,
    async work() {
      const generator = await writeCaptions(dependencies, {
        generation,
        attempt,
        onCaption: (caption) =>
          saveOutput(db, { ...caption, generationId: id, attempt: attempt.number, createdAt: clock.now() }),
      })
      await db.transaction().execute(async (trx) => {
        await completeGeneration(trx, { id, generator, completedAt: clock.now() })
        await attempt.complete(trx)
      })
    },
    fail: (trx, message) => failGeneration(trx, { id, clock, ...(message !== undefined && { message }) }),
  })
}
