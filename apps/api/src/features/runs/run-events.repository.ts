import type { Db, RunEvent, RunEventsTable, Trx } from '#db/types.ts'
import type { Selectable } from 'kysely'
import { sql } from 'kysely'

export type StoredEvent = Selectable<RunEventsTable>

/** An event, and when it happened. */
export interface TimedEvent {
  readonly event: RunEvent
  readonly at: Date
}

interface NewEvents {
  readonly run: { readonly id: string; readonly subject_id: string }
  /** The attempt that reports them. */
  readonly attempt?: number
  readonly events: readonly TimedEvent[]
}

/**
 * Writes the next events of a subject, in their order. The caller holds the lock of the run's row, or has just inserted it, until it
 * commits: so numbers have no gap and no duplicate, and a reader of one has seen all before it.
 */
export async function insertEvents(trx: Trx, { run, attempt, events }: NewEvents): Promise<void> {
  const rows = events.map(({ event: { event, data }, at }, place) => ({ place, event, data, at }))
  await sql`
    insert into run_events (subject_id, number, run_id, event, data, attempt, created_at)
    select ${run.subject_id}::uuid, last.number + 1 + new.place, ${run.id}::uuid, new.event, new.data, ${attempt ?? null}::integer, new.at
    from (select coalesce(max(number), 0) as number from run_events where subject_id = ${run.subject_id}::uuid) last,
      jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as new (place integer, event text, data jsonb, at timestamptz)`.execute(
    trx,
  )
}

interface NewEvent extends TimedEvent {
  readonly run: NewEvents['run']
  readonly attempt?: number
}

/** Writes the next event of a subject, as `insertEvents` does. */
export async function insertEvent(trx: Trx, { event, at, ...options }: NewEvent): Promise<void> {
  await insertEvents(trx, { ...options, events: [{ event, at }] })
}

interface Reported {
  readonly runId: string
  readonly event: RunEvent['event']
  /** Fields that the data of the event has. */
  readonly containing?: Readonly<Record<string, string | number>>
}

/** The last such event of a run. */
export async function findLastEvent(
  trx: Trx,
  { runId, event, containing = {} }: Reported,
): Promise<StoredEvent | undefined> {
  return trx
    .selectFrom('run_events')
    .selectAll()
    .where('run_id', '=', runId)
    .where('event', '=', event)
    .where(sql<boolean>`data @> ${JSON.stringify(containing)}::jsonb`)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The first and the last event of the subject's latest run that has events. Undefined if the subject was deleted. */
export async function findRunBounds(
  db: Db,
  subjectId: string,
): Promise<{ readonly first: StoredEvent; readonly last: StoredEvent } | undefined> {
  const runId = db
    .selectFrom('run_events')
    .select('run_id')
    .where('subject_id', '=', subjectId)
    .orderBy('number', 'desc')
    .limit(1)
  const rows = await db.selectFrom('run_events').selectAll().where('run_id', '=', runId).orderBy('number').execute()
  const [first] = rows
  const last = rows.at(-1)
  return first && last && { first, last }
}

interface After {
  readonly subjectId: string
  readonly after: number
  readonly limit: number
}

/** The events behind a number, in their order. */
export async function findEventsAfter(db: Db, { subjectId, after, limit }: After): Promise<StoredEvent[]> {
  return db
    .selectFrom('run_events')
    .selectAll()
    .where('subject_id', '=', subjectId)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute()
}

/** The number of the last event of each subject. Those that are gone, and those of a deleted workspace, are left out. */
export async function findLastNumbers(db: Db, subjectIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('run_events')
    .innerJoin('runs', 'runs.id', 'run_events.run_id')
    .innerJoin('workspaces', 'workspaces.id', 'runs.workspace_id')
    .select(({ fn }) => ['run_events.subject_id', fn.max('number').as('number')])
    .where('run_events.subject_id', 'in', subjectIds)
    .where('workspaces.deleted_at', 'is', null)
    .groupBy('run_events.subject_id')
    .execute()
  return new Map(rows.map(({ subject_id, number }) => [subject_id, number]))
}
