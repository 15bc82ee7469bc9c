import type { MediaLinks } from '#features/media/index.ts'
import type { StoredRun } from '#features/runs/index.ts'
import { AppError } from '#shared/app-error.ts'
import type {
  GeneratedImage,
  GenerateImagesResponse,
  ImageGeneration,
  ImageGenerationSummary,
  ImageRegeneration,
} from '@powerpost/contract'
import { contract } from '@powerpost/contract/routes'
import type { StoredImageGeneration } from './image-generations.repository.ts'
import { imagesInputOf } from './images-input.ts'
import type { DrawnMedium } from './images.repository.ts'

interface AcceptedImageGeneration {
  readonly id: string
  readonly creditsUsed: number
  readonly remainingCredits: number
}

/** What is answered when a run was accepted. */
export function toAccepted({ id, creditsUsed, remainingCredits }: AcceptedImageGeneration): GenerateImagesResponse {
  return {
    image_generation_id: id,
    status: 'processing',
    credits_used: creditsUsed,
    remaining_credits: remainingCredits,
    status_url: contract.images.getGeneration.path.replace(':id', id),
  }
}

/** An image generation as lists show it. */
export function toSummary(generation: StoredImageGeneration): ImageGenerationSummary {
  const { prompt, prompt_used, prompt_enhancement, generation_id, source_post_type } = generation
  const { completed_at, generator } = generation
  return {
    image_generation_id: generation.id,
    status: generation.status,
    ...(prompt !== null && { prompt }),
    ...(prompt_used !== null && { prompt_used }),
    ...(prompt_enhancement !== null && { prompt_enhancement }),
    mode: generation.mode,
    size: generation.size,
    quantity: generation.quantity,
    model: generation.model,
    ...(generation_id !== null && { generation_id }),
    ...(source_post_type !== null && { source_post_type }),
    credits_used: generation.credits_used,
    livemode: generation.livemode,
    created_by: generation.created_by,
    created_at: generation.created_at.toISOString(),
    ...(completed_at !== null && { completed_at: completed_at.toISOString() }),
    ...(generator !== null && { generator }),
  }
}

/** An image generation with what came of it. */
export function toImageGeneration(
  generation: StoredImageGeneration,
  images: readonly GeneratedImage[],
  regeneration: StoredRun | undefined,
): ImageGeneration {
  const { status, error_message, credits_refunded, warnings } = generation
  return {
    ...toSummary(generation),
    images: [...images],
    ...(warnings.length > 0 && { warnings: [...warnings] }),
    ...(credits_refunded > 0 && { credits_refunded }),
    ...(regeneration && { regeneration: toRegeneration(regeneration) }),
    ...(status === 'failed' && {
      credits_refunded,
      error: { code: 'IMAGE_GENERATION_FAILED', message: error_message ?? '' },
    }),
  }
}

function toRegeneration(run: StoredRun): ImageRegeneration {
  const { status, credits_used, credits_refunded, created_at, completed_at, error_message, warnings } = run
  const { positions, prompt } = imagesInputOf(run)
  return {
    status,
    positions,
    ...(prompt !== undefined && { prompt }),
    credits_used,
    ...(warnings.length > 0 && { warnings: [...warnings] }),
    ...(credits_refunded > 0 && { credits_refunded }),
    created_at: created_at.toISOString(),
    ...(completed_at !== null && { completed_at: completed_at.toISOString() }),
    ...(status === 'failed' && {
      credits_refunded,
      error: { code: 'IMAGE_GENERATION_FAILED', message: error_message ?? '' },
    }),
  }
}

/** An image that is there, with links that are made now. */
export function toImage({ id, width, height }: DrawnMedium, links: MediaLinks): GeneratedImage {
  return { media_id: id, ...links.of(id), width, height }
}

/** In the same words for another workspace's image generation and for none at all. */
export function noSuchImageGeneration(): AppError {
  return new AppError('NOT_FOUND', 'There is no such image generation in this workspace.')
}
