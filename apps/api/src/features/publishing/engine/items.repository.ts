import type { Db, PostedPart, PostItemMediaTable, PostItemsTable, Trx } from '#db/types.ts'
import type { Checkpoint } from '#platforms/port.ts'
import type { PostError, Warning } from '@powerpost/contract'
import type { Selectable, Updateable } from 'kysely'

type Row = Selectable<PostItemsTable>

/** An item that is being posted, as it was recorded last. */
export type PostingItem = Pick<
  Row,
  | 'id'
  | 'post_id'
  | 'post_type'
  | 'platform'
  | 'content'
  | 'title'
  | 'first_comment'
  | 'thread'
  | 'posted_parts'
  | 'on_limit'
  | 'waiting_since'
  | 'options'
  | 'connection_id'
  | 'version'
  | 'attempts'
  | 'sent_at'
  | 'platform_post_id'
  | 'platform_url'
  | 'posted_at'
  | 'warnings'
  | 'lost_leases'
  | 'failures'
  | 'restarts'
  | 'lookup_attempts'
  | 'confirmed_not_posted'
> & {
  readonly lane: NonNullable<Row['lane']>
  readonly stage: NonNullable<Row['stage']>
  readonly checkpoint: Checkpoint | null
  readonly started_at: Date
  readonly has_media: boolean
}

/** An item continued, or ended, without the process that holds it: its result comes too late. */
export class StaleItemError extends Error {
  override readonly name = 'StaleItemError'
}

export type ItemStep = Pick<
  Updateable<PostItemsTable>,
  | 'stage'
  | 'sent_at'
  | 'failures'
  | 'restarts'
  | 'lookup_attempts'
  | 'confirmed_not_posted'
  | 'platform_post_id'
  | 'platform_url'
  | 'posted_at'
  | 'started_at'
  | 'waiting_since'
> & {
  readonly posted_parts?: readonly PostedPart[]
  readonly checkpoint?: Checkpoint | null
  readonly warnings?: readonly Warning[]
  /** When the next step is due. Absent: we go on at once. */
  readonly dueAt?: Date
  /** Until when nobody else begins a step, when we go on. */
  readonly leaseUntil: Date
}

function updateIfHeld(db: Db | Trx, { id, version }: Pick<PostingItem, 'id' | 'version'>) {
  return db
    .updateTable('post_items')
    .where('id', '=', id)
    .where('version', '=', version)
    .where('status', '=', 'posting')
}

/**
 * Records a step before the next one begins, or before the item is left for others.
 *
 * @throws StaleItemError when somebody else recorded another meanwhile
 */
export async function recordStep(db: Db | Trx, item: PostingItem, step: ItemStep): Promise<PostingItem> {
  const { dueAt, leaseUntil, checkpoint, warnings, posted_parts, ...rest } = step
  const version = item.version + 1
  const columns = {
    ...rest,
    ...(checkpoint !== undefined && { checkpoint: checkpoint === null ? null : JSON.stringify(checkpoint) }),
    ...(warnings && { warnings: JSON.stringify(warnings) }),
    ...(posted_parts && { posted_parts: JSON.stringify(posted_parts) }),
  }
  const { numUpdatedRows } = await updateIfHeld(db, item)
    .set({ ...columns, version, lost_leases: 0, claimed: dueAt === undefined, due_at: dueAt ?? leaseUntil })
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new StaleItemError(`${item.id} was taken over`)
  const changed = {
    ...rest,
    ...(checkpoint !== undefined && { checkpoint }),
    ...(warnings && { warnings }),
    ...(posted_parts && { posted_parts }),
  }
  return { ...item, ...changed, version, lost_leases: 0 } as PostingItem
}

/** The media of an item, or of a part of its thread, in the order they are posted, with what is said about each. */
export async function findItemMedia(
  db: Db,
  { itemId, part }: { readonly itemId: string; readonly part: number },
): Promise<Selectable<PostItemMediaTable>[]> {
  return db
    .selectFrom('post_item_media')
    .selectAll()
    .where('post_item_id', '=', itemId)
    .where('part', '=', part)
    .orderBy('position')
    .execute()
}

/** What of an item people see. */
export interface PostedColumns {
  /** Null: the platform has not given it. */
  readonly platform_post_id: string | null
  readonly platform_url: string | null
  readonly posted_at: Date
  readonly posted_parts: readonly PostedPart[]
  readonly warnings: readonly Warning[]
}

/** How an item ended. */
export type ItemEnd =
  | {
      readonly status: 'posted'
      readonly posted: PostedColumns
      /** What its platform is asked afterwards. */
      readonly followUp?: { readonly checkpoint: Checkpoint; readonly seconds: number } | undefined
    }
  | { readonly status: 'failed'; readonly error: PostError }

/** Ends an item of a post that is locked. @throws StaleItemError */
export async function recordEnd(trx: Trx, item: PostingItem, end: ItemEnd): Promise<void> {
  const { numUpdatedRows } = await updateIfHeld(trx, item)
    .set({ ...toColumns(end), ...NOT_POSTING, version: item.version + 1 })
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new StaleItemError(`${item.id} was taken over`)
}

/** Columns that are empty unless an item is being posted. */
export const NOT_POSTING = { stage: null, lane: null, due_at: null, claimed: false } as const

function toColumns(end: ItemEnd) {
  if (end.status === 'posted') {
    const { posted_parts, warnings, ...columns } = end.posted
    return {
      ...columns,
      status: 'posted',
      posted_parts: JSON.stringify(posted_parts),
      warnings: JSON.stringify(warnings),
      checkpoint: null,
      error_code: null,
      error_message: null,
      error_action: null,
      platform_error: null,
    } as const
  }
  const { code, message, action, platform_error = null } = end.error
  return {
    status: 'failed',
    error_code: code,
    error_message: message,
    error_action: action,
    platform_error,
  } as const
}
