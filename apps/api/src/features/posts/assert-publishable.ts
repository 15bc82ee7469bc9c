import type { Trx } from '#db/types.ts'
import { AppError } from '#shared/app-error.ts'
import type { StoredItem } from './post-items.repository.ts'
import { findItems, holdItemMedia, mediaOf } from './post-items.repository.ts'
import type { StoredPost } from './posts.repository.ts'
import { preflightItems } from './preflight/preflight-items.ts'
import { toItemToCheck } from './preflight/to-item-to-check.ts'

interface Options {
  /** The items that are about to be posted. @default all */
  readonly itemIds?: readonly string[]
}

/**
 * Makes sure that the platforms would take a post that is locked, and keeps its media until the transaction ends. Answers its
 * items. Throws POST_NOT_PUBLISHABLE with every rule that is broken; warnings do not count.
 */
export async function assertPublishable(
  trx: Trx,
  post: Pick<StoredPost, 'id'>,
  { itemIds }: Options = {},
): Promise<StoredItem[]> {
  const before = await findItems(trx, post.id)
  const chosen = before.filter(({ id }) => itemIds?.includes(id) ?? true).map(({ id }) => id)
  const items = before.some((item) => mediaOf(item).length > 0) ? await holdFiles(trx, post, chosen) : before
  const { problems } = await preflightItems(items.map(toItemToCheck))
  const errors = problems.filter(({ severity, item }) => severity === 'error' && chosen.includes(items[item]?.id ?? ''))
  const [first] = errors
  if (!first) return items
  const details = errors.map(({ path, message }) => ({ path, message }))
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more, in details)` : ''
  throw new AppError('POST_NOT_PUBLISHABLE', `${first.path}: ${first.message}${more}`, { details })
}

/** Holds the files of items, and reads the items again: one may have been deleted before it was held. */
async function holdFiles(trx: Trx, post: Pick<StoredPost, 'id'>, itemIds: readonly string[]): Promise<StoredItem[]> {
  await holdItemMedia(trx, itemIds)
  return findItems(trx, post.id)
}
