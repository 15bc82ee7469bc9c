import type { Trx } from '#db/types.ts'
import { refundCredits } from '#features/account/index.ts'
import type { MediaLinks } from '#features/media/index.ts'
import type { RecordEvent } from '#features/webhooks/index.ts'
import type { Clock } from '#shared/clock.ts'
import { lockRunning, markEnded } from './image-generations.repository.ts'
import { findDrawnMedia, findFailures, giveUpImages } from './images.repository.ts'
import { toImage } from './present-image-generation.ts'

export interface EndDependencies {
  readonly clock: Clock
  readonly recordEvent: RecordEvent
  readonly mediaLinks: MediaLinks
}

interface EndOptions {
  readonly id: string
  /** Why what is not drawn by now never will be, for the caller: what really happened is in the log. */
  readonly reason?: string
}

const DEFAULT_REASON = 'It could not be drawn; please try again.'

/**
 * Ends an image generation that still runs, once, however often it is called: as `completed` when all its images are
 * there, else as `failed`, with the good ones kept and the credits of the others given back. Tells listeners.
 */
export async function endImageGeneration(
  trx: Trx,
  { clock, recordEvent, mediaLinks }: EndDependencies,
  { id, reason = DEFAULT_REASON }: EndOptions,
): Promise<void> {
  const generation = await lockRunning(trx, id)
  if (!generation) return
  const { account_id: accountId, workspace_id: workspaceId, livemode, quantity, credits_used } = generation
  await giveUpImages(trx, id, reason)
  const failures = await findFailures(trx, id)
  const images = (await findDrawnMedia(trx, id)).map((medium) => toImage(medium, mediaLinks))
  const at = clock.now()
  const about = { workspaceId, livemode }
  if (failures.length === 0) {
    await markEnded(trx, { id, at })
    const data = { image_generation_id: id, status: 'completed', images } as const
    return recordEvent(trx, { event: 'image_generation.completed', ...about, data })
  }
  const message = describeFailures(failures, quantity)
  const amount = (credits_used / quantity) * failures.length
  await markEnded(trx, { id, at, failure: { message, creditsRefunded: amount } })
  await refundCredits(trx, { accountId, livemode, amount, operation: { type: 'image_generation', id }, clock })
  const failure = { error_code: 'IMAGE_GENERATION_FAILED', error_message: message }
  const data = { image_generation_id: id, status: 'failed', ...failure, images } as const
  await recordEvent(trx, { event: 'image_generation.failed', ...about, data })
}

function describeFailures(failures: readonly string[], quantity: number): string {
  const reasons = [...new Set(failures)].join(' ')
  if (failures.length === quantity) return `${reasons} The credits were given back.`
  return `${failures.length} of ${quantity} images failed, and their credits were given back. ${reasons}`
}
