/** The headers of a webhook, as the Standard Webhooks scheme names them. */
export const WEBHOOK_HEADERS = {
  /** The same through all attempts and replays of one event. */
  id: 'webhook-id',
  /** When this attempt was made, in seconds since 1970. */
  timestamp: 'webhook-timestamp',
  /** `v1,` and the base64 of an HMAC-SHA-256; during a rotation one for each secret, with a space between. */
  signature: 'webhook-signature',
} as const
