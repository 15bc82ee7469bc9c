import type { StoredBrandProfile, StoredControls, StoredStyle, Trx } from '#db/types.ts'
import { findBrand } from '#features/brand/index.ts'
import type { MediaForGeneration } from '#features/media/index.ts'
import { findMediaForGeneration } from '#features/media/index.ts'
import { findStyleForGeneration } from '#features/writing-styles/index.ts'
import type { TextModel } from '#models/port.ts'
import { OutboundError } from '#outbound/index.ts'
import { invalidField } from '#shared/app-error.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { GenerateContentRequest, InputType, Platform, PostType, PriceItem } from '@powerpost/contract'
import { itemizeGeneration, platformsOf } from '@powerpost/contract'
import { checkModel } from './controls/choose-model.ts'
import { toStoredControls } from './controls/stored-controls.ts'

export interface PlanDependencies {
  readonly model: TextModel
  readonly sandboxModel: TextModel
  /** The one spelling of an address. Throws OutboundError for one that may not be read. */
  readonly checkUrl: (value: string) => string
}

/** What a request comes to: nothing of it is stored yet. */
export interface GenerationPlan {
  readonly inputType: InputType
  readonly postTypes: readonly PostType[]
  readonly platforms: readonly Platform[]
  /** In the request's order, unique. */
  readonly mediaIds: readonly string[]
  readonly sourceUrls: readonly string[]
  readonly style: StoredStyle | undefined
  readonly brand: StoredBrandProfile | undefined
  readonly controls: StoredControls
  readonly breakdown: readonly PriceItem[]
  /** In credits: what the breakdown adds up to. */
  readonly price: number
}

interface PlanOptions {
  readonly principal: WorkspacePrincipal
  readonly request: GenerateContentRequest
}

/** Finds what a request names, and what it costs. Throws VALIDATION_ERROR for what is not this workspace's. */
export async function planGeneration(
  trx: Trx,
  { checkUrl, model, sandboxModel }: PlanDependencies,
  { principal, request }: PlanOptions,
): Promise<GenerationPlan> {
  checkModel(request.model, model, sandboxModel)
  const sourceUrls = checkSourceUrls(request.source_urls ?? [], checkUrl)
  const media = await findMedia(trx, principal, request.media_ids ?? [])
  const inputType = inputTypeOf(media)
  const brand = (await findBrand(trx, principal))?.profile
  const controls = toStoredControls(request)
  const style = await findStyle(trx, principal, request.writing_style_id)
  const postTypes = [...new Set(request.post_types)]
  const platforms = platformsOf(postTypes)
  const [first] = media
  const breakdown = itemizeGeneration({
    researchMode: request.research_mode,
    platforms,
    variants: request.variants,
    sourceUrlCount: sourceUrls.length,
    imageCount: inputType === 'images' ? media.length : 0,
    ...(first?.durationSeconds !== undefined && { videoSeconds: first.durationSeconds }),
  })
  const price = breakdown.reduce((sum, { credits }) => sum + credits, 0)
  const mediaIds = media.map((medium) => medium.id)
  return { inputType, postTypes, platforms, mediaIds, sourceUrls, style, brand, controls, breakdown, price }
}

/** The sources of a request, repeated ones folded. */
function checkSourceUrls(given: readonly string[], check: (value: string) => string): string[] {
  const checked = given.map((value, index) => {
    try {
      return check(value)
    } catch (error) {
      if (error instanceof OutboundError) throw invalidField(`source_urls[${index}]`, error.message)
      throw error
    }
  })
  return [...new Set(checked)]
}

/** The style that the request names, else the active one, as it is now. */
async function findStyle(
  trx: Trx,
  principal: WorkspacePrincipal,
  id: string | undefined,
): Promise<StoredStyle | undefined> {
  const style = await findStyleForGeneration(trx, principal, id)
  if (id !== undefined && !style) throw invalidField('writing_style_id', 'is not a writing style of this workspace')
  return style
}

/** The media of a request in their order, repeated ids folded. */
async function findMedia(
  trx: Trx,
  principal: WorkspacePrincipal,
  given: readonly string[],
): Promise<MediaForGeneration[]> {
  if (given.length === 0) return []
  const ids = given.map((id) => id.toLowerCase())
  const found = await findMediaForGeneration(trx, principal, ids)
  return [...new Set(ids)].map((id) => {
    const medium = found.get(id)
    const field = `media_ids[${ids.indexOf(id)}]`
    if (!medium) throw invalidField(field, 'is not a file of this workspace')
    if (medium.type === 'document')
      throw invalidField(field, 'is a document: captions are written about images and videos')
    return medium
  })
}

function inputTypeOf(media: readonly MediaForGeneration[]): InputType {
  if (media.length === 0) return 'text'
  const videos = media.filter((medium) => medium.type === 'video').length
  if (videos === 0) return 'images'
  if (media.length > 1) throw invalidField('media_ids', 'must be either 1-10 images or exactly one video')
  return 'video'
}
