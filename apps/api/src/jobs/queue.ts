import { PgBoss } from 'pg-boss'
import type { Db as BossDatabase } from 'pg-boss'
import type { DatabaseHandle } from '#db/handle.ts'
import type { Trx } from '#db/types.ts'
import type { Logger } from '#shared/logger.ts'
import type { JobData, JobDefinition, JobName } from './catalogue.ts'
import { JOBS } from './catalogue.ts'
import type { JobHandlers } from './worker.ts'
import { sendJob, workOn } from './worker.ts'

/** Puts jobs on the queue. */
export interface JobQueue {
  /** Enqueues a job in the caller's transaction: it exists if and only if the transaction commits. */
  enqueue<Name extends JobName>(trx: Trx, name: Name, data: JobData<Name>): Promise<void>
  /** Starts to work. */
  work(handlers: JobHandlers): Promise<void>
  /** Rejects when the queue's database does not answer. */
  check(): Promise<void>
  /** Stops taking jobs and gives the running ones `graceMs` to end; what has not ended is tried again elsewhere. */
  stop(graceMs: number): Promise<void>
}

interface JobQueueOptions {
  readonly database: DatabaseHandle
  /** Of the queue's own pool. Absent with the embedded database. */
  readonly connectionString?: string
  readonly logger: Logger
}

/** A worker that has not been heard of for so long is dead, and its jobs are given to others. The least there is. */
const HEARTBEAT_SECONDS = 10
/** How often the queue looks for the jobs of dead workers. */
const SUPERVISE_SECONDS = 1
/** A waiting job is never thrown away for its age. */
const RETENTION_SECONDS = 10 * 365 * 24 * 3600
const KEEP_FINISHED_SECONDS = 3600

/** Starts the queue on the database, making or migrating its own schema under its own lock. */
export async function startJobQueue(options: JobQueueOptions): Promise<JobQueue> {
  const boss = createBoss(options)
  boss.on('error', (error) => options.logger.error({ err: error }, 'job queue'))
  boss.on('warning', (warning) => options.logger.warn({ warning }, 'job queue'))
  try {
    await boss.start()
    for (const name of Object.keys(JOBS).toReversed() as JobName[]) await createQueue(boss, name)
  } catch (error) {
    await boss.stop({ graceful: false })
    throw error
  }
  return {
    enqueue: (trx, name, data) =>
      sendJob(boss, trx, name, { data: JOBS[name].schema.parse(data), previous_attempts: 0 }),
    async work(handlers) {
      for (const name of Object.keys(JOBS) as JobName[]) await workOn(boss, name, handlers, options.logger)
    },
    async check() {
      await boss.getQueue('run-generation')
    },
    stop: (graceMs) => boss.stop({ graceful: true, timeout: graceMs }),
  }
}

function createBoss({ database, connectionString }: JobQueueOptions): PgBoss {
  const common = {
    schedule: false,
    useListenNotify: true,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
  }
  if (connectionString !== undefined) return new PgBoss({ ...common, connectionString, max: 5 })
  // The embedded database has no autovacuum to watch and cannot reindex concurrently.
  const embedded = { ...common, backend: 'pglite', monitorVacuum: false, reindex: false } as const
  return new PgBoss({ ...embedded, db: adapt(database) })
}

function adapt(database: DatabaseHandle): BossDatabase {
  const { listen } = database
  return {
    executeSql: (text, values) => database.executeSql(text, values),
    ...(listen && {
      async listen(channel, onNotification, onReconnect) {
        const close = await listen(channel, onNotification)
        onReconnect()
        return { close }
      },
    }),
  }
}

async function createQueue(boss: PgBoss, name: JobName): Promise<void> {
  const definition: JobDefinition = JOBS[name]
  const options = {
    retryLimit: definition.retryLimit,
    retryDelay: definition.retryDelaySeconds,
    retryDelayMax: definition.retryDelayMaxSeconds,
    retryBackoff: true,
    expireInSeconds: definition.timeoutSeconds,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    retentionSeconds: RETENTION_SECONDS,
    deleteAfterSeconds: KEEP_FINISHED_SECONDS,
    notify: true,
    ...(definition.deadLetter !== undefined && { deadLetter: definition.deadLetter }),
  }
  await boss.createQueue(name, options)
  await boss.updateQueue(name, options)
}
