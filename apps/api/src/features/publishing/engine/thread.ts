import type { Published } from '#platforms/port.ts'
import type { PostedColumns, PostingItem } from './items.repository.ts'
import { warnOf } from './warn-of.ts'

/** Which post of an item's thread is next: 0 is the item itself, and one more than there are when all are posted. */
export function nextPart({ posted_at, posted_parts }: Pick<PostingItem, 'posted_at' | 'posted_parts'>): number {
  return posted_at === null ? 0 : posted_parts.length + 1
}

/** The platform's id of the post that the next one of a thread follows. Undefined: it is the first. */
export function findReplyTo({ platform_post_id, posted_parts }: PostingItem): string | undefined {
  return posted_parts.at(-1)?.platform_post_id ?? platform_post_id ?? undefined
}

/** What of an item is posted, once the platform has its next post. */
export function addPosted(
  item: PostingItem,
  published: Extract<Published, { status: 'posted' }>,
  now: Date,
): PostedColumns {
  const { platformPostId, platformUrl, warnings: sentences = [] } = published
  const said = sentences.map((message) => warnOf(item, 'posted_differently', message))
  const warnings = [...item.warnings, ...said]
  const { platform_post_id, platform_url, posted_at, posted_parts } = item
  if (posted_at === null) {
    return {
      platform_post_id: platformPostId ?? null,
      platform_url: platformUrl ?? null,
      posted_at: now,
      posted_parts,
      warnings,
    }
  }
  if (platformPostId === undefined) throw new Error(`a post of the thread of ${item.id} has no id of its platform`)
  const part = {
    platform_post_id: platformPostId,
    ...(platformUrl !== undefined && { platform_url: platformUrl }),
    posted_at: now.toISOString(),
  }
  const parts = [...posted_parts, part]
  return { platform_post_id, platform_url, posted_at, posted_parts: parts, warnings }
}

/** How far the thread of an item that failed is posted, as a sentence. Empty: nothing is. */
export function sayPosted(item: PostingItem): string {
  const posted = nextPart(item)
  return posted === 0 ? '' : `${posted} of ${item.thread.length + 1} posts of the thread are posted. `
}
