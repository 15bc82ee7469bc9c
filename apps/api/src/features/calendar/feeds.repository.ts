import { comesAfter, createdAtText } from '#db/keyset.ts'
import type { CalendarFeedsTable, Db, Trx } from '#db/types.ts'
import { lockWorkspaceToAdd } from '#features/workspaces/index.ts'
import { isUuid } from '#shared/ids.ts'
import type { ListedRow, PageOptions } from '#shared/paginate.ts'
import type { Insertable, Selectable } from 'kysely'
import type { CalendarOwner } from './entries.repository.ts'

export type StoredFeed = Selectable<CalendarFeedsTable>

/** Feeds of the caller's workspace and mode, newest first. */
export async function findFeeds(
  db: Db,
  { workspaceId, livemode }: CalendarOwner,
  { limit, after }: PageOptions,
): Promise<(StoredFeed & ListedRow)[]> {
  let query = db
    .selectFrom('calendar_feeds')
    .selectAll()
    .select(createdAtText.as('created_at_text'))
    .where('workspace_id', '=', workspaceId)
    .where('livemode', '=', livemode)
  if (after) query = query.where(comesAfter(after))
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

/** A feed of any workspace that is not deleted, for who has its link. */
export async function findFeedById(db: Db, id: string): Promise<StoredFeed | undefined> {
  return isUuid(id) ? db.selectFrom('calendar_feeds').selectAll().where('id', '=', id).executeTakeFirst() : undefined
}

/** A feed of the caller's workspace and mode, locked until the transaction ends; undefined for any other id. */
export async function lockFeed(
  trx: Trx,
  { workspaceId, livemode }: CalendarOwner,
  id: string,
): Promise<StoredFeed | undefined> {
  if (!isUuid(id)) return undefined
  return trx
    .selectFrom('calendar_feeds')
    .selectAll()
    .where('id', '=', id)
    .where('workspace_id', '=', workspaceId)
    .where('livemode', '=', livemode)
    .forUpdate()
    .executeTakeFirst()
}

/** How many a workspace and mode has. Until the transaction ends nobody else can add one. */
export async function countFeeds(trx: Trx, { workspaceId, livemode }: CalendarOwner): Promise<number> {
  await lockWorkspaceToAdd(trx, workspaceId)
  const { count } = await trx
    .selectFrom('calendar_feeds')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', workspaceId)
    .where('livemode', '=', livemode)
    .executeTakeFirstOrThrow()
  return count
}

export async function insertFeed(trx: Trx, feed: Insertable<CalendarFeedsTable>): Promise<StoredFeed> {
  return trx.insertInto('calendar_feeds').values(feed).returningAll().executeTakeFirstOrThrow()
}

const NOTED_EVERY_MS = 3_600_000

/** Notes that a feed was read, at most once an hour. */
export async function recordRead(db: Db, { id, last_read_at }: StoredFeed, now: Date): Promise<void> {
  if (last_read_at && now.getTime() - last_read_at.getTime() < NOTED_EVERY_MS) return
  await db.updateTable('calendar_feeds').set({ last_read_at: now }).where('id', '=', id).execute()
}

/** Deletes a feed that is locked. */
export async function removeFeed(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('calendar_feeds').where('id', '=', id).execute()
}
