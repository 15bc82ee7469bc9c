import { z } from 'zod'
import type { MeasuredPost, MetricsReader } from '../port.ts'
import { toMetricValues } from '../port.ts'
import type { TikTokApi } from './api.ts'
import { isGood } from './api.ts'
import { PATHS } from './endpoints.ts'
import { readCode } from './errors.ts'
import { readJson } from './read-json.ts'

/** Videos of one question: https://developers.tiktok.com/doc/tiktok-api-v2-video-query (December 2026). */
const BATCH_SIZE = 20

const count = z.number().nonnegative().optional()

const answerSchema = z.object({
  data: z.object({
    videos: z.array(
      z.object({ id: z.string(), view_count: count, like_count: count, comment_count: count, share_count: count }),
    ),
  }),
})

const PATH = `${PATHS.videoQuery}?fields=id,view_count,like_count,comment_count,share_count`

const MESSAGE =
  'The account was connected without the permission to read its videos (video.list): the operator of this server sets POWERPOST_TIKTOK_SCOPES, and the account is connected again.'

/** Reads the counts of public videos. TikTok leaves out what is private, in moderation, or deleted. */
export function createTikTokMetrics(
  api: TikTokApi,
  toFailure: (answer: Parameters<typeof isGood>[0]) => Error,
): MetricsReader {
  return {
    batchSize: BATCH_SIZE,
    async read(posts, options) {
      const json = { filters: { video_ids: posts.map(({ platformPostId }) => platformPostId) } }
      const answer = await api.send(PATH, json, options)
      if (readCode(answer) === 'scope_not_authorized') {
        return posts.map(({ itemId }) => ({ itemId, status: 'withheld', message: MESSAGE }))
      }
      if (!isGood(answer)) throw toFailure(answer)
      const videos = new Map(answerSchema.parse(readJson(answer)).data.videos.map((video) => [video.id, video]))
      return posts.map(({ itemId, platformPostId }): MeasuredPost => {
        const video = videos.get(platformPostId)
        if (!video) return { itemId, status: 'gone' }
        const { view_count: views, like_count: likes, comment_count: comments, share_count: shares } = video
        return { itemId, status: 'measured', values: toMetricValues({ views, likes, comments, shares }) }
      })
    },
  }
}
