import type { Trx } from '#db/types.ts'
import type { AcceptDependencies } from '#features/runs/index.ts'
import { acceptRun } from '#features/runs/index.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { GenerateImagesRequest, GenerateImagesResponse } from '@powerpost/contract'
import { createSeed } from './create-seed.ts'
import { insertImageGeneration } from './image-generations.repository.ts'
import { insertImages } from './images.repository.ts'
import { planImages } from './plan-images.ts'
import { toAccepted } from './present-image-generation.ts'

export interface CreateImagesDependencies extends AcceptDependencies {
  /** From 0 to 1, as `Math.random`. */
  readonly random: () => number
}

interface CreateOptions {
  readonly principal: WorkspacePrincipal
  readonly request: GenerateImagesRequest
}

/** Accepts an image generation, its images and its first run in the caller's ONE transaction. */
export async function createImageGeneration(
  trx: Trx,
  dependencies: CreateImagesDependencies,
  { principal, request }: CreateOptions,
): Promise<GenerateImagesResponse> {
  const plan = await planImages(trx, { principal, request })
  const positions = Array.from({ length: request.quantity }, (_, position) => position)
  const images = positions.map((position) => ({
    position,
    seed: createSeed(dependencies, { livemode: principal.livemode, position, runs: 0 }),
  }))
  const { id, remainingCredits } = await acceptRun(trx, dependencies, {
    kind: 'images',
    principal,
    price: plan.price,
    maxCredits: request.max_credits,
    queued: { event: 'queued', data: { status: 'processing', positions } },
    async keep({ id: newId, at }) {
      await insertImageGeneration(trx, { id: newId, principal, request, plan, createdAt: at })
      await insertImages(trx, newId, images)
    },
  })
  return toAccepted({ id, creditsUsed: plan.price, remainingCredits })
}
