import type { OutboundAnswer } from '#outbound/index.ts'
import type { Clock } from '#shared/clock.ts'
import type { PublishError, PublishFailure } from '../port.ts'
import { PlatformError } from '../port.ts'
import { versionEnded } from '../versions.ts'
import { TOO_MANY_SECONDS } from './limits.ts'
import { readJson } from './read-json.ts'
import { errorSchema } from './wire.ts'

export interface ErrorContext {
  readonly clock: Clock
  /** Of LinkedIn's API, which was asked. */
  readonly version: string
}

/** LinkedIn's name for a post that it has already, with the text of the other one's id in its message. */
const DUPLICATE_CODE = 'DUPLICATE_POST'

/** A refusal of LinkedIn's, surely without effect. Undefined: it is none, so nobody knows what happened. */
export function toRefusal(answer: OutboundAnswer, context: ErrorContext): PublishError | undefined {
  const { status } = answer
  if (status === 426) return versionEnded('linkedin', context.version, context.clock.now())
  const said = readError(answer)
  if (status === 429) return toLimit(answer, said, context.clock)
  const refusal = describe(status, said)
  if (!refusal) return undefined
  return new PlatformError(refusal.failure, refusal.message, { platformError: `${status} ${said.code}`.trim() })
}

/** The same where a fault of LinkedIn's can be tried again too, because the request has no effect that people see. */
export function toFailure(answer: OutboundAnswer, context: ErrorContext): PublishError {
  return toRefusal(answer, context) ?? outOfOrder(answer)
}

export function outOfOrder({ status }: OutboundAnswer): PlatformError {
  return new PlatformError('retry', 'LinkedIn has an internal error.', { platformError: String(status) })
}

export function isDuplicate({ platformError }: PublishError): boolean {
  return platformError?.endsWith(DUPLICATE_CODE) ?? false
}

interface Refusal {
  readonly failure: PublishFailure
  /** A sentence for callers, that says how to fix it. */
  readonly message: string
}

const NO_ROLE =
  'LinkedIn does not allow this: the person who connected the account has lost the role or the permission for it. Give the person a role at the organization that may post, and connect the account again.'

/** A file that is not there yet, or not there any more. */
const NOT_READY = /not (?:yet )?(?:ready|available|processed)|still processing|WAITING_UPLOAD/i
const FILE_GONE = /(?:image|video|document|asset|media)\b.*(?:not found|does not exist|expired|invalid)/i

function describe(status: number, { code, text }: Said): Refusal | undefined {
  switch (status) {
    case 400:
    case 404:
    case 422:
      return describeContent(code, text)
    case 401:
      return { failure: 'reconnect', message: describeAccess(code) }
    case 403:
      return { failure: 'reconnect', message: NO_ROLE }
    case 409:
      return { failure: 'retry', message: 'LinkedIn was at work on the same thing. Try again later.' }
    case 413:
      return { failure: 'never', message: 'The file is larger than LinkedIn accepts. Send a smaller one.' }
    case 415:
      return { failure: 'never', message: 'LinkedIn does not accept files of this format. Send another one.' }
    default:
      return undefined
  }
}

function describeContent(code: string, text: string): Refusal {
  if (code === DUPLICATE_CODE) {
    return {
      failure: 'never',
      message: 'LinkedIn has a post of the account with this content already, and rejects duplicates. Change the text.',
    }
  }
  if (NOT_READY.test(text)) return { failure: 'retry', message: 'LinkedIn is still at work on a file of the post.' }
  if (FILE_GONE.test(text)) return { failure: 'restart', message: 'LinkedIn no longer has the uploaded files.' }
  return {
    failure: 'never',
    message: `LinkedIn rejects the post as it is${code ? ` (${code})` : ''}. Change what the code names, and try again.`,
  }
}

/** https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/error-handling: 65600 invalid, 65601 revoked, 65602 expired */
function describeAccess(code: string): string {
  if (code.startsWith('REVOKED'))
    return 'The person removed the access of this server at LinkedIn. Connect the account again.'
  if (code.startsWith('EXPIRED')) return 'The access to LinkedIn has ended. Connect the account again.'
  return 'LinkedIn no longer accepts the access of this server. Connect the account again.'
}

interface Said {
  /** LinkedIn's own code; empty where it names none. */
  readonly code: string
  /** In LinkedIn's words, for us to look for words in. */
  readonly text: string
}

const SERVICE_CODES: Readonly<Record<number, string>> = {
  65600: 'INVALID_ACCESS_TOKEN',
  65601: 'REVOKED_ACCESS_TOKEN',
  65602: 'EXPIRED_ACCESS_TOKEN',
}

function readError(answer: OutboundAnswer): Said {
  const { message, code, serviceErrorCode, errorDetails } = errorSchema.safeParse(readJson(answer)).data ?? {
    message: '',
  }
  const input = errorDetails?.inputErrors?.find((one) => one.code !== undefined)?.code
  const known = input ?? code ?? SERVICE_CODES[serviceErrorCode ?? 0] ?? ''
  return { code: /^\w{1,60}$/.test(known) ? known : '', text: message }
}

/**
 * Quotas are counted per app and per member of an app, for each day, and are reset at midnight UTC:
 * https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/rate-limits. Which one it was stands in the message alone.
 */
function toLimit({ headers }: OutboundAnswer, { text, code }: Said, clock: Clock): PlatformError {
  const platformError = `429 ${code}`.trim()
  const isOfApp = /\bAPPLICATION\b/i.test(text)
  if (/\bDAY\b/i.test(text)) {
    const message = isOfApp
      ? "This server's app has used up its requests at LinkedIn for today."
      : 'The account has used up its requests at LinkedIn for today.'
    const scope = isOfApp ? 'app' : 'account'
    return new PlatformError('retry', message, { platformError, scope, notBefore: nextMidnight(clock.now()) })
  }
  const retryAfter = Number(headers['retry-after'])
  return new PlatformError('retry', 'LinkedIn accepts no more requests for a while.', {
    platformError,
    retryAfterSeconds: retryAfter > 0 ? Math.ceil(retryAfter) : TOO_MANY_SECONDS,
  })
}

function nextMidnight(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1))
}
