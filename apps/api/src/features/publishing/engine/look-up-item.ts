import type { LookedUp } from '#platforms/port.ts'
import { PlatformError } from '#platforms/port.ts'
import { failUnknown } from './fail-item.ts'
import { recordPublished } from './send-item.ts'
import type { Hand, StepDependencies, StepResult } from './step.ts'
import { leave, within } from './step.ts'
import { LOOK_UP_DELAYS_MS, MOST_FAILURES, MOST_RESTARTS, planBackoff, STEP_TIMEOUT_MS } from './times.ts'

/**
 * Looks whether a final call without an answer had its effect, several times over a while. Only when the last look says that
 * it had none is the item sent again; when that cannot be told, it ends as unknown.
 */
export async function lookUpItem(dependencies: StepDependencies, hand: Hand): Promise<StepResult> {
  const { item, opened, stop } = hand
  const sentAt = item.sent_at ?? item.begun_at
  let found: LookedUp
  try {
    found = await within(hand, STEP_TIMEOUT_MS, (options) =>
      opened.publisher.lookUp(opened.postItem, item.checkpoint ?? {}, { ...options, sentAt }),
    )
  } catch (error) {
    if (stop.aborted) throw error
    return answerNoLook(dependencies, hand, error)
  }
  if (found.status === 'posted' || found.status === 'processing') return recordPublished(dependencies, item, found)
  const look_ups = item.look_ups + 1
  const delay = LOOK_UP_DELAYS_MS[look_ups]
  if (delay !== undefined) return leave(dependencies, item, { look_ups, failures: 0, afterMs: delay })
  if (found.status === 'not_posted' || item.not_posted) return sendAgain(dependencies, hand)
  return failUnknown(dependencies, hand)
}

/** It surely is not there, or a person looked: the final call may be made once more. */
async function sendAgain(dependencies: StepDependencies, hand: Hand): Promise<StepResult> {
  const { item } = hand
  const restarts = item.restarts + 1
  if (restarts > MOST_RESTARTS) return failUnknown(dependencies, hand)
  const begun = { stage: 'preparing', sent_at: null, failures: 0, look_ups: 0, not_posted: false } as const
  return leave(dependencies, item, { ...begun, restarts, afterMs: 0 })
}

/** The platform could not be asked. */
async function answerNoLook(dependencies: StepDependencies, hand: Hand, error: unknown): Promise<StepResult> {
  const { logger, random } = dependencies
  const { item } = hand
  logger.warn({ err: error, item_id: item.id, stage: 'sending' }, 'looking for a post failed')
  const failure = error instanceof PlatformError ? error : undefined
  const failures = item.failures + 1
  const asked = failures <= MOST_FAILURES && (failure?.failure ?? 'retry') === 'retry'
  if (!asked) return item.not_posted ? sendAgain(dependencies, hand) : failUnknown(dependencies, hand, failure)
  const afterMs = planBackoff({ failures, retryAfterSeconds: failure?.retryAfterSeconds, random: random() })
  return leave(dependencies, item, { failures, afterMs: Math.min(afterMs, 15 * 60_000) })
}
