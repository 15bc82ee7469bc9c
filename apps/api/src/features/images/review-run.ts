import type { StoredRun } from '#features/runs/index.ts'
import { isFirstRun } from '#features/runs/index.ts'
import type { BriefReview, CaptionToIllustrate, ImageModel } from '#image-models/port.ts'
import type { ImageModelName } from '@powerpost/contract'
import type { StoredImageGeneration } from './image-generations.repository.ts'
import { imagesInputOf } from './images-input.ts'

/** The prompt that a run is drawn from, as far as it is decided. */
function promptOf(run: StoredRun, generation: StoredImageGeneration): string | undefined {
  const asked = isFirstRun(run) ? undefined : imagesInputOf(run).prompt
  return asked ?? generation.prompt_used ?? generation.prompt ?? undefined
}

export function captionOf({ caption, source_post_type }: StoredImageGeneration): CaptionToIllustrate | undefined {
  return caption && source_post_type ? { postType: source_post_type, ...caption } : undefined
}

/**
 * What the model of a run cannot do of it. By the live model in the sandbox, too: whatever draws there stands in for it.
 *
 * It depends on nothing but stored rows, so that every attempt, and the end of the run, comes to the same.
 */
export function reviewRun(
  models: Readonly<Record<ImageModelName, ImageModel>>,
  run: StoredRun,
  generation: StoredImageGeneration,
): BriefReview | undefined {
  const prompt = promptOf(run, generation)
  const caption = captionOf(generation)
  return models[generation.model].review?.({ ...(prompt !== undefined && { prompt }), ...(caption && { caption }) })
}
