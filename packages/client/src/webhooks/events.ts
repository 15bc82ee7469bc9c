import type { WebhookEvent, WebhookEventName } from '../generated/types.ts'

export type { WebhookEvent, WebhookEventName }

/** The event of one name. */
export type WebhookEventOf<Name extends WebhookEventName> = Extract<WebhookEvent, { event: Name }>
