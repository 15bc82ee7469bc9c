import type { OutboundAnswer } from '#outbound/index.ts'
import type { Clock } from '#shared/clock.ts'
import type { PublishFailure } from '../port.ts'
import { PlatformError } from '../port.ts'
import { DEFAULT_WAIT_SECONDS, QUOTAS } from './limits.ts'
import { readJson } from './read-json.ts'
import { problemSchema } from './wire.ts'

interface Refusal {
  readonly failure: PublishFailure
  readonly message: string
  /** X's own code for it. */
  readonly platformError: string
}

const DUPLICATE = /duplicate content/i
const SUSPENDED = /suspended|locked/i
const MEDIA_GONE = /media ids? (?:is|are) invalid|invalid media|media.*(?:not found|expired)/i

/** A refusal of X's, surely without effect. Undefined: it is none, so nobody knows what happened. */
export function toRefusal(answer: OutboundAnswer, clock: Clock): PlatformError | undefined {
  const { status } = answer
  if (status === 429) return toLimit(answer, clock)
  const refusal = describe(answer)
  return refusal && new PlatformError(refusal.failure, refusal.message, { platformError: refusal.platformError })
}

/** The same where a fault of X's can be tried again too, because the request has no effect that people see. */
export function toFailure(answer: OutboundAnswer, clock: Clock): PlatformError {
  return toRefusal(answer, clock) ?? outOfOrder(answer)
}

export function outOfOrder({ status }: OutboundAnswer): PlatformError {
  return new PlatformError('retry', 'X has an internal error.', { platformError: String(status) })
}

export function isDuplicate(error: PlatformError): boolean {
  return error.platformError === DUPLICATE_CODE
}

const DUPLICATE_CODE = '403 duplicate'

function describe(answer: OutboundAnswer): Refusal | undefined {
  const { status } = answer
  const said = readProblem(answer)
  switch (status) {
    case 400:
    case 404:
      if (MEDIA_GONE.test(said.text)) {
        return { failure: 'restart', message: 'X no longer has the uploaded media.', platformError: `${status} media` }
      }
      return {
        failure: 'never',
        message: 'X rejects the post as it is.',
        platformError: `${status} ${said.code}`,
      }
    case 401:
      return { failure: 'reconnect', message: 'X no longer accepts the access of this server.', platformError: '401' }
    case 402:
      return {
        failure: 'never',
        message: "This server's app at X has no credits left: its operator must buy some in X's developer console.",
        platformError: '402 credits',
      }
    case 403:
      return describeForbidden(said)
    case 413:
      return { failure: 'never', message: 'The file is larger than X accepts.', platformError: '413' }
    case 415:
    case 422:
      return { failure: 'never', message: 'X rejects the file as it is.', platformError: String(status) }
    default:
      return undefined
  }
}

function describeForbidden({ text, code }: Said): Refusal {
  if (DUPLICATE.test(text)) {
    const message = 'The account posted the same text a short while ago, and X rejects duplicates. Change the text.'
    return { failure: 'never', message, platformError: DUPLICATE_CODE }
  }
  if (SUSPENDED.test(text)) {
    return { failure: 'never', message: 'X has suspended or locked the account.', platformError: '403 suspended' }
  }
  const message = 'X does not allow this account, or the app of this server, to do that.'
  return { failure: 'never', message, platformError: `403 ${code}` }
}

interface Said {
  /** In X's words, for us to look for words in. */
  readonly text: string
  /** The end of the problem's type, e.g. `invalid-request`. */
  readonly code: string
}

function readProblem(answer: OutboundAnswer): Said {
  const problem = problemSchema.safeParse(readJson(answer)).data ?? {}
  const { title = '', type = '', detail = '', errors = [] } = problem
  const text = [title, detail, ...errors.map(({ message = '' }) => message)].join(' ')
  const end = /\/([a-z-]{1,50})$/.exec(type)?.[1]
  return { text, code: end ?? 'refused' }
}

/** Too many requests: of the account or of the app where X says so, else of nobody in particular. */
function toLimit(answer: OutboundAnswer, clock: Clock): PlatformError {
  const { headers } = answer
  const platformError = '429'
  if (readProblem(answer).code === 'usage-capped') {
    const message =
      'The app of this server has reached its usage cap at X: its operator can raise it in the developer console.'
    return new PlatformError('retry', message, { platformError: '429 usage-capped', scope: 'app' })
  }
  const quota = QUOTAS.find((quota) => headers[`${quota.headers}-remaining`] === '0')
  const reset = quota && Number(headers[`${quota.headers}-reset`])
  if (quota && reset) {
    const { scope, message, windowSeconds } = quota
    const now = clock.now().getTime()
    // Clocks differ: nobody waits for longer than a window.
    const notBefore = new Date(Math.min(Math.max(reset * 1000, now + 1000), now + windowSeconds * 1000))
    return new PlatformError('retry', message, { platformError, scope, notBefore })
  }
  const retryAfter = Number(headers['retry-after'])
  return new PlatformError('retry', 'X accepts no more requests for a while.', {
    platformError,
    retryAfterSeconds: retryAfter > 0 ? Math.ceil(retryAfter) : DEFAULT_WAIT_SECONDS.tooMany,
  })
}
