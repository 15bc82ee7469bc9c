import { Pool } from 'pg'
import type { DatabaseHandle } from '../handle.ts'
import { createDb, executeSqlOn, wireTypes } from '../handle.ts'
import { NamedClient } from '../named-client.ts'
import { listenOnPostgres } from './listen.ts'

interface PostgresOptions {
  readonly connectionString: string
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

/** Opens a PostgreSQL 15 or later by its connection string. Fails when it cannot be reached. */
export async function openPostgres(options: PostgresOptions): Promise<DatabaseHandle> {
  const pool = new Pool({
    ...((options.prepared ?? true) && { Client: NamedClient }),
    connectionString: options.connectionString,
    max: options.maxConnections ?? 10,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    ...(!options.patient && TIMEOUTS),
    types: wireTypes,
  })
  pool.on('error', options.onError)
  // The pool listens to idle clients only. One that is cut off between two statements of a transaction would otherwise end
  // the process; the statement that follows fails, and is reported.
  pool.on('connect', (client) => client.on('error', options.onError))
  try {
    await refuseUnusableServer(pool)
  } catch (error) {
    await pool.end()
    throw error
  }
  const db = createDb(pool)
  const { connectionString, onError } = options
  return {
    kind: 'postgres',
    db,
    executeSql: executeSqlOn(pool),
    listen: (channel, listener) => listenOnPostgres({ connectionString, channel, onError, ...listener }),
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
