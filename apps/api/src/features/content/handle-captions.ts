import type { FailureMessages, RunKindHandler } from '#features/runs/index.ts'
import { failCaptions } from './end-captions.ts'
import type { WorkDependencies } from './work-on-captions.ts'
import { workOnCaptions } from './work-on-captions.ts'

const MESSAGES: FailureMessages = {
  refused: 'The model refused to write about this. The credits were refunded; change the prompt or the media.',
  misconfigured: "The server's text model is not configured correctly. The credits were refunded; tell the operator.",
  busy: 'The text model is overloaded. The credits were refunded; try again later.',
  down: 'The text model could not be reached, or stopped. The credits were refunded; try again later.',
  unusable: 'The text model returned nothing usable. The credits were refunded; try again, or change the prompt.',
}

/** Does the runs of captions. */
export function createCaptionsHandler(dependencies: WorkDependencies): RunKindHandler {
  return {
    messages: MESSAGES,
    work: (run, attempt) => workOnCaptions(dependencies, run, attempt),
    fail: (trx, run, message) => failCaptions(trx, dependencies, { run, message }),
  }
}
