import type { Db } from '#db/types.ts'
import { findBrand } from '#features/brand/index.ts'
import type { StoredRun } from '#features/runs/index.ts'
import { isFirstRun } from '#features/runs/index.ts'
import type { BrandLogo, ImageBrand, ImageBrief, ImageModel, StyleImage } from '#image-models/port.ts'
import type { ModelUsage, PromptEnhancer } from '#models/port.ts'
import type { Logger } from '#shared/logger.ts'
import type { Warning } from '@powerpost/contract'
import { imagesInputOf } from './images-input.ts'
import type { StoredImageGeneration } from './image-generations.repository.ts'
import { findStyleMedia, saveEnhancement } from './image-generations.repository.ts'
import { captionOf } from './review-run.ts'

export interface PrepareDependencies {
  readonly db: Db
  readonly logger: Logger
  /** Absent: there is no text model to ask. */
  readonly enhancer: PromptEnhancer | undefined
  /** Gives a picture whose look is to be taken up, made small; undefined when it cannot be looked at. */
  readonly lookAtStyle: (options: {
    readonly mediaId: string
    readonly signal: AbortSignal
  }) => Promise<StyleImage | undefined>
  /** Gives a brand's logo, made small; undefined when it cannot be looked at. */
  readonly lookAtLogo: (options: {
    readonly mediaId: string
    readonly signal: AbortSignal
  }) => Promise<BrandLogo | undefined>
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
  const { run, generation, signal } = options
  const caption = captionOf(generation)
  const asked = isFirstRun(run) ? undefined : imagesInputOf(run).prompt
  const prompt = asked ?? (await enhanceOnce(dependencies, options)) ?? generation.prompt
  const styleImages: StyleImage[] = []
  const warnings: Warning[] = []
  for (const [index, mediaId] of (await findStyleMedia(dependencies.db, generation.id)).entries()) {
    const style = await dependencies.lookAtStyle({ mediaId, signal })
    if (style) styleImages.push(style)
    else warnings.push({ ...STYLE_NOT_SEEN, field: `style_images[${index}]` })
  }
  const brand = await prepareBrand(dependencies, options)
  const subject = { ...(prompt !== null && { prompt }), ...(caption && { caption }) }
  return { brief: { ...subject, size: generation.size, styleImages, ...(brand && { brand }) }, warnings }
}

/** What the workspace's pictures are recognised by, as its brand profile is now; undefined when there is nothing. */
async function prepareBrand(
  { db, lookAtLogo }: PrepareDependencies,
  { run, signal }: PrepareOptions,
): Promise<ImageBrand | undefined> {
  const stored = await findBrand(db, { workspaceId: run.workspace_id, livemode: run.livemode })
  if (!stored) return undefined
  const { profile, logo_media_id: mediaId } = stored
  const logo = mediaId === null ? undefined : await lookAtLogo({ mediaId, signal })
  const { handle, colors: colours = [] } = profile
  if (!logo && handle === undefined && colours.length === 0) return undefined
  return { colours, ...(handle !== undefined && { handle }), ...(logo && { logo }) }
}

const STYLE_NOT_SEEN = {
  code: 'style_image_not_seen',
  message: 'This style image could not be looked at, or was deleted; the images were drawn without it.',
} as const

/** The prompt as a text model rewrites it, once for all runs and attempts; null when it is drawn from as it is. */
async function enhanceOnce(
  { db, logger, enhancer }: PrepareDependencies,
  { generation, model, signal, onUsage }: PrepareOptions,
): Promise<string | null> {
  const { id, prompt, caption, enhance_prompt, prompt_enhancement, prompt_used } = generation
  if (!enhance_prompt || prompt_enhancement !== null) return prompt_used
  // The built-in model sets the prompt's own words: more words would be more to read, not more to see.
  if (!enhancer || model.builtIn) return saveEnhancement(db, id, { outcome: 'unavailable' })
  try {
    const given = { ...(prompt !== null && { prompt }), ...(caption && { caption }) }
    const enhanced = await enhancer.enhance(given, { signal, onUsage })
    return await saveEnhancement(db, id, { outcome: 'enhanced', prompt: enhanced })
  } catch (error) {
    signal.throwIfAborted()
    logger.warn({ err: error, image_generation_id: id }, 'a prompt could not be enhanced')
    return saveEnhancement(db, id, { outcome: 'failed' })
  }
}
