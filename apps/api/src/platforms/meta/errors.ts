import type { OutboundAnswer } from '#outbound/index.ts'
import type { Clock } from '#shared/clock.ts'
import { PlatformError } from '../port.ts'
import type { GraphErrorRule } from './error-rules.ts'
import { ANY_OTHER, ANY_PERMISSION, findRule, isPermissionCode } from './error-rules.ts'
import { readJson } from './read-json.ts'
import { findUsedUp } from './usage.ts'
import type { GraphErrorBody } from './wire.ts'
import { errorSchema } from './wire.ts'

/** Seconds, where Meta refuses for too many requests and does not say for how long. */
const DEFAULT_WAIT_SECONDS = 60

export interface GraphErrorOptions {
  /** As people know the platform. */
  readonly name: string
  /** What an error means on this platform alone: before the general rules. */
  readonly rules?: readonly GraphErrorRule[]
  readonly clock: Clock
}

/** What an answer that is not good means. */
export interface GraphErrors {
  /** A refusal of a final call, surely without effect. Undefined: it is none, so nobody knows what happened. */
  toRefusal(answer: OutboundAnswer): PlatformError | undefined
  /** The same where a fault can be tried again too, because the request has no effect that people see. */
  toFailure(answer: OutboundAnswer): PlatformError
  /** Whether the token was refused: another one may do. */
  isTokenRefused(answer: OutboundAnswer): boolean
}

export function createGraphErrors({ name, rules = [], clock }: GraphErrorOptions): GraphErrors {
  return { toRefusal, toFailure, isTokenRefused }

  function toRefusal(answer: OutboundAnswer): PlatformError | undefined {
    const said = readGraphError(answer)
    if (!said) return fromStatus(answer)
    const rule = ruleOf(said)
    if (rule.failure === 'unknown') return undefined
    const message = rule.message.replaceAll('$name', name) + describePermissions(said)
    return new PlatformError(rule.failure, message, {
      platformError: describeCode(said),
      ...(rule.failure === 'retry' && toWait(answer, rule)),
    })
  }

  function toFailure(answer: OutboundAnswer): PlatformError {
    const refusal = toRefusal(answer)
    if (refusal) return refusal
    const said = readGraphError(answer)
    const message = (said ? ruleOf(said).message : '$name has an internal error.').replaceAll('$name', name)
    return new PlatformError('retry', message, { platformError: said ? describeCode(said) : String(answer.status) })
  }

  function isTokenRefused(answer: OutboundAnswer): boolean {
    const said = readGraphError(answer)
    return said ? ruleOf(said).failure === 'reconnect' : answer.status === 401
  }

  function ruleOf(said: GraphErrorBody): GraphErrorRule {
    const { code, error_subcode: subcode, is_transient } = said
    const known = findRule(rules, { code, subcode })
    if (known) return known
    if (is_transient === true || code === undefined || code < 0) {
      return { failure: 'unknown', message: '$name has an internal error.' }
    }
    return isPermissionCode(code) ? ANY_PERMISSION : ANY_OTHER
  }

  /** A limit waits for its end, where an answer says when that is. */
  function toWait(answer: OutboundAnswer, { scope = 'item' }: GraphErrorRule) {
    const used = findUsedUp(answer, name, clock)
    const retryAfterSeconds = readRetryAfter(answer)
    if (scope === 'item') return { retryAfterSeconds: retryAfterSeconds ?? DEFAULT_WAIT_SECONDS }
    const { notBefore } = used?.scope === scope ? used : { notBefore: undefined }
    const said = retryAfterSeconds && new Date(clock.now().getTime() + retryAfterSeconds * 1000)
    const until = notBefore ?? (said || undefined)
    return { scope, ...(until && { notBefore: until }) }
  }

  /** Answers without Meta's envelope: of a gateway, or of a server that is out of order. */
  function fromStatus(answer: OutboundAnswer): PlatformError | undefined {
    const platformError = String(answer.status)
    switch (answer.status) {
      case 401:
        return new PlatformError('reconnect', `${name} no longer accepts the access of this server.`, { platformError })
      case 413:
        return new PlatformError('never', `The file is larger than ${name} accepts.`, { platformError })
      case 429:
        return new PlatformError('retry', `${name} accepts no more requests for a while.`, {
          platformError,
          retryAfterSeconds: readRetryAfter(answer) ?? DEFAULT_WAIT_SECONDS,
        })
      default:
        return answer.status >= 400 && answer.status < 500
          ? new PlatformError('never', `${name} rejects the post as it is.`, { platformError })
          : undefined
    }
  }
}

/** Meta's envelope of an error, if the answer has one. */
export function readGraphError(answer: OutboundAnswer): GraphErrorBody | undefined {
  return errorSchema.safeParse(readJson(answer)).data?.error
}

/** `190/460`: the code, and the subcode where there is one. */
function describeCode({ code = 0, error_subcode }: GraphErrorBody): string {
  return error_subcode === undefined ? String(code) : `${code}/${error_subcode}`
}

/** Meta names in its words which permission is missing: nothing but those names goes on to people. */
const PERMISSION = /\b(?:pages|instagram|instagram_business|business)_[a-z_]{3,40}\b/g

function describePermissions({ code, message }: GraphErrorBody): string {
  if (!isPermissionCode(code)) return ''
  const names = [...new Set(message.match(PERMISSION) ?? [])].slice(0, 5)
  return names.length === 0 ? '' : ` It asks for ${names.join(', ')}: connect the account again and allow that.`
}

function readRetryAfter({ headers }: OutboundAnswer): number | undefined {
  const seconds = Number(headers['retry-after'])
  return seconds > 0 ? Math.ceil(seconds) : undefined
}
