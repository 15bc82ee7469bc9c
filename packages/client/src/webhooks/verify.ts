import { WebhookVerificationError } from './error.ts'
import type { WebhookEvent } from './events.ts'
import { isSignedWith } from './signature.ts'

/** A `Headers` of `fetch`, or an object of them with names in lower case, as Node has it. */
export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>

export interface VerifyWebhookOptions {
  /** The raw body: a body that was parsed and serialized again no longer matches the signature. */
  readonly payload: string | Uint8Array
  readonly headers: WebhookHeaders
  /** The endpoint's secret, `whsec_...`; while you change it, the old and the new one. */
  readonly secret: string | readonly string[]
  /**
   * How far the time of sending may be from now, in seconds: an older message may be one that was overheard and is sent again.
   *
   * @default 300
   */
  readonly tolerance?: number | undefined
  /**
   * The time, in milliseconds since 1970.
   *
   * @default the clock's
   */
  readonly now?: number | undefined
}

/**
 * Makes sure that a webhook came from PowerPost, and answers its event. Works wherever WebCrypto does.
 *
 * A webhook may arrive twice: its `webhook-id` header is the same both times.
 *
 * @throws WebhookVerificationError when it did not come from PowerPost, or not now, or not whole.
 */
export async function verifyWebhook(options: VerifyWebhookOptions): Promise<WebhookEvent> {
  const { payload, headers, secret, tolerance = 300, now = Date.now() } = options
  const id = readHeader(headers, 'webhook-id')
  const timestamp = readHeader(headers, 'webhook-timestamp')
  const signatures = readHeader(headers, 'webhook-signature')
    .split(' ')
    .flatMap((signature) => (signature.startsWith('v1,') ? [signature.slice(3)] : []))
  if (!(Math.abs(now / 1000 - Number(timestamp)) <= tolerance)) {
    throw new WebhookVerificationError(`It was not sent within ${tolerance} seconds of now.`)
  }
  // Two signatures during a rotation on their side, two secrets during one on ours.
  const secrets = [secret].flat()
  const checks = secrets.flatMap((candidate) =>
    signatures.map((signature) => isSignedWith(candidate, signature, { id, timestamp, payload })),
  )
  if (!(await Promise.all(checks)).includes(true)) throw new WebhookVerificationError('No signature fits.')
  return parseEvent(payload)
}

function readHeader(headers: WebhookHeaders, name: string): string {
  const value = isHeaders(headers) ? headers.get(name) : headers[name]
  if (typeof value === 'string' && value !== '') return value
  throw new WebhookVerificationError(`The header ${name} is missing.`)
}

function parseEvent(payload: string | Uint8Array): WebhookEvent {
  const text = typeof payload === 'string' ? payload : new TextDecoder().decode(payload)
  try {
    return JSON.parse(text) as WebhookEvent
  } catch {
    throw new WebhookVerificationError('It is signed, but no JSON.')
  }
}

/** By its shape: frameworks bring `Headers` of their own. */
function isHeaders(headers: WebhookHeaders): headers is Headers {
  return typeof headers.get === 'function'
}
