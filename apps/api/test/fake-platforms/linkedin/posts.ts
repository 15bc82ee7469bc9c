import { z } from 'zod'
import { decodeLittleText } from './little-text.ts'
import type { LinkedInPost, LinkedInReply, LinkedInState } from './state.ts'
import { complain, failed, work } from './state.ts'

const urn = (kinds: string) => z.string().regex(new RegExp(`^urn:li:(?:${kinds}):[\\w-]+$`))
const text = (max: number) => z.string().min(1).max(max)

const contentSchema = z.union([
  z.strictObject({
    media: z.strictObject({
      id: urn('image|video|document'),
      altText: text(4086).optional(),
      title: text(400).optional(),
    }),
  }),
  z.strictObject({
    multiImage: z.strictObject({
      images: z
        .array(z.strictObject({ id: urn('image'), altText: text(4086).optional() }))
        .min(2)
        .max(20),
    }),
  }),
  z.strictObject({
    article: z.strictObject({
      source: z.url(),
      title: text(400),
      description: text(4086).optional(),
      thumbnail: urn('image').optional(),
    }),
  }),
])

/** What may be in the body, as far as the adapter has to do with it: anything else is a mistake of its own. */
const postSchema = z.strictObject({
  author: urn('person|organization'),
  commentary: z.string(),
  visibility: z.enum(['PUBLIC', 'CONNECTIONS']),
  distribution: z.strictObject({
    feedDistribution: z.literal('MAIN_FEED'),
    targetEntities: z.array(z.never()),
    thirdPartyDistributionChannels: z.array(z.never()),
  }),
  content: contentSchema.optional(),
  lifecycleState: z.literal('PUBLISHED'),
  isReshareDisabledByAuthor: z.boolean(),
})

const LONGEST = 3000
const DUPLICATE_MS = 24 * 3600_000

/** `POST /rest/posts`: the only effect that people see. */
export function serveCreatePost(
  state: LinkedInState,
  json: unknown,
  mayPostAs: (urn: string) => boolean,
): LinkedInReply {
  const parsed = postSchema.safeParse(json)
  if (!parsed.success) return complain(state, `posts: ${z.prettifyError(parsed.error)}`)
  const { author, commentary, visibility, content, isReshareDisabledByAuthor: isReshareDisabled } = parsed.data
  if (!mayPostAs(author)) return failed(403, 'ACCESS_DENIED', 'Field Value validation failed: author')
  const { shown, hashtags, mentions, fault } = decodeLittleText(commentary)
  if (fault !== undefined) state.complaints.push(`commentary: ${fault} in ${commentary}`)
  if (shown.length > LONGEST || state.manner.refuseContent) {
    return failed(422, 'UNPROCESSABLE_ENTITY', 'commentary is not acceptable', inputErrors('INVALID_VALUE'))
  }
  const ids = idsOf(content)
  const { id: mediumId = '', title } = content && 'media' in content ? content.media : {}
  if (mediumId.startsWith('urn:li:document:') !== (title !== undefined))
    return complain(state, 'a title, and no document')
  for (const id of ids) {
    const asset = state.assets.get(id)
    if (asset?.owner !== author) return failed(400, 'INVALID_CONTENT', `media ${id} not found`)
    if (asset.state !== 'AVAILABLE') {
      work(asset)
      return failed(422, 'MEDIA', `media ${id} is not ready: ${asset.state}`)
    }
  }
  const isSame = (post: LinkedInPost) =>
    post.author === author &&
    post.commentary === commentary &&
    ids.length === 0 &&
    state.now() - post.createdAt < DUPLICATE_MS
  const same = state.posts.find(isSame)
  if (same) {
    const message = `Content is a duplicate of ${same.id}`
    return failed(422, 'UNPROCESSABLE_ENTITY', message, inputErrors('DUPLICATE_POST'))
  }
  const id = `urn:li:${ids.some((one) => one.startsWith('urn:li:video')) ? 'ugcPost' : 'share'}:${state.makeId()}`
  state.posts.push({
    id,
    author,
    commentary,
    shown,
    hashtags,
    mentions,
    visibility,
    isReshareDisabled,
    content,
    createdAt: state.now(),
    comments: [],
  })
  return { status: 201, headers: { 'x-restli-id': id } }
}

function inputErrors(code: string): object {
  return { errorDetails: { inputErrors: [{ code, description: code, input: {} }] } }
}

/** LinkedIn's ids of what a post shows. */
function idsOf(content: LinkedInPost['content']): string[] {
  if (!content) return []
  const { media, multiImage, article } = content
  return [media?.id, article?.thumbnail, ...(multiImage?.images ?? []).map(({ id }) => id)].flatMap((id) => id ?? [])
}

const LIST_FIELDS = ['q', 'author', 'start', 'count', 'sortBy']

/** `GET /rest/posts?q=author`: newest first, page by page; of organizations alone. */
export function serveListPosts(
  state: LinkedInState,
  query: URLSearchParams,
  mayPostAs: (urn: string) => boolean,
): LinkedInReply {
  const unknown = [...query.keys()].find((name) => !LIST_FIELDS.includes(name))
  const [start, count] = [Number(query.get('start') ?? 0), Number(query.get('count') ?? 10)]
  const author = query.get('author') ?? ''
  if (unknown !== undefined || query.get('q') !== 'author' || !(count >= 1 && count <= 100)) {
    return complain(state, `list: ${query}`)
  }
  if (!author.startsWith('urn:li:organization:') || !mayPostAs(author)) {
    state.complaints.push(`list: posts of ${author}`)
    return failed(403, 'ACCESS_DENIED', 'Not enough permissions to access: partnerApiPostsExternal.FINDER-author')
  }
  state.manner.lateBy -= 1
  const all = state.manner.lateBy >= 0 ? [] : state.posts.filter((post) => post.author === author).toReversed()
  const elements = all.slice(start, start + count).map(({ id, commentary, createdAt, content, visibility }) => {
    return {
      id,
      author,
      commentary,
      createdAt,
      publishedAt: createdAt,
      visibility,
      lifecycleState: 'PUBLISHED',
      content,
    }
  })
  const links = start + count < all.length ? [{ rel: 'next', type: 'application/json', href: '/rest/posts' }] : []
  return { status: 200, body: { paging: { start, count, links }, elements } }
}

const commentSchema = z.strictObject({
  actor: urn('person|organization'),
  object: z.string(),
  message: z.strictObject({ text: text(1250) }),
})

/** `POST /rest/socialActions/{urn}/comments`. */
export function serveComment(
  state: LinkedInState,
  {
    id,
    json,
    mayPostAs,
  }: { readonly id: string; readonly json: unknown; readonly mayPostAs: (urn: string) => boolean },
): LinkedInReply {
  const parsed = commentSchema.safeParse(json)
  if (!parsed.success) return complain(state, `comments: ${z.prettifyError(parsed.error)}`)
  const { actor, object, message } = parsed.data
  const post = state.posts.find((one) => one.id === id)
  if (!post) return failed(404, 'NOT_FOUND', 'The post does not exist')
  if (object !== id) return complain(state, `comments: object ${object}`)
  if (!mayPostAs(actor)) return failed(403, 'ACCESS_DENIED')
  post.comments.push({ actor, text: message.text })
  return { status: 201, headers: { 'x-restli-id': state.makeId() } }
}
