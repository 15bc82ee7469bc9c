import type { PostItemsTable, Trx } from '#db/types.ts'
import type { Selectable } from 'kysely'
import type { NextStatus, StoredPost } from '#features/posts/index.ts'
import type { PostError, PostOutcome } from '@powerpost/contract'
import { sql } from 'kysely'
import type { PostingItem } from './engine/items.repository.ts'
import { NOT_POSTING } from './engine/items.repository.ts'

interface BegunOptions {
  readonly post: Pick<StoredPost, 'id' | 'schedule_version'>
  readonly status: NextStatus<'publish' | 'retry'>
  /** What was taken for it by now, in credits. */
  readonly creditsUsed: number
  /** Set when others of its items wait. */
  readonly scheduledAt?: Date
  /** It does not wait for its time: the slot that it has in a queue is free. */
  readonly leavesQueue: boolean
  /** When the next of those is due. */
  readonly dueAt: Date | null
  readonly now: Date
}

/** Raises `schedule_version`, so an earlier schedule no longer applies. The caller has locked the post. */
export async function markPublishing(trx: Trx, options: BegunOptions): Promise<void> {
  const { post, status, creditsUsed, scheduledAt, leavesQueue, dueAt, now } = options
  await trx
    .updateTable('posts')
    .set({
      status,
      outcome: null,
      published_at: null,
      credits_used: creditsUsed,
      schedule_version: post.schedule_version + 1,
      ...(scheduledAt && { scheduled_at: scheduledAt }),
      ...(leavesQueue && { queue_id: null }),
      due_at: dueAt,
      updated_at: now,
    })
    .where('id', '=', post.id)
    .execute()
}

interface BeginOptions {
  readonly id: string
  readonly workspaceId: string
  readonly connectionId: string
  readonly lane: PostingItem['lane']
  /** `unconfirmed`: it is looked up first. */
  readonly stage: 'preparing' | 'unconfirmed'
  /** What was prepared before is of no use. */
  readonly discardCheckpoint: boolean
  readonly lookupAttempts: number
  readonly confirmedNotPosted: boolean
  readonly now: Date
}

/** An item of a post that is locked is being posted from now on, and its first step is due. */
export async function markPosting(trx: Trx, options: BeginOptions): Promise<void> {
  const { id, workspaceId, connectionId, lane, stage, discardCheckpoint, lookupAttempts, confirmedNotPosted, now } =
    options
  await trx
    .updateTable('post_items')
    .set((e) => ({
      status: 'posting' as const,
      workspace_id: workspaceId,
      connection_id: connectionId,
      lane,
      stage,
      due_at: now,
      started_at: now,
      claimed: false,
      lost_leases: 0,
      failures: 0,
      restarts: 0,
      lookup_attempts: lookupAttempts,
      confirmed_not_posted: confirmedNotPosted,
      version: e('version', '+', 1),
      attempts: e('attempts', '+', 1),
      error_code: null,
      error_message: null,
      error_action: null,
      platform_error: null,
      warnings: '[]',
      waiting_since: null,
      ...(discardCheckpoint && { checkpoint: null }),
    }))
    .where('id', '=', id)
    .execute()
}

interface SettledOptions {
  readonly id: string
  readonly outcome: PostOutcome
  readonly creditsUsed: number
  readonly now: Date
}

/** Raises `settlement`, so that a later charge gets its own ledger line. The caller has locked the post. */
export async function markSettled(trx: Trx, { id, outcome, creditsUsed, now }: SettledOptions): Promise<void> {
  await trx
    .updateTable('posts')
    .set((e) => ({
      status: outcome === 'none' ? ('failed' as const) : ('published' as const),
      outcome,
      credits_used: creditsUsed,
      settlement: e('settlement', '+', 1),
      due_at: null,
      // A slot that is still to come is free: the post failed or was cancelled before it.
      queue_id: outcome === 'none' ? null : sql<string | null>`case when scheduled_at <= ${now} then queue_id end`,
      published_at: outcome === 'none' ? null : now,
      updated_at: now,
    }))
    .where('id', '=', id)
    .execute()
}

interface FailOptions {
  readonly postId: string
  /** Of items that a final call may have been made for. */
  readonly unknown: string
  readonly failed: string
}

/**
 * Fails every item of a locked post that is still being posted, and ends those of which the first comment is left: a
 * worker that is posting one finds that it is too late.
 */
export async function failPosting(trx: Trx, { postId, unknown, failed }: FailOptions): Promise<void> {
  const fail = (code: 'PUBLISH_FAILED' | 'OUTCOME_UNKNOWN', message: string) =>
    trx
      .updateTable('post_items')
      .set((e) => ({
        ...NOT_POSTING,
        status: 'failed' as const,
        version: e('version', '+', 1),
        error_code: code,
        error_message: message,
        error_action: code === 'PUBLISH_FAILED' ? ('retry' as const) : ('check' as const),
      }))
      .where('post_id', '=', postId)
      .where('status', '=', 'posting')
  await trx
    .updateTable('post_items')
    .set((e) => ({ ...NOT_POSTING, status: 'posted' as const, version: e('version', '+', 1) }))
    .where('post_id', '=', postId)
    .where('stage', 'in', ['commenting', 'comment_sent'])
    .execute()
  await fail('PUBLISH_FAILED', failed).where('stage', '=', 'preparing').execute()
  await fail('OUTCOME_UNKNOWN', unknown).execute()
}

/** Stores where items of a locked post go, by the item: it stays that when other accounts are connected. */
export async function setConnections(trx: Trx, chosen: ReadonlyMap<string, { readonly id: string }>): Promise<void> {
  for (const [itemId, { id: connection_id }] of chosen) {
    await trx.updateTable('post_items').set({ connection_id }).where('id', '=', itemId).execute()
  }
}

/** The items of a post in their order, without their media. */
export async function findItemRows(trx: Trx, postId: string): Promise<Selectable<PostItemsTable>[]> {
  return trx.selectFrom('post_items').selectAll().where('post_id', '=', postId).orderBy('position').execute()
}

/** Fails an item of a locked post that was never begun. */
export async function failDraftItem(
  trx: Trx,
  id: string,
  { message, action }: Pick<PostError, 'message' | 'action'>,
): Promise<void> {
  await trx
    .updateTable('post_items')
    .set({ status: 'failed', error_code: 'PUBLISH_FAILED', error_message: message, error_action: action })
    .where('id', '=', id)
    .execute()
}
