import type { Db } from '#db/types.ts'
import type { VisualBrandDependencies } from '#features/brand/index.ts'
import { findVisualBrand } from '#features/brand/index.ts'
import type { EnhanceDependencies, StoredRun } from '#features/runs/index.ts'
import { enhanceOnce } from '#features/runs/index.ts'
import type { ModelUsage } from '#models/port.ts'
import type { SourceImage, VideoBrief, VideoModel } from '#video-models/port.ts'
import { VIDEO_DIMENSIONS } from '@powerpost/contract'
import { newPromptOf } from './review-run.ts'
import type { StoredVideoGeneration } from './video-generations.repository.ts'
import { saveEnhancement } from './video-generations.repository.ts'

export interface PrepareDependencies extends EnhanceDependencies, VisualBrandDependencies {
  readonly db: Db
  /** Gives the image that a video begins with, made small enough, and cropped to a shape; undefined when it cannot be looked at. */
  readonly lookAtSource: (options: {
    readonly mediaId: string
    readonly shape: { readonly width: number; readonly height: number } | undefined
    readonly signal: AbortSignal
  }) => Promise<SourceImage | undefined>
}

interface PrepareOptions {
  readonly run: StoredRun
  readonly seed: number
  readonly generation: StoredVideoGeneration
  readonly model: VideoModel
  readonly signal: AbortSignal
  readonly onUsage: (usage: ModelUsage) => void
}

/** Prepares what the video of a run is made from. Undefined: the image that it begins with is gone. */
export async function prepareBrief(
  dependencies: PrepareDependencies,
  { run, seed, generation, model, signal, onUsage }: PrepareOptions,
): Promise<VideoBrief | undefined> {
  const { id, size, duration, has_audio: hasAudio, has_source, media_id: mediaId } = generation
  const enhanced = () =>
    enhanceOnce(dependencies, {
      subjectId: id,
      stored: generation,
      given: { prompt: generation.prompt },
      isBuiltIn: model.builtIn,
      save: (enhancement) => saveEnhancement(dependencies.db, id, enhancement),
      signal,
      onUsage,
    })
  const prompt = newPromptOf(run) ?? (await enhanced()) ?? generation.prompt
  // Our own model finds a place for all of it.
  const shape = model.builtIn ? undefined : VIDEO_DIMENSIONS[size]
  const source = mediaId === null ? undefined : await dependencies.lookAtSource({ mediaId, shape, signal })
  if (has_source && !source) return undefined
  const { workspace_id: workspaceId, livemode } = run
  const brand = await findVisualBrand(dependencies, { workspaceId, livemode, signal })
  return { prompt, size, duration, hasAudio, seed, ...(source && { source }), ...(brand && { brand }) }
}
