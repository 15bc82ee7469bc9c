import { advance } from './containers.ts'
import type { InstagramAccess, InstagramContainer, InstagramPost, InstagramReply, InstagramState } from './state.ts'
import { complain, graphError } from './state.ts'

const DAY_MS = 24 * 3600_000

/** `POST /{ig-user}/media_publish`: the only effect that people see. */
export async function servePublish(
  state: InstagramState,
  { userId }: InstagramAccess,
  form: Readonly<Record<string, string>>,
): Promise<InstagramReply> {
  const unknown = Object.keys(form).find((name) => name !== 'creation_id')
  if (unknown !== undefined) return complain(state, `publish: ${unknown}`)
  const container = state.containers.get(form['creation_id'] ?? '')
  if (container?.userId !== userId) return graphError(24, 2207006, 'The requested resource does not exist')
  if (container.isChild) return complain(state, 'a child is published')
  if (container.status === 'PUBLISHED') return complain(state, 'published twice')
  if (container.status === 'IN_PROGRESS') await advance(state, container)
  if (container.status === 'IN_PROGRESS') return graphError(9007, 2207027, 'The media is not ready for publishing')
  if (container.status !== 'FINISHED') return graphError(24, 2207008, 'The media container has expired')
  if (usedOf(state, userId) >= state.manner.quotaTotal) {
    return graphError(9, 2207042, 'You reached maximum number of posts that is allowed to be published')
  }
  if (state.manner.blocked > 0) {
    state.manner.blocked -= 1
    if (state.manner.blockedIsLive) publish(state, container)
    return graphError(4, 2207051, 'We restrict certain activity to protect our community')
  }
  return { status: 200, body: { id: publish(state, container).id } }
}

function publish(state: InstagramState, container: InstagramContainer): InstagramPost {
  const { userId, fields, kind, isVideo, children } = container
  container.status = 'PUBLISHED'
  const id = state.makeId()
  const inside = children.map((child) => state.containers.get(child)?.fields ?? {})
  const post: InstagramPost = {
    id,
    userId,
    caption: fields['caption'] ?? '',
    mediaType: kind === 'CAROUSEL' ? 'CAROUSEL_ALBUM' : isVideo ? 'VIDEO' : 'IMAGE',
    isStory: kind === 'STORIES',
    at: state.now(),
    permalink: `https://www.instagram.com/${isVideo ? 'reel' : 'p'}/${Number(id).toString(36)}/`,
    containers: [fields, ...inside],
    comments: [],
  }
  state.posts.push(post)
  return post
}

function usedOf(state: InstagramState, userId: string): number {
  const today = state.posts.filter((post) => post.userId === userId && state.now() - post.at < DAY_MS)
  return state.manner.quotaUsed + today.length
}

/** `GET /{ig-user}/content_publishing_limit`. */
export function serveLimit(state: InstagramState, { userId }: InstagramAccess, query: URLSearchParams): InstagramReply {
  if (query.get('fields') !== 'config,quota_usage') return complain(state, 'limit: fields')
  const config = { quota_total: state.manner.quotaTotal, quota_duration: DAY_MS / 1000 }
  return { status: 200, body: { data: [{ config, quota_usage: usedOf(state, userId) }] } }
}

const LIST_FIELDS = ['id', 'caption', 'media_type', 'media_product_type', 'timestamp', 'permalink']

/** `GET /{ig-user}/media` and `/stories`: newest first, page by page. */
export function serveList(
  state: InstagramState,
  { userId }: InstagramAccess,
  query: URLSearchParams,
  isStories: boolean,
): InstagramReply {
  const fields = (query.get('fields') ?? '').split(',')
  const limit = Number(query.get('limit') ?? 25)
  const unknown = [...query.keys()].find((name) => !['fields', 'limit', 'after'].includes(name))
  if (unknown !== undefined || !fields.every((name) => LIST_FIELDS.includes(name)) || !(limit >= 1 && limit <= 100)) {
    return complain(state, `list: ${query}`)
  }
  state.manner.lateBy -= 1
  const shown = (state.manner.lateBy >= 0 ? [] : state.posts)
    .filter((post) => post.userId === userId && post.isStory === isStories)
    .toReversed()
  const from = Number(query.get('after') ?? 0)
  const page = shown.slice(from, from + limit)
  const data = page.map((post) => ({
    id: post.id,
    ...(post.caption !== '' && { caption: post.caption }),
    media_type: post.mediaType,
    timestamp: new Date(post.at).toISOString().replace(/\.\d+Z$/, '+0000'),
    permalink: post.permalink,
  }))
  const isMore = from + limit < shown.length
  const paging = {
    cursors: { after: String(from + limit) },
    ...(isMore && { next: 'https://graph.instagram.com/next' }),
  }
  return { status: 200, body: { data, ...(data.length > 0 && { paging }) } }
}

/** `GET /{ig-media}`. */
export function servePost(state: InstagramState, post: InstagramPost, query: URLSearchParams): InstagramReply {
  if (query.get('fields') !== 'permalink') return complain(state, 'media: fields')
  return { status: 200, body: { id: post.id, permalink: post.permalink } }
}

/** `POST /{ig-media}/comments`. */
export function serveComment(
  state: InstagramState,
  post: InstagramPost,
  form: Readonly<Record<string, string>>,
): InstagramReply {
  const { message, ...unknown } = form
  if (message === undefined || Object.keys(unknown).length > 0) return complain(state, 'comment: fields')
  if (post.isStory) return complain(state, 'a comment on a story')
  post.comments.push(message)
  return { status: 200, body: { id: state.makeId() } }
}
