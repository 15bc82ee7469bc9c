export { createEventRecorder } from './record-event.ts'
export type { EventToRecord, RecordEvent } from './record-event.ts'
export { removeWebhooks } from './events.repository.ts'
