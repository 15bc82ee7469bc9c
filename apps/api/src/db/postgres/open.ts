import { Pool } from 'pg'
import type { DatabaseHandle } from '../handle.ts'
import { createDb, executeSqlOn, wireTypes } from '../handle.ts'

interface PostgresOptions {
  readonly connectionString: string
  /** Connections of our own pool at the most; the job queue has a pool beside it. */
  readonly maxConnections?: number
  /** Told of connections that break while nobody uses them. */
  readonly onError: (error: Error) => void
}

const CONNECT_TIMEOUT_MS = 5_000

/** Opens a PostgreSQL 15 or later by its connection string. Fails when it cannot be reached. */
export async function openPostgres(options: PostgresOptions): Promise<DatabaseHandle> {
  const pool = new Pool({
    connectionString: options.connectionString,
    max: options.maxConnections ?? 10,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    types: wireTypes,
  })
  pool.on('error', options.onError)
  try {
    await refuseOldServer(pool)
  } catch (error) {
    await pool.end()
    throw error
  }
  const db = createDb(pool)
  return { kind: 'postgres', db, executeSql: executeSqlOn(pool), close: () => db.destroy() }
}

const OLDEST_SUPPORTED = 15

async function refuseOldServer(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ server_version_num: string }>('show server_version_num')
  const major = Math.floor(Number(rows[0]?.server_version_num) / 10_000)
  if (major < OLDEST_SUPPORTED)
    throw new Error(`PostgreSQL ${major} is too old: ${OLDEST_SUPPORTED} or later is needed`)
}
