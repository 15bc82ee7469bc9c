import type { GuardedFetch, OutboundAnswer } from '#outbound/index.ts'
import { OutboundError } from '#outbound/index.ts'
import type { WebhookAttempt } from '@powerpost/contract'
import type { ClaimedDelivery } from './claims.repository.ts'
import { readRetryAfter } from './schedule.ts'
import type { SignDependencies } from './sign.ts'
import { signDelivery } from './sign.ts'

/** How an attempt ended. `gone`: the endpoint wants nothing any more. */
export type Outcome = 'delivered' | 'failed' | 'gone'

/** An attempt that was made. */
export interface SentDelivery {
  readonly outcome: Outcome
  readonly attempt: WebhookAttempt
  /** What the endpoint asked to be given until the next. */
  readonly retryAfterMs: number | undefined
}

export interface SendDependencies extends SignDependencies {
  /** Takes redirects for answers, and cuts long bodies. */
  readonly fetch: GuardedFetch
}

/**
 * Makes one attempt. Sending twice is harmless: receivers know a delivery by its `webhook-id`.
 *
 * @throws the signal's reason
 */
export async function sendDelivery(
  delivery: ClaimedDelivery,
  dependencies: SendDependencies,
  signal: AbortSignal,
): Promise<SentDelivery> {
  const { clock, fetch } = dependencies
  const at = clock.now().toISOString()
  const startedAt = performance.now()
  const describe = (rest: Omit<WebhookAttempt, 'at' | 'duration_ms'>): WebhookAttempt => {
    return { at, duration_ms: Math.round(performance.now() - startedAt), ...rest }
  }
  try {
    const answer = await fetch(delivery.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signDelivery(delivery, dependencies) },
      body: delivery.payload,
      redirect: 'answer',
      signal,
    })
    const { status } = answer
    const outcome = judge(status)
    const error = outcome === 'delivered' ? null : explain(status)
    return {
      outcome,
      attempt: describe({ status_code: status, error, response_excerpt: readExcerpt(answer) }),
      retryAfterMs: readRetryAfter(answer.headers['retry-after'], clock.now()),
    }
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error
    const attempt = describe({ status_code: null, error: `It ${error.message}.`, response_excerpt: null })
    return { outcome: 'failed', attempt, retryAfterMs: undefined }
  }
}

function judge(status: number): Outcome {
  if (status >= 200 && status < 300) return 'delivered'
  return status === 410 ? 'gone' : 'failed'
}

function explain(status: number): string {
  return status >= 300 && status < 400 ? `It returned ${status}: redirects are not followed.` : `It returned ${status}.`
}

/** As far as it is text. A character that was cut at its end is left out; PostgreSQL cannot keep U+0000. */
function readExcerpt({ body }: OutboundAnswer): string {
  return new TextDecoder().decode(body, { stream: true }).replaceAll('\u0000', '\uFFFD')
}
