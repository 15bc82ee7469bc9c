import type { Clock } from '#shared/clock.ts'
import type { PublishableItem, StepOptions } from '../port.ts'
import type { XApi } from './api.ts'
import { isGood } from './api.ts'
import { PATHS } from './endpoints.ts'
import { toFailure } from './errors.ts'
import { CLOCK_SKEW_MS, LIMITS, WORST_CLOCK_MS } from './limits.ts'
import { readJson } from './read-json.ts'
import { isShownAs } from './shown-text.ts'
import type { ListedPost } from './wire.ts'
import { postListSchema } from './wire.ts'

interface LookDependencies {
  readonly api: XApi
  readonly clock: Clock
}

interface LookOptions {
  readonly item: PublishableItem
  /** By our clock. */
  readonly since: Date
  readonly options: StepOptions
}

/** The posts of an account that say what an item says, newest first. */
export interface SamePosts {
  readonly posts: readonly ListedPost[]
  /** Whether a post is no older than a time of our clock, whatever X's says. */
  isSince(post: ListedPost, time: Date): boolean
}

/**
 * Looks for the posts of the account since a time that say what an item says.
 *
 * @returns undefined when there are more posts than are read
 * @throws PlatformError when the list cannot be read
 */
export async function findSamePosts(
  { api, clock }: LookDependencies,
  { item, since, options }: LookOptions,
): Promise<SamePosts | undefined> {
  const posts: ListedPost[] = []
  let next: string | undefined
  for (let page = 0; page < LIMITS.pages; page += 1) {
    const query = toQuery(new Date(since.getTime() - WORST_CLOCK_MS), next)
    const path = PATHS.postsOf(options.connection.platformAccountId)
    const answer = await api.send({ method: 'GET', path, query }, options)
    if (!isGood(answer)) throw toFailure(answer, clock)
    const list = postListSchema.parse(readJson(answer))
    posts.push(...(list.data ?? []))
    next = list.meta.next_token
    if (next !== undefined) continue
    // How far X's clock is ahead of ours: every answer says what it shows.
    const aheadMs = Date.parse(answer.headers['date'] ?? '') - clock.now().getTime() || 0
    const isSince = ({ created_at }: ListedPost, time: Date) =>
      Date.parse(created_at) >= time.getTime() + aheadMs - CLOCK_SKEW_MS
    const isSame = (post: ListedPost) => isShownAs(item.content, post) && isReplyTo(item.replyTo, post)
    return { posts: posts.filter((post) => isSame(post) && isSince(post, since)), isSince }
  }
  return undefined
}

/** The same text may stand in the thread before: what counts is what it follows. */
function isReplyTo(replyTo: string | undefined, { referenced_tweets: references = [] }: ListedPost): boolean {
  if (replyTo === undefined) return true
  return references.some(({ type, id }) => type === 'replied_to' && id === replyTo)
}

function toQuery(start: Date, next: string | undefined): Record<string, string> {
  return {
    max_results: String(LIMITS.postsPerPage),
    // To the second: X takes no fractions.
    start_time: start.toISOString().replace(/\.\d+Z$/, 'Z'),
    exclude: 'retweets',
    'tweet.fields': 'created_at,text,entities,referenced_tweets',
    ...(next !== undefined && { pagination_token: next }),
  }
}
