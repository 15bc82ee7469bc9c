import type { Trx } from '#db/types.ts'
import { debitCredits } from '#features/account/index.ts'
import { refuseDearer } from '#features/content/index.ts'
import type { Enqueuer } from '#jobs/queue.ts'
import type { WorkspaceCaller } from '#shared/caller.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import type { GenerateImagesRequest, GenerateImagesResponse } from '@powerpost/contract'
import { insertImageGeneration } from './image-generations.repository.ts'
import type { ImageJobs } from './jobs.ts'
import { planImages } from './plan-images.ts'
import { toStarted } from './present-image-generation.ts'

export interface CreateImagesDependencies {
  readonly queue: Enqueuer<ImageJobs>
  readonly clock: Clock
  /** From 0 to 1, as `Math.random`. */
  readonly random: () => number
}

interface CreateOptions {
  readonly caller: WorkspaceCaller
  readonly request: GenerateImagesRequest
}

/** Seeds are whole numbers below this: what every vendor takes. */
const SEEDS = 2 ** 31

/**
 * Accepts an image generation: the caller's ONE transaction debits, writes the ledger, the generation with its images, and
 * its job. After it either all of them exist, and the generation will end, or none does, and nothing was paid.
 */
export async function createImageGeneration(
  trx: Trx,
  dependencies: CreateImagesDependencies,
  { caller, request }: CreateOptions,
): Promise<GenerateImagesResponse> {
  const { queue, clock, random } = dependencies
  const plan = await planImages(trx, { caller, request })
  refuseDearer(plan.price, request.max_credits)
  const id = makeId(clock)
  const { accountId, livemode } = caller
  const operation = { type: 'image_generation', id } as const
  const remainingCredits = await debitCredits(trx, { accountId, livemode, amount: plan.price, operation, clock })
  // In the sandbox the same request gives the same images.
  const seeds = Array.from({ length: request.quantity }, (_, position) =>
    livemode ? Math.floor(random() * SEEDS) : position,
  )
  await insertImageGeneration(trx, { id, caller, request, plan, seeds, createdAt: clock.now() })
  await queue.enqueue(trx, 'run-image-generation', { image_generation_id: id })
  return toStarted({ id, creditsUsed: plan.price, remainingCredits })
}
