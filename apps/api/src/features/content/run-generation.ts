import type { RecordEvent } from '#features/webhooks/index.ts'
import type { Attempt } from '#jobs/worker.ts'
import { failGeneration } from './fail-generation.ts'
import { completeGeneration, findGenerationToRun, findOutputs, saveOutput } from './generations.repository.ts'
import { settleFailure } from './settle-failure.ts'
import type { WriteCaptionsDependencies } from './write-captions.ts'
import { writeCaptions } from './write-captions.ts'

export interface RunDependencies extends WriteCaptionsDependencies {
  readonly recordEvent: RecordEvent
}

/**
 * Writes a generation's captions, saves each as it is finished, and ends it: completed, or failed and given back. Running
 * it twice changes nothing: what has ended is left alone.
 */
export async function runGeneration(dependencies: RunDependencies, attempt: Attempt<'run-generation'>): Promise<void> {
  const { db, clock, recordEvent } = dependencies
  const generation = await findGenerationToRun(db, attempt.data.generation_id)
  if (!generation) return
  const { id, workspace_id: workspaceId, livemode } = generation
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
        if (await completeGeneration(trx, { id, generator, completedAt: clock.now() })) {
          const data = { generation_id: id, status: 'completed', outputs: await findOutputs(trx, id) } as const
          await recordEvent(trx, { event: 'generation.completed', workspaceId, livemode, data })
        }
        await attempt.complete(trx)
      })
    },
    fail: (trx, message) => failGeneration(trx, dependencies, { id, message }),
  })
}
