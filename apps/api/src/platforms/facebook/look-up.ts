import type { Clock } from '#shared/clock.ts'
import type { GraphApi } from '../meta/index.ts'
import { isGood, readJson } from '../meta/index.ts'
import type { PublishableItem, StepOptions } from '../port.ts'
import type { FacebookCheckpoint } from './checkpoint.ts'
import { PATHS } from './endpoints.ts'
import { CLOCK_SKEW_MS, LIMITS, WORST_CLOCK_MS } from './limits.ts'
import type { ListedPost } from './wire.ts'
import { feedSchema, storiesSchema } from './wire.ts'

interface LookDependencies {
  readonly api: GraphApi
  readonly clock: Clock
}

interface LookOptions {
  readonly item: PublishableItem<'facebook'>
  readonly checkpoint: FacebookCheckpoint
  /** By our clock. */
  readonly since: Date
  readonly options: StepOptions
}

/** The posts of a page that are what an item is, newest first. */
export interface SamePosts {
  readonly posts: readonly ListedPost[]
  /** Whether a post is no older than a time of our clock, whatever Facebook's says. */
  isSince(post: ListedPost, time: Date): boolean
}

/**
 * Looks through what the page itself published since a time. A post with photos is known by them, whatever its text: they were uploaded
 * for this item alone.
 *
 * @returns undefined when there are more posts than are read
 * @throws PlatformError when the list cannot be read
 */
export async function findSamePosts(
  { api, clock }: LookDependencies,
  { item, checkpoint, since, options }: LookOptions,
): Promise<SamePosts | undefined> {
  const posts: ListedPost[] = []
  const start = Math.floor((since.getTime() - WORST_CLOCK_MS) / 1000)
  let after: string | undefined
  for (let page = 0; page < LIMITS.pages; page += 1) {
    const query = {
      fields: 'id,message,created_time,attachments{target{id},subattachments{target{id}}}',
      limit: String(LIMITS.postsPerPage),
      since: String(start),
      ...(after !== undefined && { after }),
    }
    const path = PATHS.publishedPosts(options.connection.platformAccountId)
    const answer = await api.send({ method: 'GET', path, query }, options)
    if (!isGood(answer)) throw api.errors.toFailure(answer)
    const { data, paging } = feedSchema.parse(readJson(answer))
    posts.push(...data)
    after = paging?.next === undefined ? undefined : paging.cursors?.after
    if (after !== undefined) continue
    if (paging?.next !== undefined) return undefined
    // How far Facebook's clock is ahead of this server's: every answer has its time.
    const aheadMs = Date.parse(answer.headers['date'] ?? '') - clock.now().getTime() || 0
    const isSince = ({ created_time }: ListedPost, time: Date) =>
      Date.parse(created_time) >= time.getTime() + aheadMs - CLOCK_SKEW_MS
    const photoIds = checkpoint.photos.map(({ id }) => id)
    const isSame = (post: ListedPost) =>
      photoIds.length > 0 ? hasPhotos(post, photoIds) : isShownAs(item.content, post) && isSince(post, since)
    return { posts: posts.filter(isSame), isSince }
  }
  return undefined
}

function hasPhotos({ attachments }: ListedPost, photoIds: readonly string[]): boolean {
  const shown = (attachments?.data ?? [])
    .flatMap(({ target, subattachments }) => [target?.id, ...(subattachments?.data ?? []).map((one) => one.target?.id)])
    .filter((id) => id !== undefined)
  return shown.some((id) => photoIds.includes(id))
}

/** Facebook shows a text as it was sent, but for spaces at its ends and in rows. */
function isShownAs(content: string, { message }: ListedPost): boolean {
  return normalize(content) === normalize(message)
}

function normalize(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
}

/** The story of a photo; undefined: the page has none. */
export async function findStory(
  { api }: LookDependencies,
  photoId: string,
  options: StepOptions,
): Promise<string | undefined> {
  const path = PATHS.stories(options.connection.platformAccountId)
  const query = { fields: 'post_id,media_id', limit: String(LIMITS.postsPerPage) }
  const { data } = await api.ask(storiesSchema, { method: 'GET', path, query }, options)
  return data.find(({ media_id }) => media_id === photoId)?.post_id
}
