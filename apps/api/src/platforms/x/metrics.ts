import { z } from 'zod'
import type { MeasuredPost, MetricsReader, MetricValues } from '../port.ts'
import { toMetricValues } from '../port.ts'
import type { XApi } from './api.ts'
import { PATHS } from './endpoints.ts'

/** Posts of one question: https://docs.x.com/x-api/posts/get-posts-by-ids (December 2026). */
const BATCH_SIZE = 100

const count = z.number().nonnegative().optional()

/** https://docs.x.com/x-api/fundamentals/metrics: what anybody may see. */
const metricsSchema = z.object({
  like_count: count,
  reply_count: count,
  retweet_count: count,
  quote_count: count,
  bookmark_count: count,
  impression_count: count,
})

const answerSchema = z.object({
  data: z.array(z.object({ id: z.string(), public_metrics: metricsSchema.optional() })).optional(),
  errors: z.array(z.object({ resource_id: z.string().optional(), type: z.string().optional() })).optional(),
})

/** Of a post that was deleted, or that its account no longer shows. */
const GONE = /resource-not-found|not-authorized-for-resource/

/** Reads the public metrics of posts. X charges for each post that it answers. */
export function createXMetrics(api: XApi): MetricsReader {
  return {
    batchSize: BATCH_SIZE,
    async read(posts, options) {
      const ids = posts.map(({ platformPostId }) => platformPostId).join(',')
      const query = { ids, 'tweet.fields': 'public_metrics' }
      const { data = [], errors = [] } = await api.ask(
        answerSchema,
        { method: 'GET', path: PATHS.posts, query },
        options,
      )
      const metrics = new Map(data.map(({ id, public_metrics }) => [id, public_metrics]))
      const gone = new Set(errors.flatMap(({ resource_id, type = '' }) => (GONE.test(type) && resource_id) || []))
      return posts.flatMap(({ itemId, platformPostId }): MeasuredPost[] => {
        const found = metrics.get(platformPostId)
        if (found) return [{ itemId, status: 'measured', values: toValues(found) }]
        return gone.has(platformPostId) ? [{ itemId, status: 'gone' }] : []
      })
    },
  }
}

function toValues(found: z.output<typeof metricsSchema>): MetricValues {
  const { impression_count: views, like_count: likes, reply_count: comments, bookmark_count: saves } = found
  const { retweet_count, quote_count } = found
  const shares =
    retweet_count === undefined && quote_count === undefined ? undefined : (retweet_count ?? 0) + (quote_count ?? 0)
  return toMetricValues({ views, likes, comments, shares, saves })
}
