import type { StoredPost } from '#features/posts/index.ts'
import type { Trx } from '#db/types.ts'
import { wake } from '#jobs/waker.ts'
import type { Platform, PostType } from '@powerpost/contract'
import { insertCollection } from './collections.repository.ts'
import { dueOf } from './times.ts'

/** A step before the first. */
const AT_ONCE = -1

interface Dependencies {
  /** From 0 to 1. */
  readonly random: () => number
}

interface PostedItem {
  readonly post: Pick<StoredPost, 'account_id' | 'workspace_id' | 'livemode'>
  readonly item: {
    readonly id: string
    readonly platform: Platform
    readonly post_type: PostType
    readonly connection_id: string | null
    readonly lane: Platform | 'sandbox'
  }
  readonly postedAt: Date
}

/** Has the metrics of an item collected from now on. In the transaction in which it is posted. */
export async function startCollecting(
  trx: Trx,
  { random }: Dependencies,
  { post, item, postedAt }: PostedItem,
): Promise<void> {
  if (item.connection_id === null) return
  // Who tries the sandbox out sees something at once.
  const isSandbox = item.lane === 'sandbox'
  await insertCollection(
    trx,
    {
      item_id: item.id,
      account_id: post.account_id,
      workspace_id: post.workspace_id,
      livemode: post.livemode,
      platform: item.platform,
      post_type: item.post_type,
      connection_id: item.connection_id,
      posted_at: postedAt,
    },
    {
      lane: item.lane,
      connection_id: item.connection_id,
      step: isSandbox ? AT_ONCE : 0,
      due_at: isSandbox ? postedAt : dueOf(postedAt, 0, random()),
      failures: 0,
      version: 0,
    },
  )
  if (isSandbox) await wake(trx, 'item_metrics')
}
