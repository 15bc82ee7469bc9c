import type { Trx } from '#db/types.ts'
import { debitCredits, readBalance } from '#features/account/index.ts'
import type { StoredConnection } from '#features/connections/index.ts'
import type { StoredItem, StoredPost } from '#features/posts/index.ts'
import { assertPublishable } from '#features/posts/index.ts'
import type { Clock } from '#shared/clock.ts'
import type { PublishingPrices, PublishPostResponse } from '@powerpost/contract'
import { API_BASE_PATH, pricePublishing } from '@powerpost/contract'
import { chooseConnections } from './choose-connections.ts'
import { LAST_LOOK } from './engine/times.ts'
import { markPosting, markPublishing } from './publishing.repository.ts'

export interface BeginDependencies {
  readonly clock: Clock
  readonly prices: PublishingPrices
}

/** Makes sure that some items of a locked post can be posted, and answers them with where they go. */
export async function checkPost(
  trx: Trx,
  { clock }: Pick<BeginDependencies, 'clock'>,
  post: StoredPost,
  itemIds?: readonly string[],
) {
  const all = await assertPublishable(trx, post, { ...(itemIds && { itemIds }) })
  const items = [...all.entries()].filter(([, { id }]) => itemIds?.includes(id) ?? true)
  const owner = { workspaceId: post.workspace_id, livemode: post.livemode }
  const connections = await chooseConnections(trx, { owner, items, now: clock.now() })
  return { all, items: items.map(([, item]) => item), connections }
}

interface BeginOptions {
  /** Locked. */
  readonly post: StoredPost
  /** Those to post. @default all */
  readonly itemIds?: readonly string[]
  /** That somebody looked, and the platform does not have them. */
  readonly notPosted?: boolean
}

/**
 * Begins to post items of a post: the caller's ONE transaction debits what they cost beyond what was paid, and makes them due.
 * After it all of it stands, and the post will end, or none of it does.
 */
export async function beginPublishing(
  trx: Trx,
  { clock, prices }: BeginDependencies,
  { post, itemIds, notPosted = false }: BeginOptions,
): Promise<PublishPostResponse> {
  const { all, items, connections } = await checkPost(trx, { clock }, post, itemIds)
  const begun = new Set(items.map(({ id }) => id))
  const paidFor = all.filter(({ id, status }) => begun.has(id) || status === 'posted')
  const price = pricePublishing(
    paidFor.map(({ platform }) => platform),
    prices,
  )
  const { id, account_id: accountId, livemode, settlement } = post
  const amount = Math.max(0, price - post.credits_used)
  const operation = { type: 'post', id, settlement } as const
  const remaining =
    amount > 0
      ? await debitCredits(trx, { accountId, livemode, amount, operation, clock })
      : await readBalance(trx, accountId)
  const now = clock.now()
  await markPublishing(trx, { post, creditsUsed: post.credits_used + amount, now })
  for (const item of items) {
    const connection = connections.get(item.id)
    if (connection)
      await markPosting(trx, { id: item.id, now, ...planFirstStep(item, connection, { livemode, notPosted }) })
  }
  return {
    post_id: id,
    status: 'publishing',
    credits_used: amount,
    remaining_credits: remaining,
    status_url: `${API_BASE_PATH}/posts/${id}`,
  }
}

interface FirstStepOptions {
  readonly livemode: boolean
  readonly notPosted: boolean
}

function planFirstStep(item: StoredItem, connection: StoredConnection, { livemode, notPosted }: FirstStepOptions) {
  // What was prepared for another account is of no use, nor is its outcome to be found in this one.
  const anew = item.connection_id !== null && item.connection_id !== connection.id
  const lookFirst = item.error_code === 'OUTCOME_UNKNOWN' && !anew
  return {
    connectionId: connection.id,
    // A sandbox key publishes nothing, whatever it is connected to.
    lane: connection.sandbox || !livemode ? ('sandbox' as const) : item.platform,
    stage: lookFirst ? ('sending' as const) : ('preparing' as const),
    anew,
    lookUps: lookFirst ? LAST_LOOK : 0,
    // They spoke of a call that was made, and not of one that is yet to be made.
    notPosted: lookFirst && notPosted,
  }
}
