import { z } from 'zod'
import { noneOf, refusing } from '../common/field-rules.ts'
import { givenId, madeId, pathId, timestamp } from '../common/ids.ts'
import { createdBySchema } from '../common/principal.ts'
import { boundedText, NOT_BLANK } from '../common/text.ts'
import { warningsShape } from '../common/warnings.ts'
import { platformSchema } from '../content/terms.ts'
import { PLATFORMS } from '../platforms/post-types.ts'
import { calendarPostSchema } from './posts.ts'
import { CALENDAR_LIMITS, calendarDate, clockTime, daysInRange, timeZoneQuery } from './terms.ts'

const titleSchema = boundedText({ min: 1, max: CALENDAR_LIMITS.title, pattern: NOT_BLANK }).meta({
  description: 'What is planned. At most 500 characters.',
  examples: ['Product launch'],
})

const descriptionSchema = boundedText({ max: CALENDAR_LIMITS.description }).meta({
  description: 'More about it. At most 5,000 characters.',
  examples: ['Show the new oven, link the shop'],
})

const timeSchema = clockTime.meta({
  description: 'When on that day: `HH:MM`, without a time zone.',
  examples: ['18:30'],
})

const platformsSchema = z
  .array(platformSchema)
  .max(PLATFORMS.length, { error: `must have at most ${PLATFORMS.length} items` })
  .meta({ description: 'The platforms it is planned for. Repeated ones count once.', examples: [['instagram', 'x']] })

const postIdSchema = givenId('A post of this workspace that the entry is about.')

export const createCalendarEntryRequestSchema = z
  .object({
    title: titleSchema,
    description: descriptionSchema.nullish(),
    scheduled_date: calendarDate('The day.'),
    scheduled_time: timeSchema.nullish(),
    platforms: platformsSchema.optional(),
    post_id: postIdSchema.nullish(),
  })
  .meta({ id: 'CreateCalendarEntryRequest', description: 'Something to plan. It publishes nothing.' })

const FIELDS = ['title', 'description', 'scheduled_date', 'scheduled_time', 'platforms', 'post_id'] as const

export const updateCalendarEntryRequestSchema = z
  .object({
    title: titleSchema.optional(),
    description: descriptionSchema.nullish(),
    scheduled_date: calendarDate('The day.').optional(),
    scheduled_time: timeSchema.nullish(),
    platforms: platformsSchema.optional(),
    post_id: postIdSchema.nullish(),
  })
  .refine((body) => Object.values(body).some((value) => value !== undefined), {
    error: `must have at least one of: ${FIELDS.join(', ')}`,
  })
  .meta({
    id: 'UpdateCalendarEntryRequest',
    description:
      'The fields to update, at least one. `null` clears `description`, `scheduled_time` and `post_id`; `[]` clears `platforms`.',
    ...refusing(noneOf(...FIELDS)),
  })

export const calendarEntrySchema = z
  .object({
    entry_id: madeId('Unique id of the entry.'),
    title: z.string().meta({ description: 'What is planned.' }),
    description: z.string().optional().meta({ description: 'More about it. Absent when there is nothing.' }),
    scheduled_date: calendarDate('The day, as it was given.'),
    scheduled_time: clockTime
      .nullable()
      .meta({ description: 'When on that day, as it was given; null: at no certain time.', examples: ['18:30'] }),
    platforms: z.array(platformSchema).meta({ description: 'The platforms it is planned for.' }),
    status: z.literal('planned').meta({ description: 'Always `planned`: an entry publishes nothing.' }),
    post_id: madeId('The post that it is about. Absent when there is none, or when it was deleted.').optional(),
    livemode: z.boolean().meta({ description: 'False for what a sandbox key (`pp_test_sk_`) made.' }),
    created_by: createdBySchema,
    created_at: timestamp('When it was created.'),
    updated_at: timestamp('When it was last updated.'),
    ...warningsShape,
  })
  .meta({ id: 'CalendarEntry', description: 'Something that is planned for a day.' })

export const calendarEntriesSchema = z
  .object({
    entries: z.array(calendarEntrySchema).meta({ description: 'The entries of these days, in the order of time.' }),
    posts: z
      .array(calendarPostSchema)
      .optional()
      .meta({ description: 'With `include=posts`: what is scheduled and posted on these days, in the order of time.' }),
    posts_complete: z.boolean().optional().meta({
      description: 'With `include=posts`: false when there are more than 1,000 items, of which the first are listed.',
    }),
    time_zone: z
      .string()
      .optional()
      .meta({ description: 'With `include=posts`: the time zone of their days.', examples: ['Europe/Berlin'] }),
  })
  .meta({ id: 'CalendarEntries', description: 'The entries of a range of days.' })

export const listCalendarEntriesQuerySchema = z
  .object({
    start_date: calendarDate('The first day.'),
    end_date: calendarDate('The last day, included.'),
    include: z
      .literal('posts')
      .optional()
      .meta({ description: '`posts`: also the scheduled and published posts. Needs the scope `posts:read`.' }),
    time_zone: timeZoneQuery,
  })
  .superRefine(({ start_date, end_date }, context) => {
    const days = daysInRange(start_date, end_date)
    const { rangeDays } = CALENDAR_LIMITS
    if (days > 0 && days <= rangeDays) return
    const message =
      days > 0
        ? `must be at most ${rangeDays - 1} days after start_date: a range has at most ${rangeDays} days`
        : 'must not be before start_date'
    context.addIssue({ code: 'custom', path: ['end_date'], message })
  })

export const calendarEntryPathSchema = z.object({ id: pathId('The `entry_id`.') })

export type CreateCalendarEntryRequest = z.output<typeof createCalendarEntryRequestSchema>
export type UpdateCalendarEntryRequest = z.output<typeof updateCalendarEntryRequestSchema>
export type CalendarEntry = z.output<typeof calendarEntrySchema>
export type CalendarEntries = z.output<typeof calendarEntriesSchema>
export type ListCalendarEntriesQuery = z.output<typeof listCalendarEntriesQuerySchema>
