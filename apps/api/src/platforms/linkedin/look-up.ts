import type { Clock } from '#shared/clock.ts'
import type { PublishableItem, StepOptions } from '../port.ts'
import type { LinkedInApi } from './api.ts'
import { authorOf } from './author.ts'
import type { LinkedInCheckpoint } from './checkpoint.ts'
import { PATHS } from './endpoints.ts'
import { toFailure } from './errors.ts'
import { CLOCK_SKEW_MS, LIMITS } from './limits.ts'
import { readLittleText } from './little-text.ts'
import { isGood, readJson } from './read-json.ts'
import type { ListedPost } from './wire.ts'
import { postListSchema } from './wire.ts'

interface LookDependencies {
  readonly api: LinkedInApi
  readonly clock: Clock
  readonly version: string
}

interface LookOptions {
  readonly item: PublishableItem<'linkedin'>
  readonly checkpoint: LinkedInCheckpoint
  /** By our clock. */
  readonly since: Date
  readonly options: StepOptions
}

/** The posts of an organization that are what an item is, newest first. */
export interface SamePosts {
  readonly posts: readonly ListedPost[]
  /** Whether a post is no older than a time of our clock, whatever LinkedIn's says. */
  isSince(post: ListedPost, time: Date): boolean
}

/**
 * Looks through the posts of an organization. One with media is known by them, whatever its text: they were uploaded for this item
 * alone. https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api#find-posts-by-authors
 *
 * @returns undefined when there are more posts than are read
 * @throws PublishError when the list cannot be read
 */
export async function findSamePosts(
  { api, clock, version }: LookDependencies,
  { item, checkpoint, since, options }: LookOptions,
): Promise<SamePosts | undefined> {
  const same: ListedPost[] = []
  const urns = checkpoint.assets.map(({ urn }) => urn)
  for (let page = 0; page < LIMITS.pages; page += 1) {
    const start = page * LIMITS.postsPerPage
    const author = encodeURIComponent(authorOf(options.connection))
    const query = `q=author&author=${author}&start=${start}&count=${LIMITS.postsPerPage}&sortBy=CREATED`
    const answer = await api.send({ method: 'GET', path: PATHS.posts, query, restMethod: 'FINDER' }, options)
    if (!isGood(answer)) throw toFailure(answer, { clock, version })
    const { elements, paging } = postListSchema.parse(readJson(answer))
    // How far LinkedIn's clock is ahead of ours: every answer says what it shows.
    const aheadMs = Date.parse(answer.headers['date'] ?? '') - clock.now().getTime() || 0
    const isSince = (post: ListedPost, time: Date) => timeOf(post) >= time.getTime() + aheadMs - CLOCK_SKEW_MS
    const isSame = (post: ListedPost) =>
      urns.length > 0 ? hasAsset(post, urns) : isShownAs(item.content, post) && isSince(post, since)
    same.push(...elements.filter(isSame))
    // Newest first: what follows is older still.
    const isPast = elements.some((post) => !isSince(post, since))
    const hasMore = paging?.links.some(({ rel }) => rel === 'next') ?? elements.length === LIMITS.postsPerPage
    if (isPast || !hasMore) return { posts: same, isSince }
  }
  return undefined
}

function timeOf({ publishedAt, createdAt }: ListedPost): number {
  return publishedAt ?? createdAt ?? 0
}

function hasAsset({ content }: ListedPost, urns: readonly string[]): boolean {
  const { media, multiImage, article } = content ?? {}
  const shown = [media?.id, article?.thumbnail, ...(multiImage?.images ?? []).map(({ id }) => id)]
  return shown.some((id) => id !== undefined && urns.includes(id))
}

/** LinkedIn shows a text as it was sent, but for spaces at its ends and in rows. */
function isShownAs(content: string, { commentary }: ListedPost): boolean {
  return normalize(content) === normalize(readLittleText(commentary))
}

function normalize(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
}
