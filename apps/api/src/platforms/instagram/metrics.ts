import type { PostType } from '@powerpost/contract'
import { z } from 'zod'
import { isGood, readGraphError, readJson } from '../meta/index.ts'
import type { MeasuredPost, MetricsReader, MetricValues, PostToMeasure, StepOptions } from '../port.ts'
import { toMetricValues } from '../port.ts'
import type { AccountApi, InstagramApis } from './api.ts'
import { apiOf } from './api.ts'
import { PATHS } from './endpoints.ts'

/** Of each kind of media: https://developers.facebook.com/docs/instagram-platform/reference/instagram-media/insights (December 2026). */
const COMMON = ['views', 'reach', 'shares']
const METRICS_OF: Readonly<Partial<Record<PostType, readonly string[]>>> = {
  'instagram-feed': [...COMMON, 'likes', 'comments', 'saved'],
  'instagram-reel': [...COMMON, 'likes', 'comments', 'saved', 'ig_reels_video_view_total_time'],
  'instagram-story': [...COMMON, 'replies'],
}

const insightsSchema = z.object({
  data: z.array(
    z.object({
      name: z.string(),
      values: z.array(z.object({ value: z.number() })).optional(),
      total_value: z.object({ value: z.number() }).optional(),
    }),
  ),
})

const basicSchema = z.object({ like_count: z.number().optional(), comments_count: z.number().optional() })

/** Permission codes: 10, and 200-299. https://developers.facebook.com/docs/graph-api/guides/error-handling */
function isPermission(code: number | undefined): boolean {
  return code === 10 || (code !== undefined && code >= 200 && code <= 299)
}

/** The object does not exist, or may not be seen. */
const NO_OBJECT = { code: 100, subcode: 33 }

const MESSAGE =
  'The account was connected without the permission to read insights (instagram_business_manage_insights, or instagram_manage_insights behind a page). Connect it again to see them.'

/** Reads insights of media, one by one: Instagram takes no list. */
export function createInstagramMetrics(apis: InstagramApis): MetricsReader {
  return {
    batchSize: 1,
    async read(posts, options) {
      const account = apiOf(apis, options)
      const measured: MeasuredPost[] = []
      for (const post of posts) measured.push(await readPost(account, post, options))
      return measured
    },
  }
}

async function readPost({ api }: AccountApi, post: PostToMeasure, options: StepOptions): Promise<MeasuredPost> {
  const { itemId, platformPostId, postType } = post
  const path = `${PATHS.node(platformPostId)}/insights`
  const metric = (METRICS_OF[postType] ?? COMMON).join(',')
  const answer = await api.send({ method: 'GET', path, query: { metric } }, options)
  if (isGood(answer)) return { itemId, status: 'measured', values: toValues(insightsSchema.parse(readJson(answer))) }
  const said = readGraphError(answer)
  if (said?.code === NO_OBJECT.code && said.error_subcode === NO_OBJECT.subcode) return { itemId, status: 'gone' }
  if (!isPermission(said?.code)) throw api.errors.toFailure(answer)
  // Likes and comments are seen without it.
  const query = { fields: 'like_count,comments_count' }
  const basic = await api.ask(basicSchema, { method: 'GET', path: PATHS.node(platformPostId), query }, options)
  const values = { likes: basic.like_count, comments: basic.comments_count }
  return { itemId, status: 'measured', values: toMetricValues(values), missingPermission: MESSAGE }
}

function toValues({ data }: z.output<typeof insightsSchema>): MetricValues {
  const found = new Map(
    data.map(({ name, values = [], total_value }) => [name, total_value?.value ?? values[0]?.value]),
  )
  const watchedMs = found.get('ig_reels_video_view_total_time')
  return toMetricValues({
    views: found.get('views'),
    likes: found.get('likes'),
    comments: found.get('comments') ?? found.get('replies'),
    shares: found.get('shares'),
    saves: found.get('saved'),
    reach: found.get('reach'),
    watch_seconds: watchedMs === undefined ? undefined : Math.round(watchedMs / 1000),
  })
}
