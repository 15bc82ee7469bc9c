import { z } from 'zod'
import type { MeasuredPost, MetricsReader } from '../port.ts'
import { toMetricValues } from '../port.ts'
import type { YouTubeApi } from './api.ts'
import { PATHS } from './endpoints.ts'
import type { Quotas } from './quotas.ts'
import { leaveRoom } from './quotas.ts'

/** Videos of one question, which costs one unit: https://developers.google.com/youtube/data/reference/rest/v3/videos/list (December 2026). */
const BATCH_SIZE = 50

/** The share of the day's units that reading may see used up: publishing needs the rest. */
const MOST_USED = 0.5

const count = z.string().regex(/^\d+$/).transform(Number).optional()

const answerSchema = z.object({
  items: z
    .array(
      z.object({
        id: z.string(),
        statistics: z.object({ viewCount: count, likeCount: count, commentCount: count }).optional(),
      }),
    )
    .default([]),
})

interface Dependencies {
  readonly api: YouTubeApi
  readonly quotas: Quotas
}

/** Reads the statistics of videos. YouTube leaves out what was deleted, and likes where the channel hides them. */
export function createYouTubeMetrics({ api, quotas }: Dependencies): MetricsReader {
  return {
    batchSize: BATCH_SIZE,
    async read(posts, options) {
      await leaveRoom(quotas, MOST_USED)
      const query = {
        part: 'statistics',
        id: posts.map(({ platformPostId }) => platformPostId).join(','),
      }
      const cost = { quota: 'units', amount: 1 } as const
      const { items } = await api.ask(answerSchema, { method: 'GET', to: { api: PATHS.videos }, query, cost }, options)
      const videos = new Map(items.map((video) => [video.id, video.statistics ?? {}]))
      return posts.map(({ itemId, platformPostId }): MeasuredPost => {
        const video = videos.get(platformPostId)
        if (!video) return { itemId, status: 'gone' }
        const { viewCount: views, likeCount: likes, commentCount: comments } = video
        return { itemId, status: 'measured', values: toMetricValues({ views, likes, comments }) }
      })
    },
  }
}
