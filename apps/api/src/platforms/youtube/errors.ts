import type { OutboundAnswer } from '#outbound/index.ts'
import type { Clock } from '#shared/clock.ts'
import { PlatformError } from '../port.ts'
import { ERROR_RULES } from './error-rules.ts'
import { CHANNEL_WAIT_MS, TOO_MANY_SECONDS } from './limits.ts'
import { quotaDayOf } from './quotas.ts'
import { readJson } from './read-json.ts'
import { errorSchema } from './wire.ts'

/** A refusal of YouTube's, surely without effect. Undefined: it is none, so nobody knows what happened. */
export function toRefusal(answer: OutboundAnswer, clock: Clock): PlatformError | undefined {
  const { status, headers } = answer
  if (status < 400 || status >= 500 || status === 408) return undefined
  const reason = readReason(answer)
  const rule = ERROR_RULES.find(({ reasons }) => reason !== undefined && reasons.includes(reason))
  const platformError = reason === undefined ? String(status) : `${status} ${reason}`
  const shared = { platformError, ...(rule?.scope && { scope: rule.scope }) }
  if (rule?.scope === 'app') {
    return new PlatformError('retry', rule.message, { ...shared, notBefore: quotaDayOf(clock.now()).end })
  }
  if (rule?.scope === 'account') {
    const notBefore = new Date(clock.now().getTime() + CHANNEL_WAIT_MS)
    return new PlatformError('retry', rule.message, { ...shared, notBefore })
  }
  if (rule && rule.failure !== 'retry') return new PlatformError(rule.failure, rule.message, shared)
  if (rule || status === 429) {
    const retryAfter = Number(headers['retry-after'])
    const retryAfterSeconds = retryAfter > 0 ? Math.ceil(retryAfter) : TOO_MANY_SECONDS
    const message = rule?.message ?? 'YouTube accepts no more requests for a while.'
    return new PlatformError('retry', message, { ...shared, retryAfterSeconds })
  }
  if (status === 401) {
    const message = 'YouTube no longer accepts the access of this server. Connect the channel again.'
    return new PlatformError('reconnect', message, shared)
  }
  const message =
    status === 403
      ? 'YouTube does not allow this channel, or the app of this server, to do that.'
      : 'YouTube rejects the request as it is. Check the title, the text and the options of the item.'
  return new PlatformError('never', message, shared)
}

/** The same where a fault of YouTube's can be tried again too, because the request has no effect that people see. */
export function toFailure(answer: OutboundAnswer, clock: Clock): PlatformError {
  return toRefusal(answer, clock) ?? outOfOrder(answer)
}

export function outOfOrder({ status }: Pick<OutboundAnswer, 'status'>): PlatformError {
  return new PlatformError('retry', 'YouTube has an internal error. Try again later.', {
    platformError: String(status),
  })
}

/** YouTube's own code for an error. Undefined: the answer has none, or is not YouTube's. */
export function readReason(answer: Pick<OutboundAnswer, 'body'>): string | undefined {
  const said = errorSchema.safeParse(readJson(answer)).data?.error
  const reasons = [...(said?.errors ?? []), ...(said?.details ?? [])].flatMap(({ reason }) => reason ?? [])
  const known = reasons.find((reason) => ERROR_RULES.some((rule) => rule.reasons.includes(reason)))
  return (known ?? reasons[0] ?? said?.status)?.replaceAll(/\W/g, '').slice(0, 50) || undefined
}

/** Whether another token may help: without a channel, none does. */
export function isTokenRefused(answer: OutboundAnswer): boolean {
  return answer.status === 401 && readReason(answer) !== 'youtubeSignupRequired'
}
