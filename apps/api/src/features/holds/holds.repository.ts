import type { Db, PublishingHoldsTable, Trx } from '#db/types.ts'
import type { Selectable } from 'kysely'
import { sql } from 'kysely'

export type StoredHold = Selectable<PublishingHoldsTable>

/** What is held. */
export interface HoldSubject {
  readonly lane: StoredHold['lane']
  /** Null: the whole lane. */
  readonly connectionId: string | null
}

interface RecordOptions extends HoldSubject {
  readonly id: string
  readonly until: Date
  readonly reason: string
  readonly now: Date
}

/** Holds a lane, or a connection in it. Of two holds the longer one counts. */
export async function upsertHold(
  db: Db | Trx,
  { id, lane, connectionId, until, reason, now }: RecordOptions,
): Promise<void> {
  const target =
    connectionId === null
      ? sql`(lane) where connection_id is null`
      : sql`(connection_id, lane) where connection_id is not null`
  await sql`
    insert into publishing_holds as hold (id, lane, connection_id, held_until, reason, updated_at)
    values (${id}, ${lane}, ${connectionId}, ${until}, ${reason}, ${now})
    on conflict ${target} do update
      set held_until = excluded.held_until, reason = excluded.reason, updated_at = excluded.updated_at
      where hold.held_until < excluded.held_until`.execute(db)
}

/** The holds of some lanes and connections that have not ended, the longest first. */
export async function findHolds(
  db: Db | Trx,
  subjects: readonly { readonly lane: StoredHold['lane']; readonly connectionId: string }[],
  now: Date,
): Promise<StoredHold[]> {
  if (subjects.length === 0) return []
  return db
    .selectFrom('publishing_holds')
    .selectAll()
    .where('held_until', '>', now)
    .where(
      'lane',
      'in',
      subjects.map(({ lane }) => lane),
    )
    .where((e) =>
      e.or([
        e('connection_id', 'is', null),
        e(
          'connection_id',
          'in',
          subjects.map(({ connectionId }) => connectionId),
        ),
      ]),
    )
    .orderBy('held_until', 'desc')
    .execute()
}

/** Deletes the holds that ended before a time. */
export async function deleteEndedHolds(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('publishing_holds').where('held_until', '<', before).execute()
}
