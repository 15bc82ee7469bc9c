export {
  createQueueRequestSchema,
  listQueuesQuerySchema,
  queuePageSchema,
  queueSchema,
  updateQueueRequestSchema,
} from './schemas.ts'
export type { CreateQueueRequest, ListQueuesQuery, Queue, QueuePage, UpdateQueueRequest } from './schemas.ts'
export { getQueueSlotsQuerySchema, QUEUE_LIMITS, queuePreviewSchema, queueSlotsSchema, WEEKDAYS } from './slots.ts'
export type { QueuePreview, QueueSlot, QueueSlots, Weekday } from './slots.ts'
