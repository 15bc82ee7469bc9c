import type { DatabaseHandle } from '#db/handle.ts'
import { migrate } from '#db/migrate.ts'
import { JOBS } from '#features/jobs.ts'
import { startJobQueue } from '#jobs/queue.ts'
import { createLogger } from '#shared/logger.ts'

/** Gives an empty database everything that a start would, and closes it: making it anew takes seconds. */
export async function prepareTemplate(database: DatabaseHandle, connectionString?: string): Promise<void> {
  await migrate(database.db)
  const logger = createLogger({ level: 'silent', pretty: false })
  const queue = await startJobQueue({
    jobs: JOBS,
    database,
    logger,
    ...(connectionString !== undefined && { connectionString }),
  })
  await queue.stop(1000)
  await database.close()
}

export function failLoudly(error: Error): void {
  throw error
}
