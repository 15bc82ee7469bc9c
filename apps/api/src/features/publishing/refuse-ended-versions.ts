import type { StoredConnection } from '#features/connections/index.ts'
import { laneOf } from '#features/pauses/index.ts'
import type { StoredItem } from '#features/posts/index.ts'
import type { ApiVersions } from '#platforms/versions.ts'
import { findEnded } from '#platforms/versions.ts'
import { AppError } from '#shared/app-error.ts'

interface EndedOptions {
  /** With their places in the post, from 0. */
  readonly items: readonly (readonly [index: number, item: StoredItem])[]
  /** Where each goes, by its id. */
  readonly connections: ReadonlyMap<string, StoredConnection>
  readonly livemode: boolean
  readonly apiVersions: ApiVersions
  readonly now: Date
}

/** Throws API_VERSION_ENDED where a platform would refuse everything, because the version of its API that this server uses has ended. */
export function refuseEndedVersions({ items, connections, livemode, apiVersions, now }: EndedOptions): void {
  const details = items.flatMap(([index, item]) => {
    const connection = connections.get(item.id)
    if (!connection || laneOf({ ...connection, livemode }) === 'sandbox') return []
    const ended = findEnded(item.platform, apiVersions, now)
    return ended ? [{ path: `items[${index}]`, message: ended.message }] : []
  })
  const [first] = details
  if (first) throw new AppError('API_VERSION_ENDED', first.message, { details })
}
