import type { Db } from '#db/types.ts'
import { startCollecting } from '#features/analytics/index.ts'
import type { OpenedConnection } from '#features/connections/index.ts'
import { endConnection } from '#features/connections/index.ts'
import { lockPostById } from '#features/posts/index.ts'
import { startFollowUp } from '../follow-up/start-follow-up.ts'
import type { SettleDependencies } from '../settle-post.ts'
import { settleIfEnded } from '../settle-post.ts'
import type { ItemEnd, PostingItem } from './items.repository.ts'
import { recordEnd, StaleItemError } from './items.repository.ts'

export interface EndDependencies extends SettleDependencies {
  readonly db: Db
  /** From 0 to 1. */
  readonly random: () => number
}

interface EndOptions {
  readonly item: PostingItem
  readonly end: ItemEnd
  /** Set if the item failed because the platform rejected the connection: it is ended too. */
  readonly ended?: OpenedConnection | undefined
}

/**
 * Ends an item, and with the last one its post: ONE transaction, which settles what is paid and tells the listeners. Posts are
 * locked before their items, by everybody.
 *
 * @throws StaleItemError when somebody else ended it, or went on with it
 */
export async function endItem(dependencies: EndDependencies, { item, end, ended }: EndOptions): Promise<void> {
  const { db } = dependencies
  await db.transaction().execute(async (trx) => {
    const post = await lockPostById(trx, item.post_id)
    if (!post) throw new StaleItemError(`The post of ${item.id} is gone`)
    await recordEnd(trx, item, end)
    if (end.status === 'posted' && end.followUp) await startFollowUp(trx, dependencies, { item, ...end.followUp })
    if (end.status === 'posted') {
      await startCollecting(trx, dependencies, { post, item, postedAt: end.posted.posted_at })
    }
    if (ended) {
      const options = { connectionId: ended.connectionId, tokenVersion: ended.tokenVersion() }
      await endConnection(trx, dependencies, options)
    }
    await settleIfEnded(trx, dependencies, post)
  })
}
