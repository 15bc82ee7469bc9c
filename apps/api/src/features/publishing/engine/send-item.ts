import type { Checkpoint, Published } from '#platforms/port.ts'
import { PublishError } from '#platforms/port.ts'
import { leftOut } from './comment-item.ts'
import { handleStepFailure } from './handle-step-failure.ts'
import { endItem } from './end-item.ts'
import type { PostingItem } from './items.repository.ts'
import type { StepContext, StepDependencies, StepResult } from './step.ts'
import { continueNow, reschedule, callPlatform } from './step.ts'
import { addPosted, nextPart } from './thread.ts'
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

/** Goes on with the thread of an item that is posted, or with its first comment, or ends it; or keeps the handle of what the platform works on. */
export async function recordPublished(
  dependencies: StepDependencies,
  item: PostingItem,
  published: Published,
): Promise<StepResult> {
  if (published.status === 'processing') {
    const { checkpoint, seconds } = published
    return reschedule(dependencies, item, { stage: 'processing', checkpoint, failures: 0, afterMs: boundWait(seconds) })
  }
  const now = dependencies.clock.now()
  const posted = addPosted(item, published, now)
  const after = { ...item, ...posted }
  if (nextPart(after) <= item.thread.length) {
    // What comes next is another post, with steps of its own.
    return continueNow(dependencies, item, { ...posted, ...FIRST_STEP, started_at: now })
  }
  const { followUp } = published
  if (item.first_comment !== null && !followUp) {
    return continueNow(dependencies, item, { ...posted, stage: 'commenting', checkpoint: null })
  }
  // A platform that gives ids late takes no comments.
  const warnings = item.first_comment === null ? posted.warnings : [...posted.warnings, leftOut(item)]
  await endItem(dependencies, { item, end: { status: 'posted', posted: { ...posted, warnings }, followUp } })
  return undefined
}

const FIRST_STEP = {
  stage: 'preparing',
  checkpoint: null,
  sent_at: null,
  failures: 0,
  restarts: 0,
  lookup_attempts: 0,
  confirmed_not_posted: false,
  waiting_since: null,
} as const
