import type { FailureMessages, RunKindHandler } from '#features/runs/index.ts'
import type { ModelFailure } from '#models/port.ts'
import { failCaptions } from './end-captions.ts'
import type { WorkDependencies } from './work-on-captions.ts'
import { workOnCaptions } from './work-on-captions.ts'

interface HandlerDependencies extends WorkDependencies {
  /** How long a generation may take in all, in seconds. */
  readonly textWaitSeconds: number
}

/** Why a model failed, and what its caller can do about it, in words for the caller. */
const FAILURES: Readonly<Record<ModelFailure, { readonly reason: string; readonly fix: string }>> = {
  refused: {
    reason: 'The model refused to write about this, or found nothing in the prompt to write about.',
    fix: 'change the prompt or the media',
  },
  misconfigured: { reason: "The server's text model is not configured correctly.", fix: 'tell the operator' },
  no_such_model: {
    reason: "The server's text model does not exist at its vendor.",
    fix: 'tell the operator to check POWERPOST_TEXT_MODEL',
  },
  no_credit: {
    reason: "The operator's account at the text model's vendor has no credit left.",
    fix: 'tell the operator',
  },
  too_long: {
    reason: 'The text, sources and media are too long for the text model.',
    fix: 'use fewer source_urls or media, or a shorter writing style',
  },
  busy: { reason: 'The text model is overloaded.', fix: 'try again later' },
  down: { reason: 'The text model could not be reached, or stopped.', fix: 'try again later' },
  silent: { reason: 'The text model accepted the request and did not answer in time.', fix: 'try again later' },
  unusable: { reason: 'The text model returned nothing usable.', fix: 'try again, or change the prompt' },
}

/** Does the runs of captions. */
export function createCaptionsHandler(dependencies: HandlerDependencies): RunKindHandler {
  return {
    messages: describeFailures(({ reason, fix }) => `${reason} The credits were refunded; ${fix}.`),
    waiting: { seconds: dependencies.textWaitSeconds, reasons: describeFailures(({ reason }) => reason) },
    work: (run, attempt) => workOnCaptions(dependencies, run, attempt),
    fail: (trx, run, message) => failCaptions(trx, dependencies, { run, message }),
  }
}

function describeFailures(describe: (failure: (typeof FAILURES)[ModelFailure]) => string): FailureMessages {
  return {
    refused: describe(FAILURES.refused),
    misconfigured: describe(FAILURES.misconfigured),
    no_such_model: describe(FAILURES.no_such_model),
    no_credit: describe(FAILURES.no_credit),
    too_long: describe(FAILURES.too_long),
    busy: describe(FAILURES.busy),
    down: describe(FAILURES.down),
    silent: describe(FAILURES.silent),
    unusable: describe(FAILURES.unusable),
  }
}
