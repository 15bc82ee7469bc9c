import { invalidArgument } from '../errors/invalid-argument.ts'
import { WebhookVerificationError } from './error.ts'
import type { WebhookEvent } from './events.ts'
import { isSignedWith } from './signature.ts'

/** A `Headers` of `fetch`, or an object of them with names in lower case, as Node has it. */
export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>

export interface VerifyWebhookOptions {
  /** The raw body, before anything parses it: in Express `express.raw()`, on a route that stands before `express.json()`. */
  readonly payload: string | Uint8Array
  readonly headers: WebhookHeaders
  /** The secret of the endpoint, `whsec_...`; while you change it, the old and the new one. */
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
 * Verifies that a webhook came from PowerPost, and returns its event. It needs the raw body.
 *
 * A webhook may arrive twice: its `webhook-id` header is the same both times. Works wherever WebCrypto does.
 *
 * @throws WebhookVerificationError when it did not come from PowerPost, or not now, or not whole: answer 400.
 * @throws PowerPostError `INVALID_ARGUMENT` when the body was parsed before, or there is no secret: the mistake is in this program.
 */
export async function verifyWebhook(options: VerifyWebhookOptions): Promise<WebhookEvent> {
  const { payload, headers, secret, tolerance = 300, now = Date.now() } = options
  checkArguments(options)
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

/** The commonest mistakes, in code that no compiler has seen. Not the sender's: a 400 would hide them. */
function checkArguments({ payload, headers, secret }: VerifyWebhookOptions): void {
  if (typeof payload !== 'string' && !(payload instanceof Uint8Array)) {
    throw invalidArgument(
      'The body was parsed already, or is missing: give `payload` as it was sent. In Express: `express.raw({ type: "application/json" })` on this route, before any `express.json()`.',
    )
  }
  if (!headers) throw invalidArgument('The `headers` of the request are missing: its signature is among them.')
  if (![secret].flat().every(Boolean)) {
    throw invalidArgument(
      'The `secret` of the endpoint is missing: it begins with whsec_, and was shown when the endpoint was created.',
    )
  }
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
