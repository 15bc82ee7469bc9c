export { webhookEventExamples } from './examples.ts'
export { WEBHOOK_HEADERS } from './headers.ts'
export { WEBHOOK_EVENT_SCHEMAS, WEBHOOK_EVENTS, webhookEventNameSchema, webhookEventSchema } from './schemas.ts'
export type { WebhookEvent, WebhookEventName, WebhookEventOf } from './schemas.ts'
