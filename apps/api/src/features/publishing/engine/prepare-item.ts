import type { Prepared } from '#platforms/port.ts'
import { findEnded } from '#platforms/versions.ts'
import { PLATFORM_NAMES } from '@powerpost/contract'
import { handleStepFailure } from './handle-step-failure.ts'
import { failItem } from './fail-item.ts'
import { failIfHeld } from './refuse-to-wait.ts'
import { sendItem } from './send-item.ts'
import type { StepContext, StepDependencies, StepResult } from './step.ts'
import { continueNow, reschedule, callPlatform } from './step.ts'
import { boundWait, MAX_PREPARATION_MS, STEP_TIMEOUT_MS } from './times.ts'

/** One step toward the final call; the final call itself when nothing else is left. */
export async function prepareItem(dependencies: StepDependencies, context: StepContext): Promise<StepResult> {
  const { apiVersions, clock } = dependencies
  const { item, opened, stop } = context
  // Nothing is sent with a version that the platform would refuse. A setting lets it go on: the item waits, and no attempt is counted.
  const ended = item.lane === 'sandbox' ? undefined : findEnded(item.platform, apiVersions, clock.now())
  if (ended) return handleStepFailure(dependencies, context, ended)
  if (await failIfHeld(dependencies, context)) return undefined
  if (clock.now().getTime() - item.started_at.getTime() > MAX_PREPARATION_MS) {
    const message = `${PLATFORM_NAMES[item.platform]} did not finish with the media in an hour. Try again later.`
    return failItem(dependencies, context, { message, action: 'retry' })
  }
  let prepared: Prepared
  try {
    prepared = await callPlatform(context, STEP_TIMEOUT_MS, (options) =>
      opened.publisher.prepare(opened.publishable, item.checkpoint ?? undefined, options),
    )
  } catch (error) {
    if (stop.aborted) throw error
    return handleStepFailure(dependencies, context, error)
  }
  const { checkpoint } = prepared
  switch (prepared.status) {
    case 'continue':
      return continueNow(dependencies, item, { stage: 'preparing', checkpoint, failures: 0, waiting_since: null })
    case 'wait':
      return reschedule(dependencies, item, { stage: 'preparing', checkpoint, afterMs: boundWait(prepared.seconds) })
    case 'ready':
      return sendItem(dependencies, context, checkpoint)
  }
}
