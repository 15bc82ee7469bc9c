import { openEmbedded } from '#db/embedded/open.ts'
import type { DatabaseHandle } from '#db/handle.ts'
import { openPostgres } from '#db/postgres/open.ts'
import { failLoudly } from './prepare-template.ts'
import type { TestDatabase } from './test-database.ts'

/** Opens a database that no server has open. */
export function openTestDatabase({ databaseUrl, dataDirectory }: TestDatabase): Promise<DatabaseHandle> {
  return databaseUrl === undefined
    ? openEmbedded({ directory: dataDirectory, onCrash: failLoudly, onError: failLoudly })
    : openPostgres({ connectionString: databaseUrl, onError: failLoudly })
}
