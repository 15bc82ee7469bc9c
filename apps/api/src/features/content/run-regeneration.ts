import type { Attempt } from '#jobs/worker.ts'
import type { PlatformCaption } from '#models/port.ts'
import { failRegeneration } from './fail-regeneration.ts'
import { findOutputs } from './generations.repository.ts'
import { endRegeneration, findRegenerationToRun, replaceOutput } from './regenerations.repository.ts'
import { settleFailure } from './settle-failure.ts'
import type { WriteCaptionsDependencies } from './write-captions.ts'
import { writeCaptions } from './write-captions.ts'

/**
 * Writes some captions of a generation anew. The new ones take the place of the old all at once, in the transaction that
 * ends it; until then, and when it fails, the old ones stand. Running it twice changes nothing.
 */
export async function runRegeneration(
  dependencies: WriteCaptionsDependencies,
  attempt: Attempt<'run-regeneration'>,
): Promise<void> {
  const { db, clock } = dependencies
  const found = await findRegenerationToRun(db, attempt.data.regeneration_id)
  if (!found) return
  const { regeneration, generation, times } = found
  const { id, platforms, instruction } = regeneration
  await settleFailure(dependencies, {
    attempt,
    async work() {
      const outputs = await findOutputs(db, generation.id)
      const previous = Object.fromEntries(platforms.map((platform) => [platform, outputs[platform]]))
      const captions: PlatformCaption[] = []
      await writeCaptions(dependencies, {
        generation,
        platforms,
        rewrite: { times, previous, ...(instruction !== null && { instruction }) },
        attempt,
        onCaption: async (caption) => void captions.push(caption),
      })
      await db.transaction().execute(async (trx) => {
        const ended = await endRegeneration(trx, { id, at: clock.now() })
        if (ended) {
          for (const caption of captions) {
            await replaceOutput(trx, { ...caption, generationId: generation.id, at: clock.now() })
          }
        }
        await attempt.complete(trx)
      })
    },
    fail: (trx, message) => failRegeneration(trx, { id, clock, ...(message !== undefined && { message }) }),
  })
}
