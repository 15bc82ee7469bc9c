import type { ModelFailure } from '#models/port.ts'
import { ModelError } from '#models/port.ts'
import type { VendorAnswer } from './vendor-http.ts'

/** A vendor's filter: fal's `content_policy_violation`, Runway's `SAFETY.INPUT.TEXT`, Replicate's "flagged as sensitive (E005)". */
const MODERATED = /content_?policy|safety|moderat|sensitive|nsfw|prohibited|flagged/iu
const TOO_LONG = /string_too_long|too_long|too long|at most \d+ characters|max(?:imum)? length/iu
const NO_CREDIT = /exhausted balance|insufficient (?:credit|balance|funds)|not enough credits|locked/iu

/** The most that is kept of what a vendor says, for the log. */
const LONGEST_TEXT = 500

/** Whether a vendor says by an answer that it did not take a request: it may have failed after it did. */
export function isRefusal({ status }: VendorAnswer): boolean {
  return (status >= 400 && status < 500) || status === 503
}

/** Why a vendor did not take a request, by its answer. */
export function toModelError(answer: VendorAnswer, { name, apiKey }: Named): ModelError {
  const failure = nameFailure(answer)
  const said = answer.text.slice(0, LONGEST_TEXT).replaceAll(apiKey, '[key]')
  const cause = new Error(`${answer.status}: ${said}`)
  const retryAfterSeconds = readRetryAfter(answer.headers)
  return new ModelError(failure, `${name} answered with ${answer.status}.`, {
    cause,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  })
}

interface Named {
  /** Of the model, for the log. */
  readonly name: string
  /** Must not get into the log: vendors repeat it. */
  readonly apiKey: string
}

/** Why a job came to nothing, by what its vendor says of it. */
export function nameJobFailure(said: string): ModelFailure {
  return MODERATED.test(said) ? 'refused' : 'unusable'
}

function nameFailure({ status, text }: VendorAnswer): ModelFailure {
  if (status === 429) return 'busy'
  if (status >= 500) return 'down'
  if (status === 402 || NO_CREDIT.test(text)) return 'no_credit'
  if (status === 401 || status === 403) return 'misconfigured'
  if (status === 404) return 'no_such_model'
  if (MODERATED.test(text)) return 'refused'
  return TOO_LONG.test(text) ? 'too_long' : 'refused'
}

/** Whole seconds, of `Retry-After` in seconds: no vendor of videos sends a date. */
function readRetryAfter(headers: Headers): number | undefined {
  const given = headers.get('retry-after') ?? ''
  return /^\d{1,6}$/u.test(given) ? Number(given) : undefined
}
