import { json } from 'node:stream/consumers'
import { systemClock } from '#shared/clock.ts'
import { hasCode } from '#shared/files.ts'
import { assertNoFile, saveArchive, withBackup } from './backup/back-up.ts'
import type { BackupSummary } from './backup/format.ts'
import { askServer } from './channel-client.ts'
import type { Grant, Granted } from './grant.ts'
import { grant, grantedSchema, readGrant } from './grant.ts'
import type { MoveSummary } from './move/move-data.ts'
import { moveData } from './move/move-data.ts'
import { OperatorError } from './operator-error.ts'
import { assertHasDatabase, withEmbedded, withPostgres } from './open-database.ts'

export type { InstalledRuntime } from './models/install-runtime.ts'
export { installRuntime, removeRuntime } from './models/install-runtime.ts'
export type { ModelList } from './models/list-models.ts'
export { listModels } from './models/list-models.ts'
export { restoreBackup } from './backup/restore.ts'
export type { BackupSummary } from './backup/format.ts'
export type { MoveSummary } from './move/move-data.ts'
export { OperatorError } from './operator-error.ts'
export type { Grant, Granted } from './grant.ts'

/** Where a server keeps its data. */
export interface ServerData {
  readonly dataDirectory: string
  /** Absent: embedded, in the data directory. */
  readonly databaseUrl: string | undefined
}

/** Gives an account credits: by the running server where it alone has the database open, else in the database itself. */
export async function grantCredits({ dataDirectory, databaseUrl }: ServerData, asked: Grant): Promise<Granted> {
  const wanted = readGrant(asked)
  if (databaseUrl !== undefined) return withPostgres(databaseUrl, ({ db }) => grant(db, wanted, systemClock))
  assertHasDatabase(dataDirectory)
  const answer = await askServer(dataDirectory, '/grants', wanted)
  if (answer) return grantedSchema.parse(await json(answer))
  return withEmbedded(dataDirectory, ({ db }) => grant(db, wanted, systemClock))
}

/** Writes all that a server with the embedded database has to one new file, while the server runs too. */
export async function backUp({ dataDirectory, databaseUrl }: ServerData, file: string): Promise<BackupSummary> {
  if (databaseUrl !== undefined) throw notEmbedded()
  assertHasDatabase(dataDirectory)
  assertNoFile(file)
  const archive = await askServer(dataDirectory, '/backups')
  if (archive) return saveArchive(archive, file).catch(explainLostServer)
  const clock = systemClock
  return withEmbedded(dataDirectory, (database) =>
    withBackup({ database, dataDirectory, clock }, (archive) => saveArchive(archive, file)),
  )
}

/**
 * Copies what a stopped server has in its embedded database to an empty PostgreSQL. The media stay in the data directory, which the
 * server goes on using; the embedded database is left as it is.
 */
export async function move({ from, to }: { readonly from: string; readonly to: string }): Promise<MoveSummary> {
  return withEmbedded(from, (embedded) =>
    withPostgres(to, (postgres) => moveData({ from: embedded, to: postgres, databaseUrl: to })),
  )
}

function explainLostServer(error: unknown): never {
  if (!hasCode(error, 'ECONNRESET')) throw error
  const message = 'The server stopped before the backup was complete.'
  const hint = "Run the same command again; the server's log says why it failed."
  throw new OperatorError({ code: 'BACKUP_INCOMPLETE', outcome: 'unavailable', message, hint }, { cause: error })
}

function notEmbedded(): OperatorError {
  const message = 'The database is PostgreSQL, which this command does not back up.'
  const hint =
    'Use pg_dump for the database that DATABASE_URL names, and then copy the folder `media` of the data directory.'
  return new OperatorError({ code: 'NOT_EMBEDDED', outcome: 'usage', message, hint })
}
