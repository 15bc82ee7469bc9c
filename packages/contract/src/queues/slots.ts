import { z } from 'zod'
import { noneOf, refusing } from '../common/field-rules.ts'
import { madeId, timestamp } from '../common/ids.ts'
import { integerInQuery } from '../common/integer-in-query.ts'

/** Bounds of queues: how many a workspace has, the name in Unicode code points, slots of a weekday, and slots that are previewed. */
export const QUEUE_LIMITS = { perWorkspace: 50, name: 100, slotsPerDay: 24, preview: 20, maxPreview: 100 } as const

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

export type Weekday = (typeof WEEKDAYS)[number]

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time of day as 09:00' })

const timesOf = (day: string) =>
  z
    .array(timeOfDay)
    .max(QUEUE_LIMITS.slotsPerDay, { error: `must have at most ${QUEUE_LIMITS.slotsPerDay} items` })
    .refine((times) => new Set(times).size === times.length, { error: 'must not name a time twice' })
    .optional()
    .meta({
      description: `The slots of each ${day}, at most ${QUEUE_LIMITS.slotsPerDay}: times of day as a clock in \`timezone\` shows them, each once. Absent: none.`,
      examples: [['09:00', '17:30']],
    })

export const queueSlotsSchema = z
  .object({
    monday: timesOf('Monday'),
    tuesday: timesOf('Tuesday'),
    wednesday: timesOf('Wednesday'),
    thursday: timesOf('Thursday'),
    friday: timesOf('Friday'),
    saturday: timesOf('Saturday'),
    sunday: timesOf('Sunday'),
  })
  .refine((slots) => WEEKDAYS.some((day) => (slots[day] ?? []).length > 0), {
    error: `must have at least one slot: a time of day for one of ${WEEKDAYS.join(', ')}`,
  })
  .meta({
    id: 'QueueSlotsRequest',
    description: 'The slots of a week, at least one: times of day by weekday.',
    ...refusing(noneOf(...WEEKDAYS)),
  })

const shownTimesOf = (day: string) =>
  z
    .array(z.string())
    .optional()
    .meta({ description: `The slots of each ${day}, in their order. Absent: none.`, examples: [['09:00', '17:30']] })

/** As the server answers it. */
export const shownQueueSlotsSchema = z
  .object({
    monday: shownTimesOf('Monday'),
    tuesday: shownTimesOf('Tuesday'),
    wednesday: shownTimesOf('Wednesday'),
    thursday: shownTimesOf('Thursday'),
    friday: shownTimesOf('Friday'),
    saturday: shownTimesOf('Saturday'),
    sunday: shownTimesOf('Sunday'),
  })
  .meta({
    id: 'QueueSlots',
    description: 'The slots of a week: times of day by weekday, as a clock in `timezone` shows them.',
  })

const slotStatusSchema = z.enum(['free', 'taken', 'former']).meta({
  id: 'QueueSlotStatus',
  description:
    '`free`: the next post that is scheduled takes the first of these. `taken`: a post has it. `former`: no slot of the queue any more: a post got this time before the queue was changed, and keeps it.',
})

const queueSlotSchema = z
  .object({
    time: timestamp('When it is.'),
    local: z.string().meta({
      description: 'The same as a clock in the `timezone` of the queue shows it.',
      examples: ['2026-12-24T18:00'],
    }),
    status: slotStatusSchema,
    post_id: madeId('The post that has it. Absent when it is free.').optional(),
    clock_change: z.enum(['skipped', 'repeated']).optional().meta({
      description:
        '`skipped`: the clocks are put forward over the time of the slot, and it is as much later. `repeated`: they are put back and show it twice, and it is the first. Absent on all other days.',
    }),
  })
  .meta({ id: 'QueueSlot', description: 'A time at which a queue publishes a post.' })

export const queuePreviewSchema = z
  .object({
    queue_id: madeId('The queue.'),
    timezone: z.string().meta({ description: 'The time zone of the queue.' }),
    slots: z.array(queueSlotSchema).meta({
      description:
        'The next slots, and posts at former ones, the earliest first. Fewer than `limit` where the queue has no more in the next 60 days.',
    }),
  })
  .meta({ id: 'QueuePreview', description: 'The next slots of a queue, and which posts have them.' })

const { preview, maxPreview } = QUEUE_LIMITS

export const getQueueSlotsQuerySchema = z.object({
  limit: integerInQuery(
    z
      .int()
      .min(1)
      .max(maxPreview)
      .default(preview)
      .meta({ description: `How many to return, 1-${maxPreview}.`, examples: [preview] }),
  ),
})

export type QueuePreview = z.output<typeof queuePreviewSchema>
export type QueueSlot = z.output<typeof queueSlotSchema>
export type QueueSlots = z.output<typeof queueSlotsSchema>
