import { PublishError } from '#platforms/port.ts'
import { PLATFORM_NAMES } from '@powerpost/contract'
import { failConnection, failItem, platformErrorField } from './fail-item.ts'
import { pauseItem } from './pause-item.ts'
import type { StepContext, StepDependencies, StepResult } from './step.ts'
import { reschedule } from './step.ts'
import { MAX_PREPARATION_MS, MAX_RETRY_AFTER_SECONDS, MAX_FAILURES, MAX_RESTARTS, planBackoff } from './times.ts'

/** Decides how an item goes on after a step that failed and surely posted nothing. */
export async function handleStepFailure(
  dependencies: StepDependencies,
  context: StepContext,
  error: unknown,
): Promise<StepResult> {
  const { item } = context
  const { platform } = item
  const failure = error instanceof PublishError ? error : unreachable(platform, error)
  const { id: item_id, stage, lane } = item
  dependencies.logger.warn({ err: error, item_id, stage, lane, failure: failure.failure }, 'a publishing step failed')
  const { message, platformError } = failure
  switch (failure.failure) {
    case 'reconnect':
      return failConnection(dependencies, context, failure)
    case 'never':
      return failItem(dependencies, context, { message, action: 'change', ...platformErrorField(platformError) })
    case 'restart':
      if (failure.scope !== 'item') return pauseItem(dependencies, context, failure)
      return scheduleRestart(dependencies, context, failure)
    case 'retry':
      if (failure.scope !== 'item') return pauseItem(dependencies, context, failure)
      return scheduleRetry(dependencies, context, failure)
  }
}

async function scheduleRestart(
  dependencies: StepDependencies,
  context: StepContext,
  failure: PublishError,
): Promise<StepResult> {
  const { item } = context
  const { message, platformError } = failure
  const restarts = item.restarts + 1
  if (restarts > MAX_RESTARTS) {
    return failItem(dependencies, context, { message, action: 'retry', ...platformErrorField(platformError) })
  }
  const afterMs = planBackoff({ failures: restarts, retryAfterSeconds: undefined, random: dependencies.random() })
  return reschedule(dependencies, item, { stage: 'preparing', checkpoint: null, sent_at: null, restarts, afterMs })
}

async function scheduleRetry(
  dependencies: StepDependencies,
  context: StepContext,
  failure: PublishError,
): Promise<StepResult> {
  const { item } = context
  const { message, platformError, retryAfterSeconds } = failure
  const failures = item.failures + 1
  const afterMs = planBackoff({ failures, retryAfterSeconds, random: dependencies.random() })
  const spent = dependencies.clock.now().getTime() - item.started_at.getTime()
  const tooLong = (retryAfterSeconds ?? 0) > MAX_RETRY_AFTER_SECONDS || spent + afterMs > MAX_PREPARATION_MS
  if (failures > MAX_FAILURES || tooLong) {
    return failItem(dependencies, context, { message, action: 'retry', ...platformErrorField(platformError) })
  }
  return reschedule(dependencies, item, { stage: 'preparing', sent_at: null, failures, afterMs })
}

function unreachable(platform: StepContext['item']['platform'], cause: unknown): PublishError {
  const message = `${PLATFORM_NAMES[platform]} could not be reached, or broke off. Try again later.`
  return new PublishError('retry', message, { cause })
}
