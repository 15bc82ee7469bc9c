import type { Published } from '#platforms/port.ts'
import { PublishError } from '#platforms/port.ts'
import { handleStepFailure } from './handle-step-failure.ts'
import { failUnknown } from './fail-item.ts'
import { recordPublished } from './send-item.ts'
import type { StepContext, StepDependencies, StepResult } from './step.ts'
import { reschedule, callPlatform } from './step.ts'
import { MAX_PROCESSING_MS, MAX_RETRY_AFTER_MS, planBackoff, STEP_TIMEOUT_MS } from './times.ts'

/** Polls the platform for a post that it accepted and is still processing. */
export async function pollItem(dependencies: StepDependencies, context: StepContext): Promise<StepResult> {
  const { clock } = dependencies
  const { item, opened, stop } = context
  const { publisher, publishable } = opened
  const poll = publisher.poll?.bind(publisher)
  const since = item.sent_at ?? item.started_at
  const tooLong = clock.now().getTime() - since.getTime() > MAX_PROCESSING_MS
  if (!poll || tooLong) return failUnknown(dependencies, context)
  let published: Published
  try {
    published = await callPlatform(context, STEP_TIMEOUT_MS, (options) =>
      poll(publishable, item.checkpoint ?? {}, options),
    )
  } catch (error) {
    if (stop.aborted) throw error
    return handlePollFailure(dependencies, context, error)
  }
  return recordPublished(dependencies, item, published)
}

/** A refusal means that it was not posted. Without an answer it is polled again, until that takes too long. */
async function handlePollFailure(
  dependencies: StepDependencies,
  context: StepContext,
  error: unknown,
): Promise<StepResult> {
  const { item } = context
  const failure = error instanceof PublishError ? error : undefined
  if (failure?.failure === 'never' || failure?.failure === 'restart')
    return handleStepFailure(dependencies, context, failure)
  if (failure?.failure === 'reconnect') return failUnknown(dependencies, context, failure)
  const failures = item.failures + 1
  const random = dependencies.random()
  const afterMs = planBackoff({ failures, retryAfterSeconds: failure?.retryAfterSeconds, random })
  return reschedule(dependencies, item, { failures, afterMs: Math.min(afterMs, MAX_RETRY_AFTER_MS) })
}
