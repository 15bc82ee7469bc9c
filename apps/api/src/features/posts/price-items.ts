import type { PostItemsTable } from '#db/types.ts'
import type { Platform, PricedPost } from '@powerpost/contract'
import type { Selectable } from 'kysely'

/** An item as far as the price depends on it. */
export interface PricedItem {
  readonly platform: Platform
  /** How many posts it makes in all: what follows in its thread, and on X a first comment, are posts of their own. */
  readonly furtherPosts: number
}

/** What is priced of some items. */
export function toPricedPost(items: readonly PricedItem[]): PricedPost {
  const onX = items.filter(({ platform }) => platform === 'x')
  return {
    platforms: items.map(({ platform }) => platform),
    furtherXPosts: onX.reduce((sum, { furtherPosts }) => sum + furtherPosts, 0),
  }
}

type Row = Pick<Selectable<PostItemsTable>, 'platform' | 'thread' | 'first_comment'>

/** An item with all that it is to make. */
export function priceWhole({ platform, thread, first_comment }: Row): PricedItem {
  return { platform, furtherPosts: thread.length + (first_comment === null ? 0 : 1) }
}

/** An item with what of it is posted. */
export function pricePosted(
  item: Row & Pick<Selectable<PostItemsTable>, 'status' | 'posted_parts' | 'warnings'>,
): PricedItem {
  const { platform, status, posted_parts, first_comment, warnings } = item
  const isCommented =
    first_comment !== null &&
    status === 'posted' &&
    !warnings.some(({ code }) => code === 'first_comment_not_posted' || code === 'first_comment_unknown')
  return { platform, furtherPosts: posted_parts.length + (isCommented ? 1 : 0) }
}

/** Whether anything of an item is posted: the item, or the beginning of its thread. */
export function isAnyPosted({ posted_at }: Pick<Selectable<PostItemsTable>, 'posted_at'>): boolean {
  return posted_at !== null
}
