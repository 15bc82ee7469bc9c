import type { Db, RunsTable, Trx } from '#db/types.ts'
import type { Warning } from '@powerpost/contract'
import type { Insertable, Selectable } from 'kysely'
import { sql } from 'kysely'

export type StoredRun = Selectable<RunsTable>

type NewRun = Pick<
  Insertable<RunsTable>,
  'id' | 'kind' | 'subject_id' | 'account_id' | 'workspace_id' | 'livemode' | 'credits_used' | 'created_at' | 'input'
>

/** The first run of a subject has its id; every later one is a regeneration. */
export function isFirstRun({ id, subject_id }: Pick<StoredRun, 'id' | 'subject_id'>): boolean {
  return id === subject_id
}

/** What the first run of each subject cost, and what it failed with, to be joined to the subjects. */
export function selectFirstRuns(db: Db | Trx) {
  return db
    .selectFrom('runs')
    .select(['id as first_run_id', 'credits_used', 'credits_refunded', 'warnings', 'error_code', 'error_message'])
    .as('first_run')
}

/** The runs of a subject, to be joined to what they produced. */
export function selectRunsOf(db: Db | Trx, subjectId: string) {
  return db
    .selectFrom('runs')
    .select(['id as run_id', 'status as run_status', 'created_at as run_created_at'])
    .where('subject_id', '=', subjectId)
    .as('run')
}

/**
 * Stores a new run, behind the runs of its own workspace and never before the oldest of any: workspaces take turns, however many
 * runs of one wait (start-time fair queuing).
 *
 * @returns its place in the queue
 */
export async function insertRun(trx: Trx, run: NewRun): Promise<number> {
  const open = { status: 'processing', error_code: null, error_message: null, completed_at: null } as const
  const { kind, workspace_id: workspaceId } = run
  const { queue_order } = await trx
    .insertInto('runs')
    .values({
      ...run,
      ...open,
      queue_order: sql<number>`greatest(
        (select max(queue_order) + 1 from runs
          where kind = ${kind} and status = 'processing' and workspace_id = ${workspaceId}),
        (select min(queue_order) from runs where kind = ${kind} and status = 'processing'), 0)`,
    })
    .returning('queue_order')
    .executeTakeFirstOrThrow()
  return queue_order
}

interface StartedAttempt {
  readonly id: string
  /** From 1. */
  readonly attempt: number
  readonly at: Date
}

/**
 * Notes that an attempt starts. The run's time goes on from a failed attempt, and begins again after one that was killed: the
 * server was down meanwhile, and the run waited for nobody. Undefined when the run has ended: there is nothing left to do.
 */
export async function startAttempt(db: Db, { id, attempt, at }: StartedAttempt): Promise<StoredRun | undefined> {
  return db
    .updateTable('runs')
    .set({
      attempt,
      waiting_since: sql<Date>`case when failed_attempt = ${attempt}::integer - 1 then coalesce(waiting_since, ${at}::timestamptz)
        else ${at}::timestamptz end`,
    })
    .where('id', '=', id)
    .where('status', '=', 'processing')
    .returningAll()
    .executeTakeFirst()
}

export async function findRun(db: Db | Trx, id: string): Promise<StoredRun | undefined> {
  return db.selectFrom('runs').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Locks a run until the transaction ends. False when the run has ended. Code that also locks its subject does that first. */
export async function lockIfProcessing(trx: Trx, id: string): Promise<boolean> {
  const run = await trx
    .selectFrom('runs')
    .select('id')
    .where('id', '=', id)
    .where('status', '=', 'processing')
    .forNoKeyUpdate()
    .executeTakeFirst()
  return run !== undefined
}

/** Keeps that an attempt failed, and another follows. The caller holds the lock of the run. */
export async function updateFailedAttempt(trx: Trx, id: string, attempt: number): Promise<void> {
  await trx.updateTable('runs').set({ failed_attempt: attempt }).where('id', '=', id).execute()
}

/** How a run ended. */
export interface RunEnd {
  readonly at: Date
  /** Absent: it completed. */
  readonly failure?: RunFailure
  /** What it did not do as requested, and what a person should look at. */
  readonly warnings?: readonly Warning[]
  /** Of one that completed: what is given back because it was not done. */
  readonly refund?: PartialRefund
}

/** Credits given back for what a completed run did not do. */
export interface PartialRefund {
  /** No more than the run cost. */
  readonly credits: number
  /** For the ledger. */
  readonly reason: string
}

export interface RunFailure {
  readonly code: string
  /** For the caller: what really happened is in the log. */
  readonly message: string
  /** Credits to give back. */
  readonly refund: number
}

/** Ends a run. False when it had ended already. */
export async function endIfProcessing(
  trx: Trx,
  id: string,
  { at, failure, warnings = [], refund }: RunEnd,
): Promise<boolean> {
  const result = await trx
    .updateTable('runs')
    .set({
      status: failure ? 'failed' : 'completed',
      credits_refunded: failure?.refund ?? refund?.credits ?? 0,
      warnings: JSON.stringify(warnings),
      error_code: failure?.code ?? null,
      error_message: failure?.message ?? null,
      completed_at: at,
    })
    .where('id', '=', id)
    .where('status', '=', 'processing')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** The last regeneration of a subject, whatever became of it. */
export async function findLastRegeneration(db: Db | Trx, subjectId: string): Promise<StoredRun | undefined> {
  return db
    .selectFrom('runs')
    .selectAll()
    .where('subject_id', '=', subjectId)
    .whereRef('id', '!=', 'subject_id')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** How many runs a subject has, the running one included. */
export async function countRuns(db: Db | Trx, subjectId: string): Promise<number> {
  const { count } = await db
    .selectFrom('runs')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('subject_id', '=', subjectId)
    .executeTakeFirstOrThrow()
  return count
}

/** The runs that have not ended, of some subjects or of all. */
export async function findProcessingRuns(trx: Trx, subjectIds?: readonly string[]): Promise<StoredRun[]> {
  if (subjectIds?.length === 0) return []
  let query = trx.selectFrom('runs').selectAll().where('status', '=', 'processing')
  if (subjectIds) query = query.where('subject_id', 'in', subjectIds)
  return query.orderBy('created_at').execute()
}

export async function deleteRuns(trx: Trx, subjectIds: readonly string[]): Promise<void> {
  if (subjectIds.length > 0) await trx.deleteFrom('runs').where('subject_id', 'in', subjectIds).execute()
}
