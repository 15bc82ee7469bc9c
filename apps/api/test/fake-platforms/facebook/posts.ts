import type { GraphCall, GraphReply, GraphRoute } from '#platforms/meta/testing/index.ts'
import { graphError } from '#platforms/meta/testing/index.ts'
import type { FacebookState } from './state.ts'

const HOST = 'graph.facebook.com'
const DAY_MS = 24 * 3600_000
const POSTING = ['pages_manage_posts', 'pages_read_engagement']

const DUPLICATE = graphError(506, { message: '(#506) Duplicate status message' })
export const POLICY = graphError(368, { message: 'The action attempted has been deemed abusive', status: 403 })

/** Refuses a token of another page, or of a person. */
export function refuseOther({ token, id }: GraphCall): GraphReply | undefined {
  if (token?.kind === 'page' && token.ownerId === id) return undefined
  return graphError(200, { message: '(#200) The user has not authorized the application', status: 403 })
}

/** Texts, links, photos and photo stories. */
export function postRoutes(state: FacebookState): readonly GraphRoute[] {
  return [
    {
      host: HOST,
      name: 'POST /:id/photos',
      step: 'prepare',
      scopes: POSTING,
      fields: ['published', 'alt_text_custom'],
      serve: servePhoto,
    },
    {
      host: HOST,
      name: 'POST /:id/feed',
      step: 'publish',
      scopes: POSTING,
      fields: ['message', 'link', 'place', 'attached_media'],
      serve: serveFeedPost,
    },
    {
      host: HOST,
      name: 'GET /:id/published_posts',
      step: 'look up',
      scopes: ['pages_read_engagement'],
      fields: ['fields', 'limit', 'since', 'after'],
      serve: serveFeed,
    },
    {
      host: HOST,
      name: 'POST /:id/photo_stories',
      step: 'publish',
      scopes: POSTING,
      fields: ['photo_id'],
      serve: servePhotoStory,
    },
    {
      host: HOST,
      name: 'GET /:id/stories',
      step: 'look up',
      scopes: ['pages_read_engagement'],
      fields: ['fields', 'limit'],
      serve: serveStories,
    },
    {
      host: HOST,
      name: 'POST /:id/comments',
      step: 'comment',
      scopes: ['pages_manage_engagement'],
      fields: ['message'],
      serve: serveComment,
    },
  ]

  function servePhoto(call: GraphCall): GraphReply {
    const { fields, file, id: pageId } = call
    const refused = refuseOther(call)
    if (refused) return refused
    if (fields.get('published') !== 'false') return state.complain('photos: a photo that people see at once')
    if (!file || file.size === 0) return state.complain('photos: no file')
    if (!['image/jpeg', 'image/png'].includes(file.type)) return graphError(324, { subcode: 2069019 })
    const altText = fields.get('alt_text_custom') ?? undefined
    const id = state.makeId()
    state.photos.set(id, { id, pageId, altText, bytes: file.size, at: state.now() })
    return { status: 200, body: { id } }
  }

  /** A photo that can be put into a post: of the page, not older than a day, in no other post. */
  function findPhoto(pageId: string, id: string) {
    const photo = state.photos.get(id)
    const isGood = photo?.pageId === pageId && photo.postId === undefined && state.now() - photo.at < DAY_MS
    return isGood ? photo : undefined
  }

  function serveFeedPost(call: GraphCall): GraphReply {
    const { fields, id: pageId } = call
    const refused = refuseOther(call)
    if (refused) return refused
    const message = fields.get('message') ?? ''
    const attached = [...fields].filter(([name]) => name.startsWith('attached_media')).map(([, value]) => value)
    const photos = attached.map((value) => findPhoto(pageId, (JSON.parse(value) as { media_fbid: string }).media_fbid))
    if (photos.includes(undefined)) return graphError(100, { subcode: 33, message: 'An attached photo is gone' })
    if (message === '' && photos.length === 0 && !fields.has('link')) return state.complain('feed: nothing to post')
    if (fields.has('link') && photos.length > 0) return state.complain('feed: a link with media')
    if (state.facebook.refuseContent) return POLICY
    const isSame = (post: FacebookState['posts'][number]) =>
      post.pageId === pageId && post.message === message && photos.length === 0 && state.now() - post.createdAt < 60_000
    if (message !== '' && state.posts.some(isSame) && state.refuseDuplicates) return DUPLICATE
    const id = `${pageId}_${state.makeId()}`
    const photoIds = photos.flatMap((photo) => photo?.id ?? [])
    for (const photo of photos) if (photo) photo.postId = id
    const rest = Object.fromEntries([...fields].filter(([name]) => name === 'link' || name === 'place'))
    state.show({ id, pageId, kind: 'feed', message, photoIds, fields: rest })
    return { status: 200, body: { id } }
  }

  function serveFeed(call: GraphCall): GraphReply {
    const { fields, id: pageId } = call
    const since = Number(fields.get('since') ?? 0) * 1000
    state.facebook.lateBy -= 1
    const shown = (state.facebook.lateBy >= 0 ? [] : state.posts)
      .filter((post) => post.pageId === pageId && post.kind === 'feed' && post.createdAt >= since)
      .toReversed()
    const from = Number(fields.get('after') ?? 0)
    const limit = Math.min(100, Number(fields.get('limit') ?? 25))
    const data = shown.slice(from, from + limit).map(({ id, message, createdAt, photoIds }) => ({
      id,
      ...(message !== '' && { message }),
      created_time: new Date(createdAt).toISOString().replace(/\.\d+Z$/, '+0000'),
      ...(photoIds.length > 0 && { attachments: { data: [showPhotos(photoIds)] } }),
    }))
    const next = from + limit < shown.length && { next: `https://${HOST}/next` }
    return { status: 200, body: { data, paging: { cursors: { after: String(from + limit) }, ...next } } }
  }

  function showPhotos(photoIds: readonly string[]): object {
    const [only, ...others] = photoIds.map((id) => ({ target: { id } }))
    return others.length === 0 ? { ...only } : { target: {}, subattachments: { data: [only, ...others] } }
  }

  function servePhotoStory(call: GraphCall): GraphReply {
    const { fields, id: pageId } = call
    const refused = refuseOther(call)
    if (refused) return refused
    const photo = findPhoto(pageId, fields.get('photo_id') ?? '')
    if (!photo) return graphError(100, { subcode: 33, message: 'The photo is gone, or in another post' })
    if (state.facebook.refuseContent) return POLICY
    const id = state.makeId()
    photo.postId = id
    state.show({ id, pageId, kind: 'photo_story', message: '', photoIds: [photo.id], fields: {} })
    return { status: 200, body: { success: true, post_id: id } }
  }

  function serveStories({ id: pageId }: GraphCall): GraphReply {
    const stories = state.posts.filter((post) => post.pageId === pageId && post.kind.endsWith('story'))
    const data = stories.map(({ id, photoIds }) => ({ post_id: id, media_id: photoIds[0] ?? id }))
    return { status: 200, body: { data } }
  }

  function serveComment({ id, fields, token }: GraphCall): GraphReply {
    const post = state.posts.find((one) => one.id === id)
    if (!post || token?.ownerId !== post.pageId) return graphError(100, { subcode: 33, message: 'Unsupported post' })
    post.comments.push(fields.get('message') ?? '')
    return { status: 200, body: { id: `${id}_${state.makeId()}` } }
  }
}
