import { sign } from './signature.ts'

export interface SignTestPayloadOptions {
  /** The body, exactly as the request will hold it. */
  readonly payload: string | Uint8Array
  /** The secret that the receiver checks with, `whsec_...`. */
  readonly secret: string
  /** @default a random one */
  readonly id?: string | undefined
  /**
   * When it was sent, in milliseconds since 1970.
   *
   * @default now
   */
  readonly timestamp?: number | undefined
}

/** The headers of a webhook as PowerPost would sign it, to test a receiver with. */
export async function signTestPayload(options: SignTestPayloadOptions): Promise<Record<string, string>> {
  const { payload, secret, id = `msg_test_${crypto.randomUUID()}`, timestamp = Date.now() } = options
  const seconds = String(Math.floor(timestamp / 1000))
  const signature = await sign(secret, { id, timestamp: seconds, payload })
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${signature}` }
}
