import type { StoredProgress, Trx } from '#db/types.ts'
import { debitCredits } from '#features/account/index.ts'
import { holdMedia } from '#features/media/index.ts'
import type { Enqueuer } from '#jobs/queue.ts'
import { AppError, invalidField } from '#shared/app-error.ts'
import type { WorkspaceCaller } from '#shared/caller.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import type { GenerateContentResponse, Platform, RegenerateRequest } from '@powerpost/contract'
import { priceGeneration } from '@powerpost/contract'
import type { StoredGeneration } from './generations.repository.ts'
import { lockGeneration } from './generations.repository.ts'
import type { ContentJobs } from './jobs.ts'
import { appendEvent } from './progress/events.repository.ts'
import { noSuchGeneration, toStarted } from './present-generation.ts'
import { refuseDearer } from './refuse-dearer.ts'
import { insertRegeneration } from './regenerations.repository.ts'

interface RegenerateDependencies {
  readonly queue: Enqueuer<ContentJobs>
  readonly clock: Clock
}

interface RegenerateOptions {
  readonly caller: WorkspaceCaller
  readonly id: string
  readonly request: RegenerateRequest
}

/**
 * Accepts a rewriting of some captions of a completed generation: the caller's ONE transaction debits, writes the
 * ledger, the rewriting and its job, and makes the generation `processing` again.
 */
export async function startRegeneration(
  trx: Trx,
  { queue, clock }: RegenerateDependencies,
  { caller, id, request }: RegenerateOptions,
): Promise<GenerateContentResponse> {
  const generation = await lockGeneration(trx, caller, id)
  if (!generation) throw noSuchGeneration()
  refuseUnlessCompleted(generation)
  await holdMedia(trx, generation.id)
  const platforms = choosePlatforms(generation, request.platforms)
  const price = priceGeneration({ researchMode: generation.research_mode, platforms, imageCount: 0 })
  refuseDearer(price, request.max_credits)
  const regenerationId = makeId(clock)
  const { accountId, livemode } = caller
  const operation = { type: 'regeneration', id: regenerationId } as const
  const remainingCredits = await debitCredits(trx, { accountId, livemode, amount: price, operation, clock })
  const at = clock.now()
  await insertRegeneration(trx, {
    id: regenerationId,
    generation_id: generation.id,
    platforms,
    instruction: request.instruction ?? null,
    credits_used: price,
    created_at: at,
  })
  const progress = { event: 'queued', data: { status: 'processing', platforms } } satisfies StoredProgress
  await appendEvent(trx, { generationId: generation.id, progress, at })
  await queue.enqueue(trx, 'run-regeneration', { regeneration_id: regenerationId })
  return toStarted({ generationId: generation.id, creditsUsed: price, remainingCredits })
}

function refuseUnlessCompleted({ status }: StoredGeneration): void {
  if (status === 'completed') return
  throw new AppError(
    'CONFLICT',
    status === 'processing'
      ? 'The generation is still processing. Wait until it is completed.'
      : 'The generation failed: it has no captions to write anew.',
  )
}

function choosePlatforms(generation: StoredGeneration, asked: readonly Platform[]): Platform[] {
  for (const [index, platform] of asked.entries()) {
    if (generation.platforms.includes(platform)) continue
    throw invalidField(`platforms[${index}]`, `must be one of the generation's: ${generation.platforms.join(', ')}`)
  }
  return [...new Set(asked)]
}
