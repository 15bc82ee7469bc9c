import type { Checkpoint, Published } from '#platforms/port.ts'
import { PublishError } from '#platforms/port.ts'
import { handleStepFailure } from './handle-step-failure.ts'
import { endItem } from './end-item.ts'
import type { PostingItem } from './items.repository.ts'
import type { StepContext, StepDependencies, StepResult } from './step.ts'
import { continueNow, reschedule, callPlatform } from './step.ts'
import { warnOf } from './warn-of.ts'
import { boundWait, FINAL_CALL_TIMEOUT_MS, LOOKUP_DELAYS_MS, SEND_WITHIN_MS } from './times.ts'

/**
 * Makes the final call. That it is about to be sent is recorded before. A process that finds this record without an answer looks
 * the post up; it does not send again.
 */
export async function sendItem(
  dependencies: StepDependencies,
  context: StepContext,
  checkpoint: Checkpoint,
): Promise<StepResult> {
  const { clock, logger } = dependencies
  const { publishable, publisher } = context.opened
  const startedAt = performance.now()
  const sent_at = clock.now()
  const item = await continueNow(dependencies, context.item, {
    stage: 'unconfirmed',
    checkpoint,
    sent_at,
    lookup_attempts: 0,
  })
  const sending = { ...context, item }
  if (performance.now() - startedAt > SEND_WITHIN_MS) {
    // Stopped in between, and nothing was sent: if nobody has taken over, it is sent another time.
    return reschedule(dependencies, item, { stage: 'preparing', sent_at: null, afterMs: 0 })
  }
  let published: Published
  try {
    published = await callPlatform(sending, FINAL_CALL_TIMEOUT_MS, (options) =>
      publisher.publish(publishable, checkpoint, options),
    )
  } catch (error) {
    if (error instanceof PublishError) return handleStepFailure(dependencies, sending, error)
    logger.warn({ err: error, item_id: item.id, stage: 'unconfirmed' }, 'the answer to a final call was lost')
    return reschedule(dependencies, item, { lookup_attempts: 0, afterMs: LOOKUP_DELAYS_MS[0] ?? 0 })
  }
  return recordPublished(dependencies, item, published)
}

/** Ends an item that is posted, or goes on to its first comment, or keeps the handle of what the platform works on. */
export async function recordPublished(
  dependencies: StepDependencies,
  item: PostingItem,
  published: Published,
): Promise<StepResult> {
  if (published.status === 'processing') {
    const { checkpoint, seconds } = published
    return reschedule(dependencies, item, { stage: 'processing', checkpoint, failures: 0, afterMs: boundWait(seconds) })
  }
  const { platformPostId, platformUrl, warnings: sentences = [] } = published
  const warnings = sentences.map((message) => warnOf(item, 'posted_differently', message))
  if (item.first_comment !== null) {
    const posted = {
      platform_post_id: platformPostId,
      platform_url: platformUrl ?? null,
      posted_at: dependencies.clock.now(),
    }
    return continueNow(dependencies, item, { stage: 'commenting', checkpoint: null, ...posted, warnings })
  }
  await endItem(dependencies, { item, end: { status: 'posted', platformPostId, platformUrl, warnings } })
  return undefined
}
