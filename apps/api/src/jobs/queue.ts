import { PgBoss } from 'pg-boss'
import type { Db as BossDatabase } from 'pg-boss'
import type { DatabaseHandle } from '#db/handle.ts'
import type { Trx } from '#db/types.ts'
import type { Logger } from '#shared/logger.ts'
import type { Metrics } from '#shared/metrics.ts'
import { noMetrics } from '#shared/metrics.ts'
import type { JobDefinition, JobDefinitions, JobMessage } from './definition.ts'
import { createUpkeep, HEARTBEAT_SECONDS } from './upkeep.ts'
import type { JobHandlers } from './worker.ts'
import { sendJob, workOn } from './worker.ts'

/** Puts jobs on the queue. */
export interface Enqueuer<Jobs extends JobDefinitions> {
  /** Enqueues a job in the caller's transaction: it exists if and only if the transaction commits. */
  readonly enqueue: (trx: Trx, ...job: JobMessage<Jobs>) => Promise<void>
}

/** Puts jobs on the queue, and takes them from it. */
export interface JobQueue<Jobs extends JobDefinitions> extends Enqueuer<Jobs> {
  /** Enqueues a job that was lost: the attempts that were made already count. */
  readonly enqueueAgain: (trx: Trx, previousAttempts: number, ...job: JobMessage<Jobs>) => Promise<void>
  /** Starts to work. */
  work(handlers: JobHandlers<Jobs>): Promise<void>
  /** Rejects when the queue's database does not answer. */
  check(): Promise<void>
  /** Stops taking jobs and gives the running ones `graceMs` to end; what has not ended is tried again elsewhere. */
  stop(graceMs: number): Promise<void>
}

interface JobQueueOptions<Jobs extends JobDefinitions> {
  readonly jobs: Jobs
  /** Names of jobs of earlier versions, each before its dead letter: their queues are deleted, with what waits in them. @default none */
  readonly retired?: readonly string[]
  readonly database: DatabaseHandle
  /** Of the queue's own pool. Absent: it uses the connections of `database`. */
  readonly connectionString?: string
  readonly logger: Logger
  /** @default nothing is counted */
  readonly metrics?: Metrics | undefined
}

/** The least that the queue takes: `createUpkeep` decides when to supervise. */
const MONITOR_SECONDS = 1
/** A waiting job is never thrown away for its age. */
const RETENTION_SECONDS = 10 * 365 * 24 * 3600
const KEEP_FINISHED_SECONDS = 3600

/** Starts the queue on the database, making or migrating its own schema under its own lock. */
export async function startJobQueue<Jobs extends JobDefinitions>(
  options: JobQueueOptions<Jobs>,
): Promise<JobQueue<Jobs>> {
  const { jobs, retired = [], logger, metrics = noMetrics } = options
  const boss = createBoss(options)
  boss.on('error', (error) => logger.error({ err: error }, 'job queue'))
  boss.on('warning', (warning) => logger.warn({ warning }, 'job queue'))
  try {
    await boss.start()
    // A dead letter has its queue before the job that leaves it.
    for (const [name, definition] of Object.entries(jobs).toReversed()) await createQueue(boss, name, definition)
    await deleteQueues(boss, retired)
  } catch (error) {
    await boss.stop({ graceful: false })
    throw error
  }
  const send = (trx: Trx, previousAttempts: number, [name, data, { order = 0 } = {}]: JobMessage<Jobs>) =>
    sendJob(boss, trx, name, { data: find(jobs, name).schema.parse(data), previous_attempts: previousAttempts, order })
  const loops = new Map<string, readonly string[]>()
  const upkeep = createUpkeep({
    db: options.database.db,
    logger,
    names: Object.keys(jobs),
    onDue: (name) => loops.get(name)?.forEach((id) => boss.notifyWorker(id)),
    supervise: () => boss.supervise(),
  })
  return {
    enqueue: (trx, ...job) => send(trx, 0, job),
    enqueueAgain: (trx, previousAttempts, ...job) => send(trx, previousAttempts, job),
    async work(handlers) {
      for (const [name, definition] of Object.entries(jobs)) {
        const handler = find(handlers, name)
        loops.set(name, await workOn(boss, { name, definition, handler, logger, metrics, onPutOff: upkeep.notify }))
      }
      upkeep.start()
    },
    async check() {
      await boss.getQueue(Object.keys(jobs)[0] ?? '')
    },
    async stop(graceMs) {
      await upkeep.stop()
      await boss.stop({ graceful: true, timeout: graceMs })
    },
  }
}

/** The types promise that it is there. */
function find<Value>(byName: Readonly<Record<string, Value>>, name: string): Value {
  const found = byName[name]
  if (found === undefined) throw new Error(`There is no job ${name}`)
  return found
}

function createBoss({
  database,
  connectionString,
}: Pick<JobQueueOptions<never>, 'database' | 'connectionString'>): PgBoss {
  const common = {
    schedule: false,
    useListenNotify: true,
    supervise: false,
    monitorIntervalSeconds: MONITOR_SECONDS,
  }
  if (connectionString !== undefined) return new PgBoss({ ...common, connectionString, max: 5 })
  if (database.kind === 'postgres') return new PgBoss({ ...common, db: adapt(database) })
  // The embedded database has no autovacuum to watch and cannot reindex concurrently.
  const embedded = { ...common, backend: 'pglite', monitorVacuum: false, reindex: false } as const
  return new PgBoss({ ...embedded, db: adapt(database) })
}

function adapt(database: DatabaseHandle): BossDatabase {
  return {
    executeSql: (text, values) => database.executeSql(text, values),
    async listen(channel, onNotification, onReconnect) {
      const close = await database.listen(channel, { onNotification, onGap: onReconnect })
      onReconnect()
      return { close }
    },
  }
}

async function createQueue(boss: PgBoss, name: string, definition: JobDefinition): Promise<void> {
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

async function deleteQueues(boss: PgBoss, names: readonly string[]): Promise<void> {
  const found = new Set((await boss.getQueues()).map(({ name }) => name))
  for (const name of names) if (found.has(name)) await boss.deleteQueue(name)
}
