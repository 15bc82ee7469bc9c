import { z } from 'zod'
import type { GraphApi } from '../meta/index.ts'
import { isGood, readGraphError, readJson } from '../meta/index.ts'
import type { MeasuredPost, MetricsReader, MetricValues, PostToMeasure, StepOptions } from '../port.ts'
import { toMetricValues } from '../port.ts'
import { PATHS } from './endpoints.ts'

/**
 * Of posts, since the `*_impressions*` names are gone (v23-v25):
 * https://developers.facebook.com/docs/graph-api/reference/insights (December 2026).
 */
const POST_METRICS = ['post_media_view', 'post_total_media_view_unique', 'post_clicks']

const totalSchema = z.object({ summary: z.object({ total_count: z.number().nonnegative() }) })

/** What anybody who sees the post sees. */
const basicSchema = z.object({
  shares: z.object({ count: z.number().nonnegative() }).optional(),
  reactions: totalSchema.optional(),
  comments: totalSchema.optional(),
})

const FIELDS = 'shares,reactions.summary(total_count).limit(0),comments.summary(total_count).limit(0)'
/** A video has no shares of its own. */
const VIDEO_FIELDS = 'likes.summary(total_count).limit(0),comments.summary(total_count).limit(0)'
const videoSchema = z.object({ likes: totalSchema.optional(), comments: totalSchema.optional() })

const insightsSchema = z.object({
  data: z.array(z.object({ name: z.string(), values: z.array(z.object({ value: z.unknown() })).optional() })),
})

const NO_OBJECT = { code: 100, subcode: 33 }

const MESSAGE =
  'The page was connected without the permission to read insights (read_insights). Connect it again to see them.'

/** Reads insights of posts and videos of a page, one by one. */
export function createFacebookMetrics(api: GraphApi): MetricsReader {
  return {
    batchSize: 1,
    async read(posts, options) {
      const measured: MeasuredPost[] = []
      for (const post of posts) measured.push(await readPost(api, post, options))
      return measured
    },
  }
}

async function readPost(api: GraphApi, post: PostToMeasure, options: StepOptions): Promise<MeasuredPost> {
  const { itemId, platformPostId } = post
  // A post is `{page}_{post}`; videos and reels have a number of their own.
  const isVideo = !platformPostId.includes('_')
  const path = PATHS.object(platformPostId)
  const seen = await api.send({ method: 'GET', path, query: { fields: isVideo ? VIDEO_FIELDS : FIELDS } }, options)
  if (!isGood(seen)) {
    const said = readGraphError(seen)
    if (said?.code === NO_OBJECT.code && said.error_subcode === NO_OBJECT.subcode) return { itemId, status: 'gone' }
    throw api.errors.toFailure(seen)
  }
  const basic = isVideo ? toVideoValues(readJson(seen)) : toBasicValues(readJson(seen))
  const answer = await api.send(
    {
      method: 'GET',
      path: `${path}/${isVideo ? 'video_insights' : 'insights'}`,
      query: isVideo ? {} : { metric: POST_METRICS.join(',') },
    },
    options,
  )
  if (isGood(answer)) {
    const insights = toInsightValues(insightsSchema.parse(readJson(answer)))
    return { itemId, status: 'measured', values: { ...basic, ...insights } }
  }
  if (!isPermission(readGraphError(answer)?.code)) throw api.errors.toFailure(answer)
  return { itemId, status: 'measured', values: basic, missingPermission: MESSAGE }
}

function isPermission(code: number | undefined): boolean {
  return code === 10 || (code !== undefined && code >= 200 && code <= 299)
}

function toBasicValues(answer: unknown): MetricValues {
  const { shares, reactions, comments } = basicSchema.parse(answer)
  // Facebook leaves `shares` out when there are none.
  return toMetricValues({
    likes: reactions?.summary.total_count,
    comments: comments?.summary.total_count,
    shares: shares?.count ?? 0,
  })
}

function toVideoValues(answer: unknown): MetricValues {
  const { likes, comments } = videoSchema.parse(answer)
  return toMetricValues({ likes: likes?.summary.total_count, comments: comments?.summary.total_count })
}

function toInsightValues({ data }: z.output<typeof insightsSchema>): MetricValues {
  const found = new Map(data.map(({ name, values = [] }) => [name, values[0]?.value]))
  const first = (...names: readonly string[]) => {
    const value = names.map((name) => found.get(name)).find((one) => typeof one === 'number')
    return typeof value === 'number' ? value : undefined
  }
  const watchedMs = first('post_video_view_time', 'total_video_view_total_time')
  return toMetricValues({
    views: first('post_media_view', 'fb_reels_total_plays', 'blue_reels_play_count', 'total_video_views'),
    reach: first('post_total_media_view_unique', 'total_video_views_unique'),
    clicks: first('post_clicks'),
    watch_seconds: watchedMs === undefined ? undefined : Math.round(watchedMs / 1000),
  })
}
