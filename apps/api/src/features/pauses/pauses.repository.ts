import type { Db, PublishingPausesTable, Trx } from '#db/types.ts'
import type { Selectable } from 'kysely'
import { sql } from 'kysely'

export type StoredPause = Selectable<PublishingPausesTable>

/** What is paused. */
export interface PauseSubject {
  readonly lane: StoredPause['lane']
  /** Null: the whole lane. */
  readonly connectionId: string | null
}

interface RecordOptions extends PauseSubject {
  readonly id: string
  readonly until: Date
  readonly reason: string
  readonly now: Date
}

/** Pauses a lane, or a connection in it. Of two pauses the longer one counts. */
export async function upsertPause(
  db: Db | Trx,
  { id, lane, connectionId, until, reason, now }: RecordOptions,
): Promise<void> {
  const target =
    connectionId === null
      ? sql`(lane) where connection_id is null`
      : sql`(connection_id, lane) where connection_id is not null`
  await sql`
    insert into publishing_pauses as pause (id, lane, connection_id, held_until, reason, updated_at)
    values (${id}, ${lane}, ${connectionId}, ${until}, ${reason}, ${now})
    on conflict ${target} do update
      set held_until = excluded.held_until, reason = excluded.reason, updated_at = excluded.updated_at
      where pause.held_until < excluded.held_until`.execute(db)
}

/** The pauses of some lanes and connections that have not ended, the longest first. */
export async function findPauses(
  db: Db | Trx,
  subjects: readonly { readonly lane: StoredPause['lane']; readonly connectionId: string }[],
  now: Date,
): Promise<StoredPause[]> {
  if (subjects.length === 0) return []
  return db
    .selectFrom('publishing_pauses')
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

/** Deletes the pauses that ended before a time. */
export async function deleteEndedPauses(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('publishing_pauses').where('held_until', '<', before).execute()
}
