import { z } from 'zod'
import { calendarDate, daysInRange, timeZoneQuery } from '../calendar/terms.ts'
import { madeId, timestamp } from '../common/ids.ts'
import { platformSchema, postTypeSchema } from '../content/terms.ts'
import { ANALYTICS_GROUPS, ANALYTICS_LIMITS, sumsShape } from './terms.ts'

const rangeShape = {
  from: calendarDate('The first day on which items were posted.'),
  to: calendarDate('The last day, included.'),
  time_zone: timeZoneQuery,
}

interface Range {
  readonly from: string
  readonly to: string
}

function checkRange({ from, to }: Range, context: z.RefinementCtx): void {
  const days = daysInRange(from, to)
  const { rangeDays } = ANALYTICS_LIMITS
  if (days > 0 && days <= rangeDays) return
  const message =
    days > 0
      ? `must be at most ${rangeDays - 1} days after from: a range has at most ${rangeDays} days`
      : 'must not be before from'
  context.addIssue({ code: 'custom', path: ['to'], message })
}

const groupBySchema = z
  .enum(ANALYTICS_GROUPS)
  .meta({ id: 'AnalyticsGroup', description: 'By what items are grouped: by the day on which they were posted, ...' })

export const summarizeAnalyticsQuerySchema = z
  .object({ ...rangeShape, group_by: groupBySchema.default('day') })
  .superRefine(checkRange)

const groupSchema = z
  .object({
    key: z.string().meta({
      description: 'A date, a platform, a post type or a `connection_id`, by `group_by`.',
      examples: ['2026-12-24'],
    }),
    name: z
      .string()
      .optional()
      .meta({ description: 'Of a connection: the name of its account.', examples: ['@powerpost'] }),
    ...sumsShape,
  })
  .meta({ id: 'AnalyticsSums', description: 'The latest metrics of a group of items, added up.' })

export const analyticsSummarySchema = z
  .object({
    from: calendarDate('The first day.'),
    to: calendarDate('The last day, included.'),
    time_zone: z
      .string()
      .meta({ description: 'The time zone in which days are counted.', examples: ['Europe/Berlin'] }),
    group_by: groupBySchema,
    totals: z.object(sumsShape).meta({ id: 'AnalyticsTotals', description: 'All items together.' }),
    groups: z.array(groupSchema).meta({
      description:
        'Days in their order, those without items too; others by views, the most first. Without a connection: the key is empty.',
    }),
  })
  .meta({ id: 'AnalyticsSummary', description: 'The metrics of the items that were posted in a range of days.' })

export const exportAnalyticsQuerySchema = z
  .object({
    ...rangeShape,
    format: z
      .enum(['csv', 'jsonl'])
      .default('csv')
      .meta({ description: '`csv`: RFC 4180, with a header. `jsonl`: JSON Lines, one object per line.' }),
    rows: z.enum(['items', 'snapshots']).default('items').meta({
      description: '`items`: a row per item with its latest metrics. `snapshots`: a row per time it was read.',
    }),
  })
  .superRefine(checkRange)

const given = z.int().nonnegative().nullable().meta({ description: 'Null: the platform does not give it.' })

export const analyticsRowSchema = z
  .object({
    item_id: madeId('The item.'),
    post_id: madeId('The post.'),
    platform: platformSchema,
    post_type: postTypeSchema,
    connection_id: z.string().nullable().meta({ description: 'The connection that it was posted to.' }),
    account: z.string().nullable().meta({ description: 'The name of its account.' }),
    posted_at: timestamp('When it was posted.'),
    date: calendarDate('The day of that in the time zone.'),
    platform_url: z.string().nullable().meta({ description: 'The public address of the post.' }),
    excerpt: z.string().nullable().meta({
      description: 'How its text begins: at most 100 characters. Null for a key without the scope `posts:read`.',
    }),
    fetched_at: timestamp('When the platform was asked.').nullable(),
    views: given,
    likes: given,
    comments: given,
    shares: given,
    saves: given,
    reach: given,
    clicks: given,
    watch_seconds: given,
  })
  .meta({ id: 'AnalyticsRow', description: 'A row of an export.' })

export type SummarizeAnalyticsQuery = z.output<typeof summarizeAnalyticsQuerySchema>
export type AnalyticsSummary = z.output<typeof analyticsSummarySchema>
export type AnalyticsSums = z.output<typeof groupSchema>
export type AnalyticsGroup = (typeof ANALYTICS_GROUPS)[number]
export type AnalyticsRow = z.output<typeof analyticsRowSchema>
export type ExportAnalyticsQuery = z.output<typeof exportAnalyticsQuerySchema>
