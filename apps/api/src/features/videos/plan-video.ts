import type { Trx } from '#db/types.ts'
import { findMediaForGeneration, hasRoomForVideo } from '#features/media/index.ts'
import { AppError, invalidField } from '#shared/app-error.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { GenerateVideoRequest } from '@powerpost/contract'
import { priceVideo } from '@powerpost/contract'
import { FULL_MESSAGE } from './messages.ts'

/** What a request comes to: nothing of it is stored yet. */
export interface VideoPlan {
  /** The image that the video begins with. */
  readonly sourceId: string | undefined
  /** In credits. */
  readonly price: number
}

interface PlanOptions {
  readonly principal: WorkspacePrincipal
  readonly request: GenerateVideoRequest
}

/**
 * Finds what a request names, and what it costs. Throws VALIDATION_ERROR for what is not this workspace's, and STORAGE_QUOTA_EXCEEDED
 * when there is no room for the video.
 */
export async function planVideo(trx: Trx, { principal, request }: PlanOptions): Promise<VideoPlan> {
  const { model, duration, has_audio: hasAudio, source_image } = request
  const sourceId = source_image?.toLowerCase()
  if (sourceId !== undefined) {
    const found = await findMediaForGeneration(trx, principal, [sourceId])
    if (found.get(sourceId)?.type !== 'image') throw invalidField('source_image', 'is not an image of this workspace')
  }
  await assertRoom(trx, principal)
  return { sourceId, price: priceVideo({ model, duration, hasAudio }) }
}

/** Throws STORAGE_QUOTA_EXCEEDED when a video would not fit: its vendor would be paid for a file that cannot be kept. */
export async function assertRoom(trx: Trx, { accountId }: WorkspacePrincipal): Promise<void> {
  if (!(await hasRoomForVideo(trx, accountId))) throw new AppError('STORAGE_QUOTA_EXCEEDED', FULL_MESSAGE)
}

/** What the video of a generation costs: with sound where that was asked for. */
export function priceOf(generation: {
  readonly model: GenerateVideoRequest['model']
  readonly duration: number
  readonly has_audio: boolean
}): number {
  return priceVideo({ ...generation, hasAudio: generation.has_audio })
}
