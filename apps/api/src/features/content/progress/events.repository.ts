import type { Db, GenerationEventsTable, StoredProgress, Trx } from '#db/types.ts'
import type { Captions, GenerationEventName, Platform } from '@powerpost/contract'
import type { Selectable } from 'kysely'
import { sql } from 'kysely'

export type StoredEvent = Selectable<GenerationEventsTable>

interface NewEvent {
  readonly generationId: string
  readonly progress: StoredProgress
  /** The attempt that tells of it. */
  readonly attempt?: number
  readonly at: Date
}

/**
 * Writes the next event of a generation. The caller holds the lock of the generation's row until it commits: so numbers
 * have no gap and no double, and whoever sees one has seen all before it.
 */
export async function appendEvent(trx: Trx, { generationId, progress, attempt, at }: NewEvent): Promise<void> {
  const { event, data } = progress
  await sql`
    insert into generation_events (generation_id, number, event, data, attempt, created_at)
    select ${generationId}::uuid, coalesce(max(number), 0) + 1, ${event}::text, ${JSON.stringify(data)}::jsonb,
      ${attempt ?? null}::integer, ${at}::timestamptz
    from generation_events where generation_id = ${generationId}::uuid`.execute(trx)
}

/** One writing of a generation's captions: its first, or a rewriting. */
export interface Run {
  readonly generationId: string
  /** Absent: its first. */
  readonly regenerationId?: string
}

/** Locks the generation's row until the transaction ends. False when the run has ended: it is told of no more. */
export async function lockRun(trx: Trx, { generationId, regenerationId }: Run): Promise<boolean> {
  const generation = await trx
    .selectFrom('generations')
    .select(['status', 'generator'])
    .where('id', '=', generationId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (generation?.status !== 'processing') return false
  if (regenerationId === undefined) return generation.generator === null
  const regeneration = await trx
    .selectFrom('regenerations')
    .select('id')
    .where('id', '=', regenerationId)
    .where('status', '=', 'processing')
    .executeTakeFirst()
  return regeneration !== undefined
}

/** The events of a generation since its captions were last begun to be written. */
function eventsOfRun(db: Db | Trx, generationId: string) {
  const begin = db
    .selectFrom('generation_events')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('generation_id', '=', generationId)
    .where('event', '=', 'queued')
  return db.selectFrom('generation_events').where('generation_id', '=', generationId).where('number', '>=', begin)
}

/** What was told of the run so far. */
export async function findToldEvents(trx: Trx, generationId: string): Promise<ReadonlySet<GenerationEventName>> {
  const rows = await eventsOfRun(trx, generationId).select('event').execute()
  return new Set(rows.map(({ event }) => event))
}

/** The caption of a platform that was told last of the run, and the attempt that wrote it. */
export async function findToldCaption(
  trx: Trx,
  { generationId, platform }: { readonly generationId: string; readonly platform: Platform },
): Promise<{ readonly attempt: number | null; readonly outputs: Captions } | undefined> {
  return eventsOfRun(trx, generationId)
    .select(['attempt', sql<Captions>`data -> 'outputs'`.as('outputs')])
    .where('event', '=', 'caption')
    .where(sql<boolean>`data ->> 'platform' = ${platform}`)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The first and the last event of the run. There are none of a generation that is gone. */
export async function findRunBounds(
  db: Db,
  generationId: string,
): Promise<{ readonly first: StoredEvent; readonly last: StoredEvent } | undefined> {
  const rows = await eventsOfRun(db, generationId).selectAll().orderBy('number').execute()
  const [first] = rows
  const last = rows.at(-1)
  return first && last && { first, last }
}

interface After {
  readonly generationId: string
  readonly after: number
  readonly limit: number
}

/** The events behind a number, in their order. */
export async function findEventsAfter(db: Db, { generationId, after, limit }: After): Promise<StoredEvent[]> {
  return db
    .selectFrom('generation_events')
    .selectAll()
    .where('generation_id', '=', generationId)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute()
}

/** The number of the last event of each generation. Those that are gone, and those of a deleted workspace, are left out. */
export async function findLastNumbers(db: Db, generationIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('generation_events')
    .innerJoin('generations', 'generations.id', 'generation_events.generation_id')
    .innerJoin('workspaces', 'workspaces.id', 'generations.workspace_id')
    .select(({ fn }) => ['generation_events.generation_id', fn.max('number').as('number')])
    .where('generation_events.generation_id', 'in', generationIds)
    .where('workspaces.deleted_at', 'is', null)
    .groupBy('generation_events.generation_id')
    .execute()
  return new Map(rows.map(({ generation_id, number }) => [generation_id, number]))
}
