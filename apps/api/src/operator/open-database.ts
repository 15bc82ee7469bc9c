import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DirectoryLockedError } from '#db/embedded/lock.ts'
import { openEmbedded } from '#db/embedded/open.ts'
import type { DatabaseHandle } from '#db/handle.ts'
import { openPostgres } from '#db/postgres/open.ts'
import { DatabaseError } from 'pg'
import { OperatorError } from './operator-error.ts'

/** Uses the embedded database of a data directory that no server runs on. Nobody else can while it lasts. */
export async function withEmbedded<T>(
  dataDirectory: string,
  use: (database: DatabaseHandle) => Promise<T>,
): Promise<T> {
  assertHasDatabase(dataDirectory)
  return withDatabase(
    await openEmbedded({ directory: dataDirectory, onCrash: die, onError: ignoreIdle }).catch((error: unknown) => {
      throw error instanceof DirectoryLockedError ? inUse(dataDirectory, error) : error
    }),
    use,
  )
}

/** Uses a PostgreSQL without the server's time-outs: what an operator does may take long. */
export async function withPostgres<T>(databaseUrl: string, use: (database: DatabaseHandle) => Promise<T>): Promise<T> {
  const options = { connectionString: databaseUrl, patient: true, maxConnections: 2, onError: ignoreIdle }
  const database = await openPostgres(options).catch((error: unknown) => {
    throw unreachable(error)
  })
  return withDatabase(database, use)
}

/** Opening a directory that has none would make one. */
export function assertHasDatabase(dataDirectory: string): void {
  if (existsSync(join(dataDirectory, 'postgres', 'PG_VERSION'))) return
  throw new OperatorError({
    code: 'NO_DATABASE',
    outcome: 'missing',
    message: `There is no embedded database in ${dataDirectory}.`,
    hint: "Give the server's data directory with --data-dir or POWERPOST_DATA_DIR, or its PostgreSQL with DATABASE_URL.",
  })
}

async function withDatabase<T>(database: DatabaseHandle, use: (database: DatabaseHandle) => Promise<T>): Promise<T> {
  try {
    return await use(database)
  } catch (error) {
    throw error instanceof DatabaseError && error.code === UNDEFINED_TABLE ? noTables(error) : error
  } finally {
    await database.close()
  }
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const UNDEFINED_TABLE = '42P01'

function noTables(cause: unknown): OperatorError {
  const message = "The database does not have PowerPost's tables yet."
  const hint = 'Start the server with it once, or choose another database.'
  return new OperatorError({ code: 'NO_DATABASE', outcome: 'missing', message, hint }, { cause })
}

/** Nothing could be answered any more. */
function die(error: Error): void {
  throw error
}

/** A connection that breaks while nobody uses it: the next query says so. */
function ignoreIdle(): void {}

export function inUse(dataDirectory: string, cause: unknown): OperatorError {
  const message = `${dataDirectory} is in use by another process.`
  const hint = 'Stop the server, or wait until the other command is finished.'
  return new OperatorError({ code: 'IN_USE', outcome: 'conflict', message, hint }, { cause })
}

function unreachable(cause: unknown): OperatorError {
  const [reason = ''] = cause instanceof Error ? cause.message.split('\n') : []
  const message = `PostgreSQL cannot be used: ${reason || 'no response'}.`
  const hint = 'Check its host, name, user and password, and that it is running.'
  return new OperatorError({ code: 'DATABASE_UNREACHABLE', outcome: 'unavailable', message, hint }, { cause })
}
