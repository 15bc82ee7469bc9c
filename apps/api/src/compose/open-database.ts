import type { Config } from '#config/index.ts'
import { openEmbedded } from '#db/embedded/open.ts'
import type { DatabaseHandle } from '#db/handle.ts'
import { migrate } from '#db/migrate.ts'
import { openPostgres } from '#db/postgres/open.ts'
import type { Logger } from '#shared/logger.ts'

interface OpenOptions {
  readonly config: Config
  readonly logger: Logger
  /** The database ended by itself: the process cannot go on. */
  readonly onDatabaseCrash: (error: Error) => void
}

/** Behind a pooler the job queue has no pool of its own: it would listen on it. */
const CONNECTIONS_WITH_QUEUE = 15

/** Opens the database that the settings name. */
export function openDatabase({ config, logger, onDatabaseCrash }: OpenOptions): Promise<DatabaseHandle> {
  const onError = (error: Error) => logger.warn({ err: error }, 'database')
  if (config.databaseUrl !== undefined)
    return openPostgres({
      connectionString: config.databaseUrl,
      directConnectionString: config.directDatabaseUrl,
      ...(config.directDatabaseUrl !== undefined && { maxConnections: CONNECTIONS_WITH_QUEUE }),
      prepared: config.preparedStatements,
      onError,
    })
  return openEmbedded({ directory: config.dataDirectory, onCrash: onDatabaseCrash, onError })
}

/** Brings its schema up to date, however long that takes. */
export async function migrateDatabase(
  { config, logger }: Pick<OpenOptions, 'config' | 'logger'>,
  database: DatabaseHandle,
): Promise<void> {
  if (config.databaseUrl === undefined) return migrate(database.db)
  const onError = (error: Error) => logger.warn({ err: error }, 'database')
  const patient = await openPostgres({
    connectionString: config.directDatabaseUrl ?? config.databaseUrl,
    patient: true,
    prepared: false,
    maxConnections: 2,
    onError,
  })
  try {
    await migrate(patient.db)
  } finally {
    await patient.close()
  }
}
