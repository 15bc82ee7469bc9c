import { PlatformError } from '#platforms/port.ts'
import { PLATFORM_NAMES } from '@powerpost/contract'
import { failConnection, failItem, said } from './fail-item.ts'
import type { Hand, StepDependencies, StepResult } from './step.ts'
import { leave } from './step.ts'
import {
  LONGEST_PREPARATION_MS,
  LONGEST_RETRY_AFTER_SECONDS,
  MOST_FAILURES,
  MOST_RESTARTS,
  planBackoff,
} from './times.ts'

/** Decides what becomes of an item that surely is not posted, of a step that failed. */
export async function answerFailure(dependencies: StepDependencies, hand: Hand, error: unknown): Promise<StepResult> {
  const { item } = hand
  const { platform } = item
  const failure = error instanceof PlatformError ? error : unreachable(platform, error)
  const { id: item_id, stage, lane } = item
  dependencies.logger.warn({ err: error, item_id, stage, lane, failure: failure.failure }, 'a publishing step failed')
  const { message, platformError } = failure
  switch (failure.failure) {
    case 'reconnect':
      return failConnection(dependencies, hand, failure)
    case 'never':
      return failItem(dependencies, hand, { message, action: 'change', ...said(platformError) })
    case 'restart':
      return restartItem(dependencies, hand, failure)
    case 'retry':
      return retryItem(dependencies, hand, failure)
  }
}

async function restartItem(dependencies: StepDependencies, hand: Hand, failure: PlatformError): Promise<StepResult> {
  const { item } = hand
  const { message, platformError } = failure
  const restarts = item.restarts + 1
  if (restarts > MOST_RESTARTS) {
    return failItem(dependencies, hand, { message, action: 'retry', ...said(platformError) })
  }
  const afterMs = planBackoff({ failures: restarts, retryAfterSeconds: undefined, random: dependencies.random() })
  return leave(dependencies, item, { stage: 'preparing', checkpoint: null, sent_at: null, restarts, afterMs })
}

async function retryItem(dependencies: StepDependencies, hand: Hand, failure: PlatformError): Promise<StepResult> {
  const { item } = hand
  const { message, platformError, retryAfterSeconds } = failure
  const failures = item.failures + 1
  const afterMs = planBackoff({ failures, retryAfterSeconds, random: dependencies.random() })
  const spent = dependencies.clock.now().getTime() - item.begun_at.getTime()
  const tooLong = (retryAfterSeconds ?? 0) > LONGEST_RETRY_AFTER_SECONDS || spent + afterMs > LONGEST_PREPARATION_MS
  if (failures > MOST_FAILURES || tooLong) {
    return failItem(dependencies, hand, { message, action: 'retry', ...said(platformError) })
  }
  return leave(dependencies, item, { stage: 'preparing', sent_at: null, failures, afterMs })
}

function unreachable(platform: Hand['item']['platform'], cause: unknown): PlatformError {
  const message = `${PLATFORM_NAMES[platform]} could not be reached, or broke off. Try again later.`
  return new PlatformError('retry', message, { cause })
}
