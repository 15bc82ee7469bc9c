import { findUrls, measureText } from '@powerpost/contract'
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { XPost, XReply, XState } from './state.ts'
import { INVALID, problem } from './state.ts'

/** What may be in the body, as far as an adapter of ours has to do with it: anything else is a mistake of its own. */
const createSchema = z
  .strictObject({
    text: z.string().optional(),
    media: z
      .strictObject({
        media_ids: z
          .array(z.string().regex(/^\d{1,19}$/))
          .min(1)
          .max(4),
      })
      .optional(),
    made_with_ai: z.boolean().optional(),
    reply: z.strictObject({ in_reply_to_tweet_id: z.string().regex(/^\d{1,19}$/) }).optional(),
    reply_settings: z.enum(['following', 'mentionedUsers', 'subscribers', 'verified']).optional(),
  })
  .refine(({ text = '', media }) => text !== '' || media !== undefined)

const DUPLICATE = 'You are not allowed to create a Tweet with duplicate content.'
const HOUR_MS = 3600_000

/** `POST /2/tweets`: the only effect that people see. */
export function serveCreatePost(state: XState, userId: string, json: unknown): XReply {
  const { manner, posts, uploads } = state
  const parsed = createSchema.safeParse(json)
  if (!parsed.success) {
    state.complaints.push(`tweets: ${z.prettifyError(parsed.error)}`)
    return problem(400, 'One or more parameters to your request was invalid.', INVALID)
  }
  const { text = '', media, made_with_ai = false, reply, reply_settings: replySettings } = parsed.data
  const replyTo = reply?.in_reply_to_tweet_id
  if (manner.broke) return problem(402, 'Your enrolled account does not have any credits to fulfill this request.')
  if (manner.suspended) return problem(403, 'Your account is suspended and is not permitted to access this feature.')
  if (manner.refuseContent || measureText(text, 'x_weighted') > 280) {
    return problem(403, 'You are not permitted to perform this action.')
  }
  const mediaIds = media?.media_ids ?? []
  const attached = mediaIds.map((id) => uploads.get(id))
  if (attached.some((one) => one?.userId !== userId || one.state !== 'succeeded' || one.endsAt < state.now())) {
    return problem(400, 'Your media IDs are invalid.', INVALID)
  }
  if (replyTo !== undefined && !posts.some(({ id }) => id === replyTo)) {
    return problem(403, 'You attempted to reply to a Tweet that is deleted or not visible to you.')
  }
  const isSame = (post: XPost) =>
    post.userId === userId && post.sent === text && state.now() - Date.parse(post.created_at) < HOUR_MS
  if (posts.some(isSame)) return problem(403, DUPLICATE)
  const post = makePost(state, { userId, text, mediaIds, madeWithAi: made_with_ai, replyTo, replySettings })
  posts.push(post)
  return { status: 201, body: { data: { id: post.id, text: post.text, edit_history_tweet_ids: [post.id] } } }
}

/** A post as X shows it: short links instead of addresses, one more for the media, three characters escaped. */
export function makePost(
  state: XState,
  {
    userId,
    text,
    mediaIds = [],
    madeWithAi = false,
    replyTo,
    replySettings,
  }: Pick<XPost, 'userId'> &
    Partial<Pick<XPost, 'mediaIds' | 'madeWithAi' | 'replyTo' | 'replySettings'>> & { text: string },
): XPost {
  const id = state.makeId()
  const urls: { url: string; expanded_url: string; media_key?: string }[] = []
  const shorten = () => `https://t.co/${randomBytes(5).toString('hex')}`
  let shown = ''
  let at = 0
  for (const { start, end } of findUrls(text)) {
    const link = text.slice(start, end)
    const url = shorten()
    urls.push({ url, expanded_url: /^https?:/i.test(link) ? link : `http://${link}` })
    shown += escape(text.slice(at, start)) + url
    at = end
  }
  shown += escape(text.slice(at))
  if (mediaIds.length > 0) {
    const url = shorten()
    urls.push({ url, expanded_url: `https://x.com/powerpost/status/${id}/photo/1`, media_key: `3_${mediaIds[0]}` })
    shown = `${shown} ${url}`.trim()
  }
  const created_at = new Date(state.now()).toISOString()
  const post = { id, userId, text: shown, sent: text, urls, created_at, at: performance.now(), mediaIds, madeWithAi }
  return { ...post, replyTo, replySettings }
}

const ALLOWED_QUERY = ['max_results', 'start_time', 'exclude', 'tweet.fields', 'pagination_token']

/** `GET /2/users/{id}/tweets`: newest first, page by page. */
export function serveListPosts(state: XState, userId: string, query: URLSearchParams): XReply {
  const unknown = [...query.keys()].find((name) => !ALLOWED_QUERY.includes(name))
  const limit = Number(query.get('max_results') ?? 10)
  const start = query.get('start_time') ?? ''
  if (unknown !== undefined || !(limit >= 5 && limit <= 100) || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(start)) {
    state.complaints.push(`list: ${query}`)
    return problem(400, 'One or more parameters to your request was invalid.', INVALID)
  }
  state.manner.lateBy -= 1
  const shown = (state.manner.lateBy >= 0 ? [] : state.posts)
    .filter((post) => post.userId === userId && post.created_at >= start.replace('Z', '.000Z'))
    .filter((post) => performance.now() - post.at >= state.manner.lagMs)
    .toReversed()
  const from = Number(query.get('pagination_token') ?? 0)
  const page = shown.slice(from, from + limit)
  const next_token = from + limit < shown.length ? String(from + limit) : undefined
  const fields = (query.get('tweet.fields') ?? '').split(',')
  const data = page.map(({ id, text, created_at, urls, replyTo }) => ({
    id,
    text,
    ...(fields.includes('created_at') && { created_at }),
    ...(fields.includes('referenced_tweets') &&
      replyTo !== undefined && { referenced_tweets: [{ type: 'replied_to', id: replyTo }] }),
    ...(fields.includes('entities') && urls.length > 0 && { entities: { urls } }),
  }))
  return { status: 200, body: { ...(data.length > 0 && { data }), meta: { result_count: data.length, next_token } } }
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
