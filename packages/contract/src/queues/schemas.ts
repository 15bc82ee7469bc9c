import { z } from 'zod'
import { noneOf, refusing } from '../common/field-rules.ts'
import { madeId, pathId, timestamp } from '../common/ids.ts'
import { pageOf, pageQuery } from '../common/pagination.ts'
import { createdBySchema } from '../common/principal.ts'
import { boundedText, NOT_BLANK } from '../common/text.ts'
import { warningsShape } from '../common/warnings.ts'
import { QUEUE_LIMITS, queueSlotsSchema, shownQueueSlotsSchema } from './slots.ts'

const nameSchema = boundedText({ min: 1, max: QUEUE_LIMITS.name, pattern: NOT_BLANK }).meta({
  description: 'The display name. At most 100 characters.',
  examples: ['Weekday mornings'],
})

const timezoneSchema = boundedText({ min: 1, max: 64 }).meta({
  description: 'The time zone of its slots, by its IANA name.',
  examples: ['Europe/Berlin'],
})

export const createQueueRequestSchema = z
  .object({ name: nameSchema, timezone: timezoneSchema, slots: queueSlotsSchema })
  .meta({ id: 'CreateQueueRequest', description: 'A new queue.' })

export const updateQueueRequestSchema = z
  .object({ name: nameSchema.optional(), timezone: timezoneSchema.optional(), slots: queueSlotsSchema.optional() })
  .refine((body) => Object.values(body).some((value) => value !== undefined), {
    error: 'must have at least one of: name, timezone, slots',
  })
  .meta({
    id: 'UpdateQueueRequest',
    description: 'The fields of a queue to update, at least one. `slots` replaces those of the whole week.',
    ...refusing(noneOf('name', 'timezone', 'slots')),
  })

export const queueSchema = z
  .object({
    queue_id: madeId('Unique id of the queue.'),
    name: z.string().meta({ description: 'The display name.' }),
    timezone: z.string().meta({ description: 'The time zone of its slots.', examples: ['Europe/Berlin'] }),
    slots: shownQueueSlotsSchema,
    livemode: z.boolean().meta({ description: 'False for what a sandbox key (`pp_test_sk_`) made.' }),
    created_by: createdBySchema,
    created_at: timestamp('When it was created.'),
    updated_at: timestamp('When it was last updated.'),
    ...warningsShape,
  })
  .meta({ id: 'Queue', description: 'Times of the week at which posts are published, one at each.' })

export const queuePageSchema = pageOf('QueuePage', 'A page of queues.', queueSchema)

export const listQueuesQuerySchema = z.object(pageQuery)

export const queuePathSchema = z.object({ id: pathId('The `queue_id`.') })

export type CreateQueueRequest = z.output<typeof createQueueRequestSchema>
export type ListQueuesQuery = z.output<typeof listQueuesQuerySchema>
export type Queue = z.output<typeof queueSchema>
export type QueuePage = z.output<typeof queuePageSchema>
export type UpdateQueueRequest = z.output<typeof updateQueueRequestSchema>
