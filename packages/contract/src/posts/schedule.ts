import { z } from 'zod'
import { allOf, noneOf, refusing } from '../common/field-rules.ts'
import { givenId } from '../common/ids.ts'
import { boundedText } from '../common/text.ts'
import { POST_LIMITS } from './terms.ts'

/** A time as callers send it. */
export function timeSchema(description: string) {
  return z.iso
    .datetime({ offset: true, error: 'must be a time as 2026-11-22T18:00:00Z' })
    .meta({ description, examples: ['2026-12-24T18:00:00Z'] })
}

/** Exactly one of them says when. */
const CHOICES = ['scheduled_at', 'scheduled_local', 'queue_id'] as const

const WHEN = `in the future, and at most ${POST_LIMITS.scheduleDays} days ahead`

export const schedulePostRequestSchema = z
  .object({
    scheduled_at: timeSchema(`When to publish it: ${WHEN}. Instead of \`scheduled_local\` or \`queue_id\`.`).optional(),
    scheduled_local: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, { error: 'must be a local time as 2026-12-24T18:00' })
      .optional()
      .meta({
        description: `The same as people read it on a clock in \`timezone\`: ${WHEN}. Where the clocks are put forward over it, it is as much later; where they are put back and it is there twice, it is the first: \`warnings\` say so.`,
        examples: ['2026-12-24T18:00'],
      }),
    timezone: boundedText({ min: 1, max: 64 })
      .optional()
      .meta({ description: 'The time zone of `scheduled_local`, by its IANA name.', examples: ['Europe/Berlin'] }),
    queue_id: givenId('A queue of this workspace: the post gets its first free slot. Instead of a time.').optional(),
  })
  .refine((body) => CHOICES.filter((field) => body[field] !== undefined).length === 1, {
    error: 'is required without scheduled_local and queue_id, and not allowed together with one of them',
    path: ['scheduled_at'],
  })
  .refine(({ scheduled_local, timezone }) => (scheduled_local === undefined) === (timezone === undefined), {
    error: 'is required with scheduled_local, and not allowed without it',
    path: ['timezone'],
  })
  .meta({
    id: 'SchedulePostRequest',
    description: 'When to publish a draft, or the new time of a scheduled post.',
    ...refusing(
      noneOf(...CHOICES),
      allOf('scheduled_at', 'scheduled_local'),
      allOf('scheduled_at', 'queue_id'),
      allOf('scheduled_local', 'queue_id'),
    ),
  })

export type SchedulePostRequest = z.output<typeof schedulePostRequestSchema>
