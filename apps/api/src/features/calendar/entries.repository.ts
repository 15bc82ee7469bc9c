import type { CalendarEntriesTable, Db, Trx } from '#db/types.ts'
import { lockWorkspaceToAdd } from '#features/workspaces/index.ts'
import { isUuid } from '#shared/ids.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { Insertable, Selectable, Updateable } from 'kysely'
import { sql } from 'kysely'

export type StoredEntry = Selectable<CalendarEntriesTable>

export type CalendarOwner = Pick<WorkspacePrincipal, 'workspaceId' | 'livemode'>

function entriesOf(db: Db | Trx, { workspaceId, livemode }: CalendarOwner) {
  return db
    .selectFrom('calendar_entries')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('livemode', '=', livemode)
}

interface Range {
  /** The first day and the last one, both included. */
  readonly first: string
  readonly last: string
}

/** The entries of some days in the order of time; of one day first those at no certain time. */
export async function findEntries(db: Db, owner: CalendarOwner, { first, last }: Range): Promise<StoredEntry[]> {
  return entriesOf(db, owner)
    .where('scheduled_date', '>=', first)
    .where('scheduled_date', '<=', last)
    .orderBy('scheduled_date')
    .orderBy('scheduled_time', (order) => order.asc().nullsFirst())
    .orderBy('id')
    .execute()
}

export type PlannedEntry = Pick<
  StoredEntry,
  'id' | 'title' | 'description' | 'scheduled_date' | 'scheduled_time' | 'platforms' | 'updated_at'
>

/** What a calendar program shows of the entries of some days, in the same order. Only the start of a description, in characters. */
export async function findPlanned(
  db: Db,
  { workspaceId, livemode }: CalendarOwner,
  { first, last, mostDescription }: Range & { readonly mostDescription: number },
): Promise<PlannedEntry[]> {
  return db
    .selectFrom('calendar_entries')
    .select(['id', 'title', 'scheduled_date', 'scheduled_time', 'platforms', 'updated_at'])
    .select(sql<string | null>`left(description, ${mostDescription})`.as('description'))
    .where('workspace_id', '=', workspaceId)
    .where('livemode', '=', livemode)
    .where('scheduled_date', '>=', first)
    .where('scheduled_date', '<=', last)
    .orderBy('scheduled_date')
    .orderBy('scheduled_time', (order) => order.asc().nullsFirst())
    .orderBy('id')
    .execute()
}

/** An entry of the caller's workspace and mode; undefined for any other id. */
export async function findEntry(db: Db, owner: CalendarOwner, id: string): Promise<StoredEntry | undefined> {
  return isUuid(id) ? entriesOf(db, owner).where('id', '=', id).executeTakeFirst() : undefined
}

/** The same, locked until the transaction ends. */
export async function lockEntry(trx: Trx, owner: CalendarOwner, id: string): Promise<StoredEntry | undefined> {
  return isUuid(id) ? entriesOf(trx, owner).where('id', '=', id).forUpdate().executeTakeFirst() : undefined
}

interface StoredTotal {
  readonly count: number
  readonly bytes: number
}

/** How much a workspace and mode has. Until the transaction ends nobody else can add to it. */
export async function measureEntries(trx: Trx, { workspaceId, livemode }: CalendarOwner): Promise<StoredTotal> {
  await lockWorkspaceToAdd(trx, workspaceId)
  return trx
    .selectFrom('calendar_entries')
    .select((e) => [
      e.fn.countAll<number>().as('count'),
      sql<number>`coalesce(sum(text_bytes), 0)::double precision`.as('bytes'),
    ])
    .where('workspace_id', '=', workspaceId)
    .where('livemode', '=', livemode)
    .executeTakeFirstOrThrow()
}

export async function insertEntry(trx: Trx, entry: Insertable<CalendarEntriesTable>): Promise<StoredEntry> {
  return trx.insertInto('calendar_entries').values(entry).returningAll().executeTakeFirstOrThrow()
}

/** Changes an entry that is locked. */
export async function changeEntry(
  trx: Trx,
  id: string,
  changes: Updateable<CalendarEntriesTable>,
): Promise<StoredEntry> {
  return trx.updateTable('calendar_entries').set(changes).where('id', '=', id).returningAll().executeTakeFirstOrThrow()
}

/** Deletes an entry that is locked. */
export async function removeEntry(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('calendar_entries').where('id', '=', id).execute()
}

/** Deletes the calendar of a deleted workspace. */
export async function removeCalendar(trx: Trx, workspaceId: string): Promise<void> {
  await trx.deleteFrom('calendar_entries').where('workspace_id', '=', workspaceId).execute()
  await trx.deleteFrom('calendar_feeds').where('workspace_id', '=', workspaceId).execute()
}
