import type { Prepared } from '#platforms/port.ts'
import { PLATFORM_NAMES } from '@powerpost/contract'
import { answerFailure } from './answer-failure.ts'
import { failItem } from './fail-item.ts'
import { sendItem } from './send-item.ts'
import type { Hand, StepDependencies, StepResult } from './step.ts'
import { goOn, leave, within } from './step.ts'
import { boundWait, LONGEST_PREPARATION_MS, STEP_TIMEOUT_MS } from './times.ts'

/** One step toward the final call; the final call itself when nothing else is left. */
export async function prepareItem(dependencies: StepDependencies, hand: Hand): Promise<StepResult> {
  const { item, opened, stop } = hand
  if (dependencies.clock.now().getTime() - item.begun_at.getTime() > LONGEST_PREPARATION_MS) {
    const message = `${PLATFORM_NAMES[item.platform]} did not finish with the media in an hour. Try again later.`
    return failItem(dependencies, hand, { message, action: 'retry' })
  }
  let prepared: Prepared
  try {
    prepared = await within(hand, STEP_TIMEOUT_MS, (options) =>
      opened.publisher.prepare(opened.postItem, item.checkpoint ?? undefined, options),
    )
  } catch (error) {
    if (stop.aborted) throw error
    return answerFailure(dependencies, hand, error)
  }
  const { checkpoint } = prepared
  switch (prepared.status) {
    case 'continue':
      return goOn(dependencies, item, { stage: 'preparing', checkpoint, failures: 0 })
    case 'wait':
      return leave(dependencies, item, { stage: 'preparing', checkpoint, afterMs: boundWait(prepared.seconds) })
    case 'ready':
      return sendItem(dependencies, hand, checkpoint)
  }
}
