import type { PostItemsTable, Trx } from '#db/types.ts'
import { refundCredits } from '#features/account/index.ts'
import type { StoredPost } from '#features/posts/index.ts'
import { isAnyPosted, pricePosted, toPricedPost } from '#features/posts/index.ts'
import type { RecordEvent } from '#features/webhooks/index.ts'
import type { Clock } from '#shared/clock.ts'
import type { PostOutcome } from '@powerpost/contract'
import { pricePublishing } from '@powerpost/contract'
import type { Selectable } from 'kysely'
import { toEventItems } from './present-event.ts'
import { findNextTime } from './item-times.ts'
import { findItemRows, markSettled } from './publishing.repository.ts'
import { markWaiting } from './schedule.repository.ts'

export interface SettleDependencies {
  readonly clock: Clock
  readonly recordEvent: RecordEvent
}

/**
 * When no item is being posted any more, charges only for what was posted and refunds the rest, and records the event: a post of
 * which other items wait for their time is scheduled again. The caller has locked the post.
 */
export async function settleIfEnded(
  trx: Trx,
  { clock, recordEvent }: SettleDependencies,
  post: StoredPost,
): Promise<void> {
  const items = await findItemRows(trx, post.id)
  if (items.some(({ status }) => status === 'posting')) return
  const owed = pricePublishing(toPricedPost(items.filter(isAnyPosted).map(pricePosted)))
  const { id, account_id: accountId, workspace_id: workspaceId, livemode, settlement } = post
  const amount = post.credits_used - owed
  if (amount > 0) {
    const operation = { type: 'post', id, settlement } as const
    await refundCredits(trx, { accountId, workspaceId, livemode, amount, operation, clock })
  }
  const nextTime = findNextTime(items, post.scheduled_at ?? clock.now())
  if (nextTime) {
    await markWaiting(trx, { id, creditsUsed: owed, dueAt: nextTime, now: clock.now() })
    const data = {
      post_id: id,
      status: 'scheduled',
      scheduled_at: nextTime.toISOString(),
      items: toEventItems(items),
    } as const
    return recordEvent(trx, { event: 'post.scheduled', workspaceId, livemode, data })
  }
  const outcome = outcomeOf(items)
  await markSettled(trx, { id, outcome, creditsUsed: owed, now: clock.now() })
  const data = { post_id: id, items: toEventItems(items) }
  if (outcome !== 'none') {
    const published = { ...data, status: 'published' } as const
    await recordEvent(trx, { event: 'post.published', workspaceId, livemode, data: published })
  } else {
    await recordEvent(trx, { event: 'post.failed', workspaceId, livemode, data: { ...data, status: 'failed' } })
  }
}

/** The beginning of a thread is something: people see it. */
function outcomeOf(items: readonly Pick<Selectable<PostItemsTable>, 'status' | 'posted_at'>[]): PostOutcome {
  if (!items.some(isAnyPosted)) return 'none'
  return items.every(({ status }) => status === 'posted') ? 'all' : 'partial'
}
