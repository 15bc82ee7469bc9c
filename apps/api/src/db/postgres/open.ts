import { escapeIdentifier, Pool } from 'pg'
import type { DatabaseHandle } from '../handle.ts'
import { createDb, executeSqlOn, wireTypes } from '../handle.ts'
import { NamedClient } from '../named-client.ts'
import { listenOnPostgres } from './listen.ts'

interface PostgresOptions {
  readonly connectionString: string
  /**
   * The same database past a pooler that `connectionString` names, which may give a connection to another client after each transaction:
   * for what needs a session, which is listening. Absent: there is no pooler.
   */
  readonly directConnectionString?: string | undefined
  /** Connections of our own pool at the most; the job queue has a pool next to it. */
  readonly maxConnections?: number
  /** Whether statements are prepared once a connection: not where a connection changes hands between transactions. @default true */
  readonly prepared?: boolean
  /** Without time-outs: for migrations, which take long and wait for each other. @default false */
  readonly patient?: boolean
  /** Told of connections that break while nobody uses them. */
  readonly onError: (error: Error) => void
}

const CONNECT_TIMEOUT_MS = 5_000

/**
 * How long anything may take, in milliseconds: one process that froze with a lock in its hand must not take the others with
 * it. Statements of ours take milliseconds.
 */
const TIMEOUTS = {
  lock_timeout: 5_000,
  statement_timeout: 15_000,
  query_timeout: 20_000,
  idle_in_transaction_session_timeout: 10_000,
}

/** A pooler refuses connections that come with settings. */
const POOLED_TIMEOUTS = { query_timeout: TIMEOUTS.query_timeout }

/** Opens a PostgreSQL 15 or later by its connection string. Fails when it cannot be reached. */
export async function openPostgres(options: PostgresOptions): Promise<DatabaseHandle> {
  const { connectionString, directConnectionString, onError } = options
  const pool = new Pool({
    ...((options.prepared ?? true) && { Client: NamedClient }),
    connectionString,
    max: options.maxConnections ?? 10,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    ...(!options.patient && (directConnectionString === undefined ? TIMEOUTS : POOLED_TIMEOUTS)),
    types: wireTypes,
  })
  pool.on('error', onError)
  // The pool listens to idle clients only. One that is cut off between two statements of a transaction would otherwise end
  // the process; the statement that follows fails, and is reported.
  pool.on('connect', (client) => client.on('error', onError))
  try {
    await refuseUnusableServer(pool)
    if (directConnectionString !== undefined && !options.patient) await reportMissingTimeouts(pool, onError)
  } catch (error) {
    await pool.end()
    throw error
  }
  const db = createDb(pool)
  return {
    kind: 'postgres',
    db,
    executeSql: executeSqlOn(pool),
    listen: (channel, listener) =>
      listenOnPostgres({
        connectionString: directConnectionString ?? connectionString,
        channel,
        onError,
        ...listener,
      }),
    close: () => db.destroy(),
  }
}

const OLDEST_SUPPORTED = 15

async function refuseUnusableServer(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ version: string; encoding: string }>(
    "select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding",
  )
  const major = Math.floor(Number(rows[0]?.version) / 10_000)
  const encoding = rows[0]?.encoding
  if (major < OLDEST_SUPPORTED) {
    throw new Error(`PostgreSQL ${major} is too old: ${OLDEST_SUPPORTED} or later is needed. See DATABASE_URL.`)
  }
  if (encoding !== 'UTF8') {
    throw new Error(`the database that DATABASE_URL names stores ${encoding}: create one with ENCODING 'UTF8'.`)
  }
}

/** Behind a pooler the settings are the role's own. Without them a frozen process keeps its locks. */
async function reportMissingTimeouts(pool: Pool, onError: (error: Error) => void): Promise<void> {
  const wanted = Object.entries(TIMEOUTS).filter(([name]) => name !== 'query_timeout')
  const { rows } = await pool.query<{ role: string; unlimited: string[] }>(
    `select current_user as role,
      array(select name from pg_settings where name = any($1) and setting = '0' order by name) as unlimited`,
    [wanted.map(([name]) => name)],
  )
  const { role = '', unlimited = [] } = rows[0] ?? {}
  const lines = wanted
    .filter(([name]) => unlimited.includes(name))
    .map(([name, ms]) => `ALTER ROLE ${escapeIdentifier(role)} SET ${name} = '${ms / 1000}s';`)
  if (lines.length > 0)
    onError(new Error(`behind the pooler nothing limits statements and locks. Run: ${lines.join(' ')}`))
}
