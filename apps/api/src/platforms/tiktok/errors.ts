import type { OutboundAnswer } from '#outbound/index.ts'
import type { Clock } from '#shared/clock.ts'
import { PlatformError } from '../port.ts'
import type { ErrorRule } from './error-rules.ts'
import { FAIL_RULES, REQUEST_RULES } from './error-rules.ts'
import { RATE_WINDOW_MS } from './limits.ts'
import { readJson } from './read-json.ts'
import { errorSchema } from './wire.ts'

/** TikTok's code of an answer. Undefined: it has none, or none that can be shown. */
export function readCode(answer: Pick<OutboundAnswer, 'body'>): string | undefined {
  const code = errorSchema.safeParse(readJson(answer)).data?.error.code
  return code !== undefined && /^[\w-]{1,80}$/.test(code) ? code : undefined
}

/** A refusal of TikTok's, surely without effect. Undefined: it is none, so nobody knows what happened. */
export function toRefusal(answer: OutboundAnswer, clock: Clock): PlatformError | undefined {
  const { status, headers } = answer
  if (status >= 500) return undefined
  const code = readCode(answer)
  const rule = code === undefined ? undefined : REQUEST_RULES[code]
  if (rule) return toError(rule, { platformError: `${status} ${code}`, clock })
  if (status === 429) {
    const retryAfter = Number(headers['retry-after'])
    return new PlatformError('retry', 'TikTok accepts no more requests for a while.', {
      platformError: '429',
      retryAfterSeconds: retryAfter > 0 ? Math.ceil(retryAfter) : RATE_WINDOW_MS / 1000,
    })
  }
  const platformError = code === undefined ? String(status) : `${status} ${code}`
  if (status === 401) {
    const message = 'TikTok no longer accepts the access of this server. Connect the account again.'
    return new PlatformError('reconnect', message, { platformError })
  }
  if (code === 'internal_error' || (status < 400 && code === undefined)) return undefined
  return new PlatformError('never', 'TikTok rejects the post as it is.', { platformError })
}

/** The same where a fault of TikTok's can be tried again too, because the request has no effect that people see. */
export function toFailure(answer: OutboundAnswer, clock: Clock): PlatformError {
  const platformError = String(answer.status)
  return toRefusal(answer, clock) ?? new PlatformError('retry', 'TikTok has an internal error.', { platformError })
}

/** Why what TikTok took came to nothing. */
export function toFailedPost(reason: string, clock: Clock): PlatformError {
  const known = /^\w{1,80}$/.test(reason) ? reason : 'failed'
  const rule = FAIL_RULES[known] ?? { failure: 'never', message: 'TikTok did not take the post.' }
  return toError(rule, { platformError: known, clock })
}

interface ErrorOptions {
  readonly platformError: string
  readonly clock: Clock
}

function toError(
  { failure, message, scope, waitMs }: ErrorRule,
  { platformError, clock }: ErrorOptions,
): PlatformError {
  return new PlatformError(failure, message, {
    platformError,
    ...(scope && { scope }),
    ...(waitMs !== undefined && { notBefore: new Date(clock.now().getTime() + waitMs) }),
  })
}
