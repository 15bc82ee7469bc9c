import type { StoredConnection } from '#features/connections/index.ts'
import { signInPlatformOf } from '#features/connections/index.ts'
import { laneOf } from '#features/pauses/index.ts'
import type { MediaAddress, StoredItem } from '#features/posts/index.ts'
import { checkMediaAddress } from '#features/posts/index.ts'
import { AppError } from '#shared/app-error.ts'

interface UnreachableOptions {
  /** With their places in the post, from 0. */
  readonly items: readonly (readonly [index: number, item: StoredItem])[]
  /** Where each goes, by its id. */
  readonly connections: ReadonlyMap<string, StoredConnection>
  readonly livemode: boolean
  readonly mediaAddress: MediaAddress
}

/** Throws POST_NOT_PUBLISHABLE where a platform would have to fetch media from this server and cannot reach it. */
export function refuseUnreachableMedia({ items, connections, livemode, mediaAddress }: UnreachableOptions): void {
  const details = items.flatMap(([index, item]) => {
    const connection = connections.get(item.id)
    // The sandbox fetches nothing.
    if (!connection || laneOf({ ...connection, livemode }) === 'sandbox') return []
    const subject = { postType: item.post_type, media: item.media }
    return checkMediaAddress(subject, signInPlatformOf(connection), mediaAddress)
      .filter(({ severity }) => severity === 'error')
      .map(({ field, message }) => ({ path: `items[${index}].${field}`, message }))
  })
  const [first] = details
  if (first) throw new AppError('POST_NOT_PUBLISHABLE', `${first.path}: ${first.message}`, { details })
}
