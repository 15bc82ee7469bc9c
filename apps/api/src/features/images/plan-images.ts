import type { StoredCaption, Trx } from '#db/types.ts'
import { findCaptions } from '#features/content/index.ts'
import { findMediaForGeneration } from '#features/media/index.ts'
import { invalidField } from '#shared/app-error.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { Captions, GenerateImagesRequest, ImageMode, ImageModelRules, PostType } from '@powerpost/contract'
import { IMAGE_MODELS, PLATFORM_OF_POST_TYPE, PRICES } from '@powerpost/contract'

/** What is illustrated, and of which generation it is. */
export interface IllustratedCaption {
  readonly generationId: string
  readonly postType: PostType
  readonly caption: StoredCaption
}

/** What a request comes to: nothing of it is stored yet. */
export interface ImagePlan {
  readonly mode: ImageMode
  /** In the request's order, unique. */
  readonly styleMediaIds: readonly string[]
  readonly illustrated: IllustratedCaption | undefined
  /** In credits. */
  readonly price: number
}

interface PlanOptions {
  readonly principal: WorkspacePrincipal
  readonly request: GenerateImagesRequest
}

/** Finds what a request names, and what it costs. Throws VALIDATION_ERROR for what is not this workspace's. */
export async function planImages(trx: Trx, { principal, request }: PlanOptions): Promise<ImagePlan> {
  const { model, quantity } = request
  const styleMediaIds = await findStyleImages(trx, principal, request)
  const illustrated = await findIllustrated(trx, principal, request)
  const withoutCaption = styleMediaIds.length > 0 ? 'reference' : 'text'
  return {
    mode: illustrated ? 'post' : withoutCaption,
    styleMediaIds,
    illustrated,
    price: PRICES.images[model] * quantity,
  }
}

/** The style images of a request in their order, repeated ids folded. */
async function findStyleImages(
  trx: Trx,
  principal: WorkspacePrincipal,
  { style_images: given = [], model }: GenerateImagesRequest,
): Promise<string[]> {
  const ids = given.map((id) => id.toLowerCase())
  const unique = [...new Set(ids)]
  const { maxStyleImages }: ImageModelRules = IMAGE_MODELS[model]
  if (unique.length > maxStyleImages) {
    throw invalidField('style_images', `must have at most ${maxStyleImages} items with the model ${model}`)
  }
  const found = await findMediaForGeneration(trx, principal, ids)
  const foreign = ids.findIndex((id) => found.get(id)?.type !== 'image')
  if (foreign !== -1) throw invalidField(`style_images[${foreign}]`, 'is not an image of this workspace')
  return unique
}

async function findIllustrated(
  trx: Trx,
  principal: WorkspacePrincipal,
  { generation_id: id, source_post_type: asked }: GenerateImagesRequest,
): Promise<IllustratedCaption | undefined> {
  if (id === undefined) return undefined
  const generation = await findCaptions(trx, principal, id)
  if (!generation) throw invalidField('generation_id', 'is not a generation of this workspace')
  const { status, postTypes, captions } = generation
  if (status !== 'completed') throw invalidField('generation_id', `must be completed, and is ${status}`)
  const postType = asked ?? postTypes[0]
  if (!postType || !postTypes.includes(postType)) {
    throw invalidField('source_post_type', `must be one of the generation's: ${postTypes.join(', ')}`)
  }
  const caption = toCaption(captions, postType)
  if (!caption) throw invalidField('source_post_type', 'has no caption')
  return { generationId: generation.id, postType, caption }
}

function toCaption(captions: Captions, postType: PostType): StoredCaption | undefined {
  const caption = captions[PLATFORM_OF_POST_TYPE[postType]]
  if (typeof caption === 'string') return { text: caption }
  return caption && { title: caption.title, text: caption.description }
}
