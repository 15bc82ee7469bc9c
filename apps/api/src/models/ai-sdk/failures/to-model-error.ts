import { ModelError } from '#models/port.ts'
import { AnswerTooLargeError, CallTimeoutError, RefusalError, WebPageError } from './faults.ts'
import { isNoCredit, isNoSuchModel, isNotPulled, isRefusal, isTooLong, isWrongKey } from './name-fault.ts'
import type { Fault } from './read-fault.ts'
import { readFault } from './read-fault.ts'
import { readRetryAfter } from './retry-after.ts'
import { VendorFault } from './vendor-fault.ts'

/** Whose failure it is, and where the operator mends it. */
export interface ErrorContext {
  /** The model as the setting names it. */
  readonly name: string
  /** What it was asked to do, as in `it refused to write about this`. */
  readonly task: string
  /** The variable that names it. */
  readonly nameSetting: string
  /** The variables its key is read from. */
  readonly keySetting: string
  /** The variables its address is read from. */
  readonly addressSetting: string
  /** Only to take it out of what the vendor says. */
  readonly apiKey: string | undefined
}

/** Says why a call failed, in words of our own: none of the vendor's, and no key. */
export function toModelError(error: unknown, errorContext: ErrorContext, now: Date): ModelError {
  if (error instanceof ModelError) return error
  const fault = readFault(error)
  const cause = new VendorFault(fault, errorContext.apiKey)
  return (
    fromOurFault(fault, errorContext, cause) ??
    fromVendor(fault, errorContext, cause) ??
    fromStatus(fault, errorContext, cause, now) ??
    withoutStatus(fault, errorContext, cause)
  )
}

function fromOurFault(
  { chain }: Fault,
  { name, task, nameSetting, addressSetting }: ErrorContext,
  cause: Error,
): ModelError | undefined {
  for (const link of chain) {
    if (link instanceof RefusalError) return new ModelError('refused', `${name} refused to ${task}.`, { cause })
    if (link instanceof CallTimeoutError)
      return new ModelError('silent', `${name} did not respond in time: ${secondModel(nameSetting)}.`, { cause })
    if (link instanceof AnswerTooLargeError) {
      return new ModelError('unusable', `${name} sent a response that is too large.`, { cause })
    }
    if (link instanceof WebPageError) {
      return new ModelError('down', `${name} returned a web page: check ${addressSetting} if the error persists.`, {
        cause,
      })
    }
  }
  return undefined
}

/** What vendors name in words of their own, whatever status they give it. */
function fromVendor(fault: Fault, errorContext: ErrorContext, cause: Error): ModelError | undefined {
  const { status } = fault
  const { name, task, nameSetting, addressSetting } = errorContext
  if (status === undefined) return undefined
  if (isRefusal(fault)) return new ModelError('refused', `${name} refused to ${task} (${status}).`, { cause })
  if (isNoCredit(fault)) {
    const message = `${name} has no credit left (${status}): add credit to your account at the vendor.`
    return new ModelError('no_credit', message, { cause })
  }
  if (isTooLong(fault)) {
    const message = `${name} takes less text than was sent (${status}): name a model with a longer context in ${nameSetting}.`
    return new ModelError('too_long', message, { cause })
  }
  if (isNoSuchModel(fault)) {
    const message = isNotPulled(fault)
      ? `${name} is not on the server yet (${status}): run "ollama pull ${name.slice(name.indexOf(':') + 1)}" there.`
      : `${name} was not found (${status}): check its name in ${nameSetting}, and ${addressSetting}.`
    return new ModelError('no_such_model', message, { cause })
  }
  return undefined
}

function fromStatus(fault: Fault, errorContext: ErrorContext, cause: Error, now: Date): ModelError | undefined {
  const { status } = fault
  const { name, nameSetting } = errorContext
  if (status === undefined) return undefined
  const retryAfterSeconds = readRetryAfter(fault.headers, fault.text, now)
  const wait = retryAfterSeconds === undefined ? {} : { retryAfterSeconds }
  if (status === 429 || (status >= 500 && retryAfterSeconds !== undefined) || status === 529) {
    return new ModelError('busy', `${name} is busy (${status}): ${secondModel(nameSetting)}.`, { cause, ...wait })
  }
  if (status >= 500 || status === 408 || status === 409 || status === 425) {
    return new ModelError('down', `${name} is down (${status}): ${secondModel(nameSetting)}.`, { cause })
  }
  if (status >= 300) return new ModelError('misconfigured', `${name} ${adviseOn(fault, errorContext)}`, { cause })
  // A good status, and then half a body or something else than the wire format.
  return undefined
}

/** Only text models have others that take over. */
function secondModel(nameSetting: string): string {
  if (nameSetting !== 'POWERPOST_TEXT_MODEL') return 'if the error persists, look at the status page of the vendor'
  return `if the error persists, name a second model in ${nameSetting}`
}

function adviseOn(fault: Fault, { nameSetting, keySetting, addressSetting }: ErrorContext): string {
  const { status = 0 } = fault
  if (isWrongKey(fault)) return `rejected the API key (${status}): check ${keySetting}.`
  if (status < 400) return `redirects to another address (${status}): check ${addressSetting}.`
  return `rejected the request (${status}): check its name in ${nameSetting}, and the cause of this error.`
}

function withoutStatus({ chain }: Fault, { name, addressSetting }: ErrorContext, cause: VendorFault): ModelError {
  if (chain.some(isNetworkError)) {
    return new ModelError(
      'down',
      `${name} could not be reached, or closed the connection: check ${addressSetting} if the error persists.`,
      {
        cause,
      },
    )
  }
  return new ModelError('down', `${name} sent a malformed or incomplete response.`, { cause })
}

/** Node's and undici's have a code: `ECONNREFUSED`, `UND_ERR_SOCKET`. */
function isNetworkError(link: unknown): boolean {
  return (
    link instanceof Error &&
    'code' in link &&
    /^(?:E[A-Z_]+|UND_ERR_\w+|CERT_\w+|\w*_CERT\w*)$/u.test(String(link.code))
  )
}
