import type { DatabaseHandle } from '#db/handle.ts'
import { ALL_TABLES } from '#db/inventory.ts'
import { migrate } from '#db/migrate.ts'
import type { Db, Trx } from '#db/types.ts'
import { JOBS } from '#features/jobs.ts'
import type { Jobs } from '#features/jobs.ts'
import { listPendingJobs } from '#jobs/pending.ts'
import type { JobQueue } from '#jobs/queue.ts'
import { startJobQueue } from '#jobs/queue.ts'
import { createLogger } from '#shared/logger.ts'
import { sql } from 'kysely'
import { OperatorError } from '../operator-error.ts'
import { copyTable } from './copy-table.ts'

/** What a move came to. */
export interface MoveSummary {
  /** Rows, by table. */
  readonly rows: Readonly<Record<string, number>>
  /** Jobs that were waiting or running, and that the new database's workers take up. */
  readonly jobs: number
  /** Credits of all accounts together, as their ledgers sum up to. */
  readonly credits: number
}

interface MoveOptions {
  readonly from: DatabaseHandle
  readonly to: DatabaseHandle
  /** Of `to`, for its job queue. */
  readonly databaseUrl: string
}

/**
 * Copies everything from one database to another that has no account yet: in one transaction, that is committed when all rows
 * have arrived and the ledgers sum up to the same. The first database stays as it is.
 */
export async function moveData({ from, to, databaseUrl }: MoveOptions): Promise<MoveSummary> {
  await assertNoAccounts(to.db)
  await migrate(from.db)
  await migrate(to.db)
  const logger = createLogger({ level: 'silent', pretty: false })
  const queue = await startJobQueue({ jobs: JOBS, database: to, connectionString: databaseUrl, logger })
  try {
    return await from.db
      .transaction()
      .execute((source) => to.db.transaction().execute((target) => copyAll(source, target, queue)))
  } finally {
    await queue.stop(0)
  }
}

async function copyAll(from: Trx, to: Trx, queue: JobQueue<Jobs>): Promise<MoveSummary> {
  // A server that starts on the target now waits, and then finds accounts.
  await sql`lock table accounts in access exclusive mode`.execute(to)
  await assertNoAccounts(to)
  // Of a server that was started on the target: nothing is sealed where there is no account.
  await to.deleteFrom('key_check').execute()
  const rows: Record<string, number> = {}
  for (const table of ALL_TABLES) {
    rows[table] = await copyTable(from, to, table)
    assertSame(`the rows of ${table}`, await countRows(from, table), await countRows(to, table))
  }
  const credits = await sumCredits(from)
  assertSame('the credits', JSON.stringify(credits), JSON.stringify(await sumCredits(to)))
  const jobs = await listPendingJobs(from, JOBS)
  for (const job of jobs) await queue.enqueue(to, ...job)
  return { rows, jobs: jobs.length, credits: credits.balances }
}

async function assertNoAccounts(db: Pick<Db, 'selectFrom' | 'getExecutor'>): Promise<void> {
  const { rows } = await sql<{ found: boolean }>`select to_regclass('accounts') is not null as found`.execute(db)
  if (!rows[0]?.found) return
  if (await db.selectFrom('accounts').select('id').limit(1).executeTakeFirst()) throw notEmpty()
}

async function countRows(trx: Trx, table: (typeof ALL_TABLES)[number]): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(trx)
  return rows[0]?.count ?? 0
}

interface Credits {
  readonly balances: number
  /** Of live entries: what the balances are made of. */
  readonly ledger: number
  readonly accounts_that_differ: number
}

async function sumCredits(trx: Trx): Promise<Credits> {
  const { rows } = await sql<Credits>`
    with sums as (
      select credit_balance as balance,
        (select coalesce(sum(amount), 0)::bigint from credit_ledger where account_id = accounts.id and livemode) as ledger
      from accounts
    )
    select coalesce(sum(balance), 0)::bigint as balances, coalesce(sum(ledger), 0)::bigint as ledger,
      count(*) filter (where balance <> ledger) as accounts_that_differ
    from sums`.execute(trx)
  const [credits] = rows
  if (!credits) throw new Error('a sum has one row')
  return credits
}

function assertSame(what: string, before: number | string, after: number | string): void {
  if (before === after) return
  const message = `After copying, ${what} differ: ${before} before, ${after} after.`
  const hint = 'Nothing was moved. Please report it.'
  throw new OperatorError({ code: 'MOVE_DIFFERS', outcome: 'fault', message, hint })
}

function notEmpty(): OperatorError {
  const message = 'The target database already has accounts.'
  const hint = 'Create a new, empty one (createdb), and pass it with --to.'
  return new OperatorError({ code: 'NOT_EMPTY', outcome: 'conflict', message, hint })
}
