import type { PostItem, StepOptions } from '../port.ts'
import type { XApi } from './api.ts'
import { PATHS } from './endpoints.ts'
import { LIMITS } from './limits.ts'
import { isShownAs } from './shown-text.ts'
import type { ListedPost } from './wire.ts'
import { postListSchema } from './wire.ts'

interface FindOptions {
  readonly item: PostItem
  readonly since: Date
  readonly options: StepOptions
}

/**
 * The posts of the account since a time that say what an item says, newest first.
 *
 * @returns undefined when there are more posts than are read
 * @throws PlatformError when the list cannot be read
 */
export async function findSamePosts(
  api: XApi,
  { item, since, options }: FindOptions,
): Promise<readonly ListedPost[] | undefined> {
  const posts: ListedPost[] = []
  let next: string | undefined
  for (let page = 0; page < LIMITS.pages; page += 1) {
    const list = await api.ask(
      postListSchema,
      {
        method: 'GET',
        path: PATHS.postsOf(options.connection.platformAccountId),
        query: {
          max_results: String(LIMITS.postsPerPage),
          // To the second: X takes no fractions.
          start_time: since.toISOString().replace(/\.\d+Z$/, 'Z'),
          exclude: 'retweets',
          'tweet.fields': 'created_at,text,entities',
          ...(next !== undefined && { pagination_token: next }),
        },
      },
      options,
    )
    posts.push(...(list.data ?? []))
    next = list.meta.next_token
    if (next === undefined) {
      const isRecent = ({ created_at }: ListedPost) =>
        Date.parse(created_at) >= Math.floor(since.getTime() / 1000) * 1000
      return posts.filter((post) => isRecent(post) && isShownAs(item.content, post))
    }
  }
  return undefined
}
