import type { Checkpoint, Published } from '#platforms/port.ts'
import { PlatformError } from '#platforms/port.ts'
import { answerFailure } from './answer-failure.ts'
import { endItem } from './end-item.ts'
import type { PostingItem } from './items.repository.ts'
import type { Hand, StepDependencies, StepResult } from './step.ts'
import { goOn, leave, within } from './step.ts'
import { boundWait, FINAL_CALL_TIMEOUT_MS, LOOK_UP_DELAYS_MS, SEND_WITHIN_MS } from './times.ts'

/**
 * Makes the final call. That it is about to go is recorded before: whoever finds that and no answer looks whether it had its
 * effect, and never makes it blindly again.
 */
export async function sendItem(
  dependencies: StepDependencies,
  hand: Hand,
  checkpoint: Checkpoint,
): Promise<StepResult> {
  const { clock, logger } = dependencies
  const { postItem, publisher } = hand.opened
  const startedAt = performance.now()
  const sent_at = clock.now()
  const item = await goOn(dependencies, hand.item, { stage: 'sending', checkpoint, sent_at, look_ups: 0 })
  const sending = { ...hand, item }
  if (performance.now() - startedAt > SEND_WITHIN_MS) {
    // Stopped in between, and nothing was sent: if nobody has taken over, it is sent another time.
    return leave(dependencies, item, { stage: 'preparing', sent_at: null, afterMs: 0 })
  }
  let published: Published
  try {
    published = await within(sending, FINAL_CALL_TIMEOUT_MS, (options) =>
      publisher.publish(postItem, checkpoint, options),
    )
  } catch (error) {
    if (error instanceof PlatformError) return answerFailure(dependencies, sending, error)
    logger.warn({ err: error, item_id: item.id, stage: 'sending' }, 'the answer to a final call was lost')
    return leave(dependencies, item, { look_ups: 0, afterMs: LOOK_UP_DELAYS_MS[0] ?? 0 })
  }
  return recordPublished(dependencies, item, published)
}

/** Ends an item that is posted, or keeps the handle of what the platform works on. */
export async function recordPublished(
  dependencies: StepDependencies,
  item: PostingItem,
  published: Published,
): Promise<StepResult> {
  if (published.status === 'processing') {
    const { checkpoint, seconds } = published
    return leave(dependencies, item, { stage: 'processing', checkpoint, failures: 0, afterMs: boundWait(seconds) })
  }
  const { platformPostId, platformUrl } = published
  await endItem(dependencies, { item, end: { status: 'posted', platformPostId, platformUrl } })
  return undefined
}
