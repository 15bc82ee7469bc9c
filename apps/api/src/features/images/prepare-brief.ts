import type { VisualBrandDependencies } from '#features/brand/index.ts'
import { findVisualBrand } from '#features/brand/index.ts'
import type { EnhanceDependencies, StoredRun } from '#features/runs/index.ts'
import { enhanceOnce, isFirstRun } from '#features/runs/index.ts'
import type { ImageBrief, ImageModel, StyleImage } from '#image-models/port.ts'
import type { ModelUsage } from '#models/port.ts'
import type { Warning } from '@powerpost/contract'
import { imagesInputOf } from './images-input.ts'
import type { StoredImageGeneration } from './image-generations.repository.ts'
import { findStyleMedia, saveEnhancement } from './image-generations.repository.ts'
import { captionOf } from './review-run.ts'

export interface PrepareDependencies extends EnhanceDependencies, VisualBrandDependencies {
  /** Gives a picture whose look is to be taken up, made small; undefined when it cannot be looked at. */
  readonly lookAtStyle: (options: {
    readonly mediaId: string
    readonly signal: AbortSignal
  }) => Promise<StyleImage | undefined>
}

interface PrepareOptions {
  readonly run: StoredRun
  readonly generation: StoredImageGeneration
  readonly model: ImageModel
  readonly signal: AbortSignal
  readonly onUsage: (usage: ModelUsage) => void
}

/** What all images of a generation have in common. */
export type SharedBrief = Omit<ImageBrief, 'index' | 'seed'>

export interface PreparedBrief {
  readonly brief: SharedBrief
  /** What of the request did not get into it. */
  readonly warnings: readonly Warning[]
}

/** Prepares what the images of a run are drawn from. */
export async function prepareBrief(dependencies: PrepareDependencies, options: PrepareOptions): Promise<PreparedBrief> {
  const { run, generation, model, signal, onUsage } = options
  const caption = captionOf(generation)
  const asked = isFirstRun(run) ? undefined : imagesInputOf(run).prompt
  const given = { ...(generation.prompt !== null && { prompt: generation.prompt }), ...(caption && { caption }) }
  const enhanced = () =>
    enhanceOnce(dependencies, {
      subjectId: generation.id,
      stored: generation,
      given,
      isBuiltIn: model.builtIn,
      save: (enhancement) => saveEnhancement(dependencies.db, generation.id, enhancement),
      signal,
      onUsage,
    })
  const prompt = asked ?? (await enhanced()) ?? generation.prompt
  const styleImages: StyleImage[] = []
  const warnings: Warning[] = []
  for (const [index, mediaId] of (await findStyleMedia(dependencies.db, generation.id)).entries()) {
    const style = await dependencies.lookAtStyle({ mediaId, signal })
    if (style) styleImages.push(style)
    else warnings.push({ ...STYLE_NOT_SEEN, field: `style_images[${index}]` })
  }
  const { workspace_id: workspaceId, livemode } = run
  const brand = await findVisualBrand(dependencies, { workspaceId, livemode, signal })
  const subject = { ...(prompt !== null && { prompt }), ...(caption && { caption }) }
  return { brief: { ...subject, size: generation.size, styleImages, ...(brand && { brand }) }, warnings }
}

const STYLE_NOT_SEEN = {
  code: 'style_image_not_seen',
  message: 'This style image could not be looked at, or was deleted; the images were drawn without it.',
} as const
