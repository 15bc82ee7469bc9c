import type { Db, StoredStyle, Trx } from '#db/types.ts'
import { debitCredits } from '#features/account/index.ts'
import type { MediaForGeneration } from '#features/media/index.ts'
import { findMediaForGeneration } from '#features/media/index.ts'
import { findStyleForGeneration } from '#features/writing-styles/index.ts'
import type { JobQueue } from '#jobs/queue.ts'
import { OutboundError } from '#outbound/index.ts'
import { invalidField } from '#shared/app-error.ts'
import type { WorkspaceCaller } from '#shared/caller.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import type { GenerateContentRequest, GenerationPrices, InputType } from '@powerpost/contract'
import { platformsOf, priceGeneration } from '@powerpost/contract'
import { insertGeneration } from './generations.repository.ts'

export interface CreateGenerationDependencies {
  readonly db: Db
  readonly queue: JobQueue
  readonly clock: Clock
  readonly prices: GenerationPrices
  /** The one spelling of a source's address. Throws OutboundError for one that may not be read. */
  readonly checkSourceUrl: (value: string) => string
}

export interface CreatedGeneration {
  readonly id: string
  readonly creditsUsed: number
  readonly remainingCredits: number
}

/**
 * Accepts a generation: ONE transaction debits, writes the ledger, the generation and its job. After it either all of
 * them exist, and the generation will end, or none does, and nothing was paid.
 */
export async function createGeneration(
  { db, queue, clock, prices, checkSourceUrl }: CreateGenerationDependencies,
  { caller, request }: { readonly caller: WorkspaceCaller; readonly request: GenerateContentRequest },
): Promise<CreatedGeneration> {
  const sourceUrls = checkSourceUrls(request.source_urls ?? [], checkSourceUrl)
  return db.transaction().execute(async (trx) => {
    const media = await findMedia(trx, caller, request.media_ids ?? [])
    const inputType = inputTypeOf(media)
    const style = await findStyle(trx, caller, request.writing_style_id)
    const postTypes = [...new Set(request.post_types)]
    const platforms = platformsOf(postTypes)
    const [first] = media
    const price = priceGeneration(
      {
        researchMode: request.research_mode,
        platforms,
        sourceUrlCount: sourceUrls.length,
        imageCount: inputType === 'images' ? media.length : 0,
        ...(first?.durationSeconds !== undefined && { videoSeconds: first.durationSeconds }),
      },
      prices,
    )
    const id = makeId(clock)
    const { accountId, livemode } = caller
    const operation = { type: 'generation', id } as const
    const remainingCredits = await debitCredits(trx, { accountId, livemode, amount: price, operation, clock })
    await insertGeneration(trx, {
      id,
      caller,
      inputType,
      postTypes,
      platforms,
      mediaIds: media.map((medium) => medium.id),
      request,
      style,
      sourceUrls,
      creditsUsed: price,
      createdAt: clock.now(),
    })
    await queue.enqueue(trx, 'run-generation', { generation_id: id })
    return { id, creditsUsed: price, remainingCredits }
  })
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
async function findStyle(trx: Trx, caller: WorkspaceCaller, id: string | undefined): Promise<StoredStyle | undefined> {
  const style = await findStyleForGeneration(trx, caller, id)
  if (id !== undefined && !style) throw invalidField('writing_style_id', 'is not a writing style of this workspace')
  return style
}

/** The media of a request in their order, repeated ids folded. */
async function findMedia(trx: Trx, caller: WorkspaceCaller, given: readonly string[]): Promise<MediaForGeneration[]> {
  if (given.length === 0) return []
  const ids = given.map((id) => id.toLowerCase())
  const found = await findMediaForGeneration(trx, caller, ids)
  return [...new Set(ids)].map((id) => {
    const medium = found.get(id)
    if (!medium) throw invalidField(`media_ids[${ids.indexOf(id)}]`, 'is not a file of this workspace')
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
