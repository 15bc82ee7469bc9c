import type { RecordEvent } from '#features/webhooks/index.ts'
import type { AttemptOf } from '#jobs/worker.ts'
import { failGeneration } from './fail-generation.ts'
import { completeGeneration, findGenerationToRun } from './generations.repository.ts'
import type { ContentJobs } from './jobs.ts'
import { findOutputs, saveOutput } from './outputs.repository.ts'
import type { ReportDependencies } from './progress/report-progress.ts'
import { appendEvent } from './progress/events.repository.ts'
import { reportProgress } from './progress/report-progress.ts'
import { settleFailure } from './settle-failure.ts'
import type { WriteCaptionsDependencies } from './write-captions.ts'
import { writeCaptions } from './write-captions.ts'

export interface RunDependencies extends WriteCaptionsDependencies, ReportDependencies {
  readonly recordEvent: RecordEvent
}

/**
 * Writes a generation's captions, saves each as it is finished, and ends it: completed, or failed and given back. Running
 * it twice changes nothing: what has ended is left alone.
 */
export async function runGeneration(
  dependencies: RunDependencies,
  attempt: AttemptOf<ContentJobs, 'run-generation'>,
): Promise<void> {
  const { db, clock, recordEvent, announceProgress } = dependencies
  const generation = await findGenerationToRun(db, attempt.data.generation_id)
  if (!generation) return
  const { id, workspace_id: workspaceId, livemode } = generation
  const report = reportProgress(dependencies, { generationId: id, attempt: attempt.number })
  await settleFailure(dependencies, {
    attempt,
    async work() {
      const generator = await writeCaptions(dependencies, {
        generation,
        attempt,
        onPhases: report.phases,
        onCaption: (caption) =>
          report.caption(caption, (trx) =>
            saveOutput(trx, { ...caption, generationId: id, attempt: attempt.number, createdAt: clock.now() }),
          ),
      })
      await db.transaction().execute(async (trx) => {
        const at = clock.now()
        if (await completeGeneration(trx, { id, generator, completedAt: at })) {
          const data = { status: 'completed', outputs: await findOutputs(trx, id) } as const
          await appendEvent(trx, { generationId: id, progress: { event: 'completed', data }, at })
          const told = { generation_id: id, ...data }
          await recordEvent(trx, { event: 'generation.completed', workspaceId, livemode, data: told })
        }
        await attempt.complete(trx)
      })
    },
    fail: (trx, message) => failGeneration(trx, dependencies, { id, message }),
  })
  announceProgress(id)
}
