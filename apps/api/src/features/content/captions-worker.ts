import type { FailureMessages, RunWorker } from '#features/runs/index.ts'
import { failCaptions } from './end-captions.ts'
import type { WorkDependencies } from './work-on-captions.ts'
import { workOnCaptions } from './work-on-captions.ts'

const MESSAGES: FailureMessages = {
  refused: 'The model refused to write about this. The credits were given back; please change the prompt or the media.',
  misconfigured:
    "The server's text model is not set up correctly. The credits were given back; please tell the operator.",
  busy: 'The text model has too much to do. The credits were given back; please try again later.',
  down: 'The text model could not be reached, or broke off. The credits were given back; please try again later.',
  unusable:
    'The text model wrote nothing that can be used. The credits were given back; please try again, or change the prompt.',
}

/** Does the runs of captions. */
export function createCaptionsWorker(dependencies: WorkDependencies): RunWorker {
  return {
    messages: MESSAGES,
    work: (run, attempt) => workOnCaptions(dependencies, run, attempt),
    fail: (trx, run, message) => failCaptions(trx, dependencies, { run, message }),
  }
}
