import { z } from 'zod'
import { madeId, pathId, timestamp } from '../common/ids.ts'
import { platformSchema, postTypeSchema } from '../content/terms.ts'
import { postItemStatusSchema } from '../posts/terms.ts'
import { metricSchema, metricsShape } from './terms.ts'

/** Why a metric is not there, or is no longer read. */
export const METRIC_PROBLEMS = [
  'not_given',
  'not_collected',
  'permission',
  'connection',
  'gone',
  'no_platform_id',
  'platform_error',
] as const

export const metricProblemSchema = z.enum(METRIC_PROBLEMS).meta({
  id: 'MetricProblem',
  description:
    '`not_given`: the platform does not give it for this post. `not_collected`: this server does not collect the metrics of this platform. `permission`: the account lacks the permission to read it. `connection`: the connection was deleted or has expired. `gone`: the platform no longer has the post. `no_platform_id`: the platform has not given the id of the post. `platform_error`: the platform did not answer. New ones may be added.',
})

const unavailableSchema = z
  .object({
    metric: metricSchema,
    reason: metricProblemSchema,
    message: z.string().meta({ description: 'Why, and what can be done, in one sentence.' }),
  })
  .meta({
    id: 'UnavailableMetric',
    description: 'A metric that is not there. Of the documented three it is 0 in `metrics`.',
  })

export const itemMetricsSchema = z
  .object({ ...metricsShape, fetched_at: timestamp('When the platform was asked.') })
  .meta({ id: 'ItemMetrics', description: 'What a platform said of a posted item.' })

const collectionSchema = z
  .object({
    status: z.enum(['not_started', 'collecting', 'ended']).meta({
      description:
        '`not_started`: the item is not posted. `collecting`: the platform is asked 1, 6 and 24 hours after posting, then daily for 90 days. `ended`: it is asked no more.',
    }),
    next_at: timestamp('When the platform is asked next, about. Absent unless `collecting`.').optional(),
    problem: z
      .object({ reason: metricProblemSchema, message: z.string().meta({ description: 'In one sentence.' }) })
      .optional()
      .meta({ description: 'Why the last try gave nothing new. `metrics` is what was read before.' }),
  })
  .meta({ id: 'MetricCollection', description: 'How the metrics of an item are collected.' })

export const itemAnalyticsSchema = z
  .object({
    post_item_id: madeId('The item.'),
    post_type: postTypeSchema,
    platform: platformSchema,
    status: postItemStatusSchema,
    metrics: itemMetricsSchema
      .nullable()
      .meta({ description: 'The latest metrics; null when it is not posted, or nothing was read yet.' }),
    unavailable: z
      .array(unavailableSchema)
      .meta({ description: 'The metrics that are not there, each with the reason.' }),
    collection: collectionSchema,
    history: z
      .array(itemMetricsSchema)
      .optional()
      .meta({ description: 'With `include=history`: all that was read, the oldest first. At most 92.' }),
  })
  .meta({ id: 'ItemAnalytics', description: 'The metrics of an item.' })

export const itemAnalyticsQuerySchema = z.object({
  include: z.literal('history').optional().meta({ description: '`history`: also what was read before.' }),
})

export const itemAnalyticsPathSchema = z.object({ id: pathId('The `item_id`.') })

export type MetricProblem = (typeof METRIC_PROBLEMS)[number]
export type ItemMetrics = z.output<typeof itemMetricsSchema>
export type ItemAnalytics = z.output<typeof itemAnalyticsSchema>
