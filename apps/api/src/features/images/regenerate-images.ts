import type { Trx } from '#db/types.ts'
import { findMediaForGeneration } from '#features/media/index.ts'
import { acceptRun, countRuns } from '#features/runs/index.ts'
import { AppError, invalidField } from '#shared/app-error.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { GenerateImagesResponse, RegenerateImagesRequest } from '@powerpost/contract'
import { PRICES } from '@powerpost/contract'
import type { CreateImagesDependencies } from './create-image-generation.ts'
import { createSeed } from './create-seed.ts'
import type { StoredImageGeneration } from './image-generations.repository.ts'
import { findStyleMedia, lockImageGeneration, updateProcessing } from './image-generations.repository.ts'
import { insertImages } from './images.repository.ts'
import { noSuchImageGeneration, toAccepted } from './present-image-generation.ts'

interface RegenerateOptions {
  readonly principal: WorkspacePrincipal
  readonly id: string
  readonly request: RegenerateImagesRequest
}

/** Accepts a regeneration of some images of a completed image generation, which is `processing` again until it ends. */
export async function regenerateImages(
  trx: Trx,
  dependencies: CreateImagesDependencies,
  { principal, id, request }: RegenerateOptions,
): Promise<GenerateImagesResponse> {
  const generation = await lockImageGeneration(trx, principal, id)
  if (!generation) throw noSuchImageGeneration()
  assertCompleted(generation)
  await assertStyles(trx, principal, generation)
  const positions = choosePositions(generation, request.positions)
  const price = PRICES.images[generation.model] * positions.length
  const { prompt, max_credits: maxCredits } = request
  const runs = await countRuns(trx, generation.id)
  const run = await acceptRun(trx, dependencies, {
    kind: 'images',
    principal,
    price,
    maxCredits,
    queued: { event: 'queued', data: { status: 'processing', positions } },
    regeneration: { subjectId: generation.id, input: { positions, ...(prompt !== undefined && { prompt }) } },
  })
  const { livemode } = principal
  const images = positions.map((position) => ({
    position,
    seed: createSeed(dependencies, { livemode, position, runs }),
  }))
  await insertImages(trx, run.id, images)
  await updateProcessing(trx, generation.id)
  return toAccepted({ id: generation.id, creditsUsed: price, remainingCredits: run.remainingCredits })
}

function assertCompleted({ status }: StoredImageGeneration): void {
  if (status === 'completed') return
  throw new AppError(
    'CONFLICT',
    status === 'processing'
      ? 'The image generation is still processing. Wait until it is completed.'
      : 'The image generation failed. Start a new one.',
  )
}

/** Its style images, kept from being deleted until the transaction ends. Without one of them the style would be another. */
async function assertStyles(
  trx: Trx,
  principal: WorkspacePrincipal,
  { id, mode }: StoredImageGeneration,
): Promise<void> {
  const styles = await findStyleMedia(trx, id)
  const found = await findMediaForGeneration(trx, principal, styles)
  if (found.size === styles.length && (mode !== 'reference' || styles.length > 0)) return
  throw new AppError('CONFLICT', 'A style image of the image generation was deleted. Start a new one.')
}

function choosePositions({ quantity }: StoredImageGeneration, asked: readonly number[]): number[] {
  for (const [index, position] of asked.entries()) {
    if (position >= quantity) throw invalidField(`positions[${index}]`, `must be at most ${quantity - 1}`)
  }
  return [...new Set(asked)].sort((a, b) => a - b)
}
