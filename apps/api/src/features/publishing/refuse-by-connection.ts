import type { StoredConnection } from '#features/connections/index.ts'
import { signInPlatformOf } from '#features/connections/index.ts'
import { laneOf } from '#features/pauses/index.ts'
import type { MediaAddress, StoredItem } from '#features/posts/index.ts'
import { checkAccount, checkMediaAddress } from '#features/posts/index.ts'
import { AppError } from '#shared/app-error.ts'

interface CheckOptions {
  /** With their places in the post, from 0. */
  readonly items: readonly (readonly [index: number, item: StoredItem])[]
  /** Where each goes, by its id. */
  readonly connections: ReadonlyMap<string, StoredConnection>
  readonly livemode: boolean
  readonly mediaAddress: MediaAddress
}

/**
 * Throws POST_NOT_PUBLISHABLE where the account that an item goes to does not take it, and where a platform would have to fetch media from this
 * server and cannot reach it.
 */
export function refuseByConnection({ items, connections, livemode, mediaAddress }: CheckOptions): void {
  const details = items.flatMap(([index, item]) => {
    const connection = connections.get(item.id)
    if (!connection) return []
    const { post_type: postType, first_comment, options, media } = item
    // The sandbox fetches nothing.
    const isSandboxed = laneOf({ ...connection, livemode }) === 'sandbox'
    return [
      ...checkAccount({ postType, firstComment: first_comment ?? undefined, options }, connection.account_kind),
      ...(isSandboxed ? [] : checkMediaAddress({ postType, media }, signInPlatformOf(connection), mediaAddress)),
    ]
      .filter(({ severity }) => severity === 'error')
      .map(({ field, message }) => ({ path: `items[${index}].${field}`, message }))
  })
  const [first] = details
  if (first) throw new AppError('POST_NOT_PUBLISHABLE', `${first.path}: ${first.message}`, { details })
}
