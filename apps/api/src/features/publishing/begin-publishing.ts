import type { Trx } from '#db/types.ts'
import { debitCredits, readBalance } from '#features/account/index.ts'
import type { StoredConnection } from '#features/connections/index.ts'
import type { MediaAddress, NextStatus, StoredItem, StoredPost } from '#features/posts/index.ts'
import { laneOf } from '#features/pauses/index.ts'
import { assertPublishable, isAnyPosted, pricePosted, priceWhole, toPricedPost } from '#features/posts/index.ts'
import type { ApiVersions } from '#platforms/versions.ts'
import type { Clock } from '#shared/clock.ts'
import type { PublishPostResponse } from '@powerpost/contract'
import { API_BASE_PATH, pricePublishing } from '@powerpost/contract'
import type { PlacedItem } from './choose-connections.ts'
import { chooseConnections } from './choose-connections.ts'
import { findNextTime } from './item-times.ts'
import { LAST_LOOKUP } from './engine/times.ts'
import { placeRenditions } from './place-renditions.ts'
import { markPosting, markPublishing } from './publishing.repository.ts'
import { refuseEndedVersions } from './refuse-ended-versions.ts'
import { refuseByConnection } from './refuse-by-connection.ts'

export interface BeginDependencies {
  readonly clock: Clock
  readonly mediaAddress: MediaAddress
  /** The version of each platform API that the server uses. */
  readonly apiVersions: ApiVersions
}

interface CheckOptions {
  /** Those to post. @default all */
  readonly itemIds?: readonly string[] | undefined
  /** Where an item goes from now on, by its id: another connection than the one that it names. */
  readonly moved?: ReadonlyMap<string, string> | undefined
  /** Nobody waits for the answer: items wait for a version of a platform's API that works, instead of being refused. @default false */
  readonly isScheduled?: boolean | undefined
}

/** Makes sure that some items of a locked post can be posted, and returns them with where they go. */
export async function checkPost(
  trx: Trx,
  { clock, mediaAddress, apiVersions }: BeginDependencies,
  post: StoredPost,
  { itemIds, moved, isScheduled = false }: CheckOptions = {},
) {
  const all = await assertPublishable(trx, post, { ...(itemIds && { itemIds }) })
  const items = [...all.entries()].filter(([, { id }]) => itemIds?.includes(id) ?? true)
  const owner = { workspaceId: post.workspace_id, livemode: post.livemode }
  const placed = items.map(([index, item]): PlacedItem => {
    return [index, { ...item, connection_id: moved?.get(item.id) ?? item.connection_id }]
  })
  const connections = await chooseConnections(trx, { owner, items: placed, now: clock.now() })
  const { livemode } = post
  if (!isScheduled) refuseEndedVersions({ items, connections, livemode, apiVersions, now: clock.now() })
  refuseByConnection({ items, connections, livemode, mediaAddress })
  return { all, items: items.map(([, item]) => item), connections }
}

interface BeginOptions {
  /** Locked. */
  readonly post: StoredPost
  /** From `nextStatus`. */
  readonly status: NextStatus<'publish' | 'retry'>
  /** Those to post. @default all */
  readonly itemIds?: readonly string[]
  /** See `CheckOptions`. */
  readonly moved?: ReadonlyMap<string, string>
  /** A person looked, and the platform does not have them. */
  readonly confirmedNotPosted?: boolean
  /** When items without a time of their own are due. @default when the post is scheduled */
  readonly base?: Date
  /** See `CheckOptions`. */
  readonly isScheduled?: boolean
}

/**
 * Begins to post items of a post: the caller's ONE transaction debits what they cost beyond what was paid, and makes them due.
 * After it all of that is stored, and the post will end, or nothing is.
 */
export async function beginPublishing(
  trx: Trx,
  dependencies: BeginDependencies,
  { post, status, itemIds, moved, confirmedNotPosted = false, base, isScheduled }: BeginOptions,
): Promise<PublishPostResponse> {
  const { clock } = dependencies
  const { all, items, connections } = await checkPost(trx, dependencies, post, { itemIds, moved, isScheduled })
  const begun = new Set(items.map(({ id }) => id))
  const priced = all.flatMap((item) => {
    if (begun.has(item.id) || item.status === 'posting') return [priceWhole(item)]
    return isAnyPosted(item) ? [pricePosted(item)] : []
  })
  const price = pricePublishing(toPricedPost(priced))
  const { id, account_id: accountId, workspace_id: workspaceId, livemode, settlement } = post
  const amount = Math.max(0, price - post.credits_used)
  const operation = { type: 'post', id, settlement } as const
  const remaining =
    amount > 0
      ? await debitCredits(trx, { accountId, workspaceId, livemode, amount, operation, clock })
      : await readBalance(trx, accountId)
  const now = clock.now()
  await placeRenditions(trx, { post, items, clock })
  const scheduledAt = base ?? post.scheduled_at ?? now
  const dueAt = findNextTime(
    all.filter((item) => !begun.has(item.id)),
    scheduledAt,
  )
  await markPublishing(trx, {
    post,
    status,
    creditsUsed: post.credits_used + amount,
    // What waits is published by the schedule.
    ...(dueAt && { scheduledAt }),
    leavesQueue: base !== undefined,
    dueAt,
    now,
  })
  for (const item of items) {
    const connection = connections.get(item.id)
    if (!connection) throw new Error(`No connection was chosen for the item ${item.id}`)
    await markPosting(trx, {
      id: item.id,
      workspaceId,
      now,
      ...planFirstStep(item, connection, { livemode, confirmedNotPosted }),
    })
  }
  return {
    post_id: id,
    status,
    credits_used: amount,
    remaining_credits: remaining,
    status_url: `${API_BASE_PATH}/posts/${id}`,
  }
}

interface FirstStepOptions {
  readonly livemode: boolean
  readonly confirmedNotPosted: boolean
}

function planFirstStep(
  item: StoredItem,
  connection: StoredConnection,
  { livemode, confirmedNotPosted }: FirstStepOptions,
) {
  // What was prepared for another account is of no use, nor can its outcome be found in this one.
  const discardCheckpoint = item.connection_id !== null && item.connection_id !== connection.id
  const lookFirst = item.error_code === 'OUTCOME_UNKNOWN' && !discardCheckpoint
  return {
    connectionId: connection.id,
    lane: laneOf({ ...connection, livemode }),
    stage: lookFirst ? ('unconfirmed' as const) : ('preparing' as const),
    discardCheckpoint,
    lookupAttempts: lookFirst ? LAST_LOOKUP : 0,
    // The person confirmed an earlier call, not one that a new attempt makes.
    confirmedNotPosted: lookFirst && confirmedNotPosted,
  }
}
