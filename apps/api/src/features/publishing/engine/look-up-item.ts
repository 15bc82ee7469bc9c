import type { LookedUp } from '#platforms/port.ts'
import { MAX_PAUSE_MS } from '#features/pauses/index.ts'
import { PublishError } from '#platforms/port.ts'
import { failUnknown } from './fail-item.ts'
import { recordPublished } from './send-item.ts'
import type { StepContext, StepDependencies, StepResult } from './step.ts'
import { reschedule, callPlatform } from './step.ts'
import {
  LOOKUP_DELAYS_MS,
  MAX_FAILURES,
  MAX_RESTARTS,
  MAX_RETRY_AFTER_MS,
  MAX_RETRY_AFTER_SECONDS,
  planBackoff,
  STEP_TIMEOUT_MS,
} from './times.ts'

/**
 * Looks whether a final call without an answer had its effect, several times over a while. Only when the last look-up says that
 * it had none is the item sent again; when that cannot be found out, it ends as unknown, and at once where the platform has no
 * look-up.
 */
export async function lookUpItem(dependencies: StepDependencies, context: StepContext): Promise<StepResult> {
  const { item, opened, stop } = context
  const { publisher, publishable } = opened
  if (!publisher.lookUp) {
    return item.confirmed_not_posted ? sendAgain(dependencies, context) : failUnknown(dependencies, context)
  }
  const lookUp = publisher.lookUp.bind(publisher)
  const sentAt = item.sent_at ?? item.started_at
  let result: LookedUp
  try {
    result = await callPlatform(context, STEP_TIMEOUT_MS, (options) =>
      lookUp(publishable, item.checkpoint ?? {}, { ...options, sentAt }),
    )
  } catch (error) {
    if (stop.aborted) throw error
    return handleLookUpFailure(dependencies, context, error)
  }
  if (result.status === 'posted' || result.status === 'processing') return recordPublished(dependencies, item, result)
  const lookup_attempts = item.lookup_attempts + 1
  const delay = LOOKUP_DELAYS_MS[lookup_attempts]
  if (delay !== undefined) return reschedule(dependencies, item, { lookup_attempts, failures: 0, afterMs: delay })
  if (result.status === 'not_posted' || item.confirmed_not_posted) return sendAgain(dependencies, context)
  return failUnknown(dependencies, context)
}

/** It surely is not there, or a person looked: the final call may be made once more. */
async function sendAgain(dependencies: StepDependencies, context: StepContext): Promise<StepResult> {
  const { item } = context
  const restarts = item.restarts + 1
  if (restarts > MAX_RESTARTS) return failUnknown(dependencies, context)
  const begun = {
    stage: 'preparing',
    sent_at: null,
    failures: 0,
    lookup_attempts: 0,
    confirmed_not_posted: false,
  } as const
  return reschedule(dependencies, item, { ...begun, restarts, afterMs: 0 })
}

/** The look-up itself failed. */
async function handleLookUpFailure(
  dependencies: StepDependencies,
  context: StepContext,
  error: unknown,
): Promise<StepResult> {
  const { clock, logger, random } = dependencies
  const { item } = context
  logger.warn({ err: error, item_id: item.id, stage: 'unconfirmed' }, 'a look-up failed')
  const failure = error instanceof PublishError ? error : undefined
  // A quota that is used up says nothing about the item: it is asked for again, within a bound, and not counted.
  const isPaused = failure !== undefined && failure.scope !== 'item'
  const failures = item.failures + (isPaused ? 0 : 1)
  const spentMs = clock.now().getTime() - (item.sent_at ?? item.started_at).getTime()
  const isWithin = isPaused ? spentMs < MAX_PAUSE_MS : failures <= MAX_FAILURES
  const asked = isWithin && (failure?.failure ?? 'retry') === 'retry'
  if (!asked)
    return item.confirmed_not_posted ? sendAgain(dependencies, context) : failUnknown(dependencies, context, failure)
  const retryAfterSeconds = isPaused ? MAX_RETRY_AFTER_SECONDS : failure?.retryAfterSeconds
  const afterMs = planBackoff({ failures: Math.max(failures, 1), retryAfterSeconds, random: random() })
  return reschedule(dependencies, item, { failures, afterMs: Math.min(afterMs, MAX_RETRY_AFTER_MS) })
}
