import type { Db, ItemMetricsTable, MetricCollectionsTable, Trx } from '#db/types.ts'
import type { MetricValues } from '#platforms/port.ts'
import type { MetricProblem } from '@powerpost/contract'
import { METRICS } from '@powerpost/contract'
import type { Insertable, Selectable } from 'kysely'
import { sql } from 'kysely'
import { LATEST_DUE_MS } from './times.ts'

/** An item whose metrics a process is reading. */
export type HeldCollection = Selectable<MetricCollectionsTable>

export async function insertCollection(
  trx: Trx,
  item: Insertable<ItemMetricsTable>,
  collection: Omit<Insertable<MetricCollectionsTable>, 'item_id' | 'posted_at'>,
): Promise<void> {
  await trx
    .insertInto('item_metrics')
    .values(item)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { item_id, posted_at } = item
  await trx
    .insertInto('metric_collections')
    .values({ ...collection, item_id, posted_at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

interface ClaimOptions {
  /** How many connections to claim in which lane, and how many items of each. */
  readonly lanes: readonly { readonly lane: string; readonly slots: number; readonly batchSize: number }[]
  /** Connections that this process reads. */
  readonly busyConnections: readonly string[]
  readonly now: Date
  readonly leaseUntil: Date
}

/**
 * Claims what is due, as batches of one connection each. The connection that has waited longest comes first: one with many
 * items does not keep the others waiting, and is asked by one process at a time.
 */
export async function claimCollections(db: Db, options: ClaimOptions): Promise<HeldCollection[]> {
  const { lanes, busyConnections, now, leaseUntil } = options
  const isDue = sql`(due_at <= ${now} or due_at > ${new Date(now.getTime() + LATEST_DUE_MS)})`
  const { rows } = await sql<HeldCollection>`
    with recursive free (lane, slots, batch) as (
      select * from unnest(${lanes.map(({ lane }) => lane)}::text[], ${lanes.map(({ slots }) => slots)}::int[],
        ${lanes.map(({ batchSize }) => batchSize)}::int[])
    ),
    known (lane, slots, batch, connection_id) as (
      select lane, slots, batch, (
        select connection_id from metric_collections where lane = free.lane order by connection_id limit 1
      ) from free
      union all
      select lane, slots, batch, (
        select connection_id from metric_collections where lane = known.lane and connection_id > known.connection_id
        order by connection_id limit 1
      ) from known where connection_id is not null
    ),
    ranked as (
      select known.*, row_number() over (partition by known.lane order by first.due_at) as turn
      from known
      cross join lateral (
        select due_at from metric_collections
        where lane = known.lane and connection_id = known.connection_id and ${isDue} order by due_at limit 1
      ) as first
      where known.connection_id <> all(${busyConnections}::uuid[])
    ),
    due as (
      select one.item_id from ranked
      cross join lateral (
        select item_id from metric_collections
        where lane = ranked.lane and connection_id = ranked.connection_id and ${isDue} order by due_at limit ranked.batch
      ) as one
      where ranked.turn <= ranked.slots
    ),
    picked as materialized (
      select item_id from metric_collections where item_id in (select item_id from due) and ${isDue}
      for no key update skip locked
    )
    update metric_collections as collection set version = version + 1, due_at = ${leaseUntil}
    from picked where collection.item_id = picked.item_id
    returning collection.*`.execute(db)
  return rows
}

/** When the next is due in some lanes. It may be past. */
export async function findNextCollection(db: Db, lanes: readonly HeldCollection['lane'][]): Promise<Date | undefined> {
  if (lanes.length === 0) return undefined
  const row = await db
    .selectFrom('metric_collections')
    .select('due_at')
    .where('lane', 'in', lanes)
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst()
  return row?.due_at
}

interface NextTry {
  readonly step: number
  readonly failures: number
  readonly dueAt: Date
}

/** What came of reading an item. */
export interface Reading {
  readonly held: Pick<HeldCollection, 'item_id' | 'version' | 'step'>
  /** Absent: nothing was read. */
  readonly values?: MetricValues
  readonly problem?: { readonly reason: MetricProblem; readonly message: string }
  /** Undefined: it was the last time. */
  readonly next: NextTry | undefined
}

/**
 * Writes down what came of reading an item: its metrics, the snapshot of the step and the next try, in ONE transaction. Nothing
 * happens where another process holds it by now.
 */
export async function recordReading(trx: Trx, { held, values, problem, next }: Reading, now: Date): Promise<void> {
  if (!(await moveOn(trx, held, next))) return
  const columns = values && Object.fromEntries(METRICS.map((name) => [name, values[name] ?? null]))
  await trx
    .updateTable('item_metrics')
    .set({
      ...columns,
      ...(values && { fetched_at: now, has_history: true }),
      problem: problem?.reason ?? null,
      problem_message: problem?.message ?? null,
    })
    .where('item_id', '=', held.item_id)
    .execute()
  if (!columns) return
  await trx
    .insertInto('metric_snapshots')
    .values({ ...columns, item_id: held.item_id, step: held.step, fetched_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function moveOn(trx: Trx, { item_id, version }: Reading['held'], next: NextTry | undefined): Promise<boolean> {
  const held = { item_id, version }
  if (!next) {
    const { numDeletedRows } = await trx
      .deleteFrom('metric_collections')
      .where('item_id', '=', held.item_id)
      .where('version', '=', held.version)
      .executeTakeFirstOrThrow()
    return numDeletedRows === 1n
  }
  const { numUpdatedRows } = await trx
    .updateTable('metric_collections')
    .set({ step: next.step, failures: next.failures, due_at: next.dueAt })
    .where('item_id', '=', held.item_id)
    .where('version', '=', held.version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Gives items back that were not read, as they were. */
export async function giveBack(
  db: Db,
  held: readonly Pick<HeldCollection, 'item_id' | 'version'>[],
  dueAt: Date,
): Promise<void> {
  await sql`
    update metric_collections as collection set due_at = ${dueAt}
    from unnest(${held.map(({ item_id }) => item_id)}::uuid[], ${held.map(({ version }) => version)}::int[]) as held (id, version)
    where collection.item_id = held.id and collection.version = held.version`.execute(db)
}

interface PostponeOptions {
  readonly lane: string
  /** Undefined: all of the lane. */
  readonly connectionId: string | undefined
  readonly until: Date
  /** So much later at the most, so that not all are read at once then. */
  readonly spreadMs: number
}

/** Lets nothing of a lane, or of a connection, be read before a time. */
export async function postpone(db: Db, { lane, connectionId, until, spreadMs }: PostponeOptions): Promise<void> {
  const ofConnection = connectionId === undefined ? sql`true` : sql`connection_id = ${connectionId}`
  await sql`
    update metric_collections
    set due_at = ${until}::timestamptz + random() * ${spreadMs / 1000} * interval '1 second'
    where lane = ${lane} and ${ofConnection} and due_at < ${until}`.execute(db)
}
