export { createWebhooks } from './feature.ts'
export { createEventRecorder } from './record-event.ts'
export type { RecordEvent } from './record-event.ts'
export { sweepWebhooks } from './sweep-webhooks.ts'
