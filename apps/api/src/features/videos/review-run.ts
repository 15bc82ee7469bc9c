import type { StoredRun } from '#features/runs/index.ts'
import { isFirstRun } from '#features/runs/index.ts'
import type { VideoModel, VideoReview } from '#video-models/port.ts'
import type { VideoModelName } from '@powerpost/contract'
import type { StoredVideoGeneration } from './video-generations.repository.ts'
import { videosInputOf } from './videos-input.ts'

/** The new prompt of a regeneration, if it has one. */
export function newPromptOf(run: StoredRun): string | undefined {
  return isFirstRun(run) ? undefined : videosInputOf(run).prompt
}

/**
 * What the model of a run cannot do of it. By the live model in the sandbox, too: whatever makes videos there stands in for it.
 *
 * It depends on nothing but stored rows, so that every attempt, and the end of the run, comes to the same.
 */
export function reviewRun(
  models: Readonly<Record<VideoModelName, VideoModel>>,
  run: StoredRun,
  generation: StoredVideoGeneration,
): VideoReview | undefined {
  const prompt = newPromptOf(run) ?? generation.prompt_used ?? generation.prompt
  return models[generation.model].review?.({ prompt, hasSource: generation.has_source })
}
