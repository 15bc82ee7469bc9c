import type { Db } from '#db/types.ts'
import { findKnownItem } from '#features/posts/index.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { ItemAnalytics } from '@powerpost/contract'
import type { StoredMetrics } from './item-metrics.repository.ts'
import { findItemMetrics, findSnapshots } from './item-metrics.repository.ts'
import { noSuchItem, toHistory, toItemMetrics, toUnavailable } from './present-metrics.ts'

interface Dependencies {
  readonly db: Db
  /** Whether anything reads the metrics of a lane. */
  readonly isCollected: (item: Pick<StoredMetrics, 'platform' | 'connection_id' | 'livemode'>) => Promise<boolean>
}

interface GetOptions {
  readonly principal: WorkspacePrincipal
  readonly id: string
  readonly withHistory: boolean
}

/** The latest metrics of an item. NOT_FOUND where the workspace has none of the id. */
export async function getItemAnalytics(
  { db, isCollected }: Dependencies,
  { principal, id, withHistory }: GetOptions,
): Promise<ItemAnalytics> {
  const item = await findKnownItem(db, principal, id)
  if (!item) throw noSuchItem()
  // Before the latest: what is read meanwhile may be missing in the history, and never the other way round.
  const history = withHistory ? toHistory(await findSnapshots(db, [item.id])) : undefined
  const stored = await findItemMetrics(db, item.id)
  const { post_type, platform, status } = item
  const head = { post_item_id: item.id, post_type, platform, status }
  if (!stored) {
    return {
      ...head,
      metrics: null,
      unavailable: [],
      collection: { status: 'not_started' },
      ...(history && { history }),
    }
  }
  const { fetched_at, due_at, problem, problem_message } = stored
  const collected = await isCollected(stored)
  return {
    ...head,
    metrics: fetched_at === null ? null : toItemMetrics(stored, fetched_at),
    unavailable: toUnavailable(stored, collected),
    collection: {
      ...(due_at !== null && collected ? { status: 'collecting', next_at: due_at.toISOString() } : { status: 'ended' }),
      ...(problem !== null && { problem: { reason: problem, message: problem_message ?? '' } }),
    },
    ...(history && { history }),
  }
}
