import { z } from 'zod'
import { madeId, pathId, timestamp } from '../common/ids.ts'
import { pageOf, pageQuery } from '../common/pagination.ts'
import { createdBySchema } from '../common/principal.ts'
import { boundedText, NOT_BLANK } from '../common/text.ts'
import { warningsShape } from '../common/warnings.ts'
import { CALENDAR_LIMITS } from './terms.ts'

const nameSchema = boundedText({ min: 1, max: CALENDAR_LIMITS.feedName, pattern: NOT_BLANK }).meta({
  description: 'The name of the calendar in the program that shows it. At most 100 characters.',
  examples: ['Copper Pot'],
})

const includePosts = z.boolean().meta({
  description: 'Whether it shows the scheduled and published posts, too. Needs the scope `posts:read`.',
})

export const createCalendarFeedRequestSchema = z
  .object({ name: nameSchema, include_posts: includePosts.optional() })
  .meta({ id: 'CreateCalendarFeedRequest', description: 'A link to the calendar. Without posts by default.' })

export const calendarFeedSchema = z
  .object({
    feed_id: madeId('Unique id of the feed.'),
    name: z.string().meta({ description: 'The name of the calendar.' }),
    include_posts: includePosts,
    livemode: z.boolean().meta({ description: 'False for what a sandbox key (`pp_test_sk_`) made.' }),
    created_by: createdBySchema,
    created_at: timestamp('When it was created.'),
    last_read_at: timestamp('When its link was last read, to the hour. Absent: never.').optional(),
    ...warningsShape,
  })
  .meta({ id: 'CalendarFeed', description: 'A link by which a calendar program reads the calendar. Without the link.' })

export const createCalendarFeedResponseSchema = calendarFeedSchema
  .extend({
    url: z
      .url()
      .optional()
      .meta({
        description:
          'The link. It is a secret, shown only in the first response: who has it reads the calendar until the feed is deleted.',
        examples: [
          'https://api.example.com/api/v1/calendar/feeds/0199a1b2-0000-7000-8000-000000000051/calendar.ics?token=cal_3yTq',
        ],
      }),
  })
  .meta({ id: 'CreateCalendarFeedResponse', description: 'A new feed, with its link.' })

export const calendarFeedPageSchema = pageOf('CalendarFeedPage', 'A page of feeds.', calendarFeedSchema)

export const listCalendarFeedsQuerySchema = z.object(pageQuery)

export const calendarFeedPathSchema = z.object({ id: pathId('The `feed_id`.') })

export const downloadCalendarFeedQuerySchema = z.object({
  token: boundedText({ max: 128 }).optional().meta({ description: 'The secret of the link.' }),
})

export type CreateCalendarFeedRequest = z.output<typeof createCalendarFeedRequestSchema>
export type CreateCalendarFeedResponse = z.output<typeof createCalendarFeedResponseSchema>
export type CalendarFeed = z.output<typeof calendarFeedSchema>
