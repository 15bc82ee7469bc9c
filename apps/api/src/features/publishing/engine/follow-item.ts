import type { Published } from '#platforms/port.ts'
import { PlatformError } from '#platforms/port.ts'
import { answerFailure } from './answer-failure.ts'
import { failUnknown } from './fail-item.ts'
import { recordPublished } from './send-item.ts'
import type { Hand, StepDependencies, StepResult } from './step.ts'
import { leave, within } from './step.ts'
import { LONGEST_PROCESSING_MS, planBackoff, STEP_TIMEOUT_MS } from './times.ts'

/** Asks after what the platform took and works on. */
export async function followItem(dependencies: StepDependencies, hand: Hand): Promise<StepResult> {
  const { clock } = dependencies
  const { item, opened, stop } = hand
  const { publisher, postItem } = opened
  const since = item.sent_at ?? item.begun_at
  if (clock.now().getTime() - since.getTime() > LONGEST_PROCESSING_MS) return failUnknown(dependencies, hand)
  let published: Published
  try {
    published = await within(hand, STEP_TIMEOUT_MS, async (options) => {
      if (!publisher.settle) throw new PlatformError('never', 'The platform cannot be asked after it.')
      return publisher.settle(postItem, item.checkpoint ?? {}, options)
    })
  } catch (error) {
    if (stop.aborted) throw error
    return answerNoWord(dependencies, hand, error)
  }
  return recordPublished(dependencies, item, published)
}

/** What the platform says it did not post was not; where it says nothing, it is asked again until that takes too long. */
async function answerNoWord(dependencies: StepDependencies, hand: Hand, error: unknown): Promise<StepResult> {
  const { item } = hand
  const failure = error instanceof PlatformError ? error : undefined
  if (failure?.failure === 'never' || failure?.failure === 'restart') return answerFailure(dependencies, hand, failure)
  if (failure?.failure === 'reconnect') return failUnknown(dependencies, hand, failure)
  const failures = item.failures + 1
  const random = dependencies.random()
  const afterMs = planBackoff({ failures, retryAfterSeconds: failure?.retryAfterSeconds, random })
  return leave(dependencies, item, { failures, afterMs: Math.min(afterMs, 15 * 60_000) })
}
