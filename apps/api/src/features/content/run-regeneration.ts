import type { AttemptOf } from '#jobs/worker.ts'
import type { PlatformCaption } from '#models/port.ts'
import { failRegeneration } from './fail-regeneration.ts'
import type { ContentJobs } from './jobs.ts'
import { findOutputs } from './outputs.repository.ts'
import { appendEvent } from './progress/events.repository.ts'
import { reportProgress } from './progress/report-progress.ts'
import { endRegeneration, findRegenerationToRun, replaceOutput } from './regenerations.repository.ts'
import type { RunDependencies } from './run-generation.ts'
import { settleFailure } from './settle-failure.ts'
import { writeCaptions } from './write-captions.ts'

/**
 * Writes some captions of a generation anew. The new ones take the place of the old all at once, in the transaction that
 * ends it; until then, and when it fails, the old ones stand. Running it twice changes nothing.
 */
export async function runRegeneration(
  dependencies: RunDependencies,
  attempt: AttemptOf<ContentJobs, 'run-regeneration'>,
): Promise<void> {
  const { db, clock, recordEvent, announceProgress } = dependencies
  const found = await findRegenerationToRun(db, attempt.data.regeneration_id)
  if (!found) return
  const { regeneration, generation, times } = found
  const { id, platforms, instruction } = regeneration
  const { id: generationId, workspace_id: workspaceId, livemode } = generation
  const report = reportProgress(dependencies, { generationId, regenerationId: id, attempt: attempt.number })
  await settleFailure(dependencies, {
    attempt,
    async work() {
      const outputs = await findOutputs(db, generationId)
      const previous = Object.fromEntries(platforms.map((platform) => [platform, outputs[platform]]))
      const captions: PlatformCaption[] = []
      await writeCaptions(dependencies, {
        generation,
        platforms,
        rewrite: { times, previous, ...(instruction !== null && { instruction }) },
        attempt,
        onPhases: report.phases,
        async onCaption(caption) {
          captions.push(caption)
          await report.caption(caption)
        },
      })
      await db.transaction().execute(async (trx) => {
        const at = clock.now()
        const ended = await endRegeneration(trx, { id, at })
        if (ended) {
          for (const caption of captions) await replaceOutput(trx, { ...caption, generationId, at })
          const data = { status: 'completed', outputs: await findOutputs(trx, generationId) } as const
          await appendEvent(trx, { generationId, progress: { event: 'completed', data }, at })
          const told = { generation_id: generationId, ...data }
          await recordEvent(trx, { event: 'generation.completed', workspaceId, livemode, data: told })
        }
        await attempt.complete(trx)
      })
    },
    async fail(trx, message) {
      await failRegeneration(trx, dependencies, { id, message })
    },
  })
  announceProgress(generationId)
}
