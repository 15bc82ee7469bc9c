import type { Job, PgBoss } from 'pg-boss'
import { fromKysely } from 'pg-boss'
import { z } from 'zod'
import type { Trx } from '#db/types.ts'
import type { Logger } from '#shared/logger.ts'
import type { Metrics, WorkEnd } from '#shared/metrics.ts'
import type { JobData, JobDefinition, JobDefinitions } from './definition.ts'

/** One attempt at a job, as a worker holds it. */
export interface Attempt<Data extends object> {
  readonly data: Data
  /** From 1. */
  readonly number: number
  /** Whether the job is given up when this attempt fails. */
  readonly isLast: boolean
  /** Aborted when the attempt's time is up, or the server stops. */
  readonly signal: AbortSignal
  /**
   * Marks the job done in the transaction that writes its effect, so that both happen or neither. Throws
   * `StaleAttemptError` when the job was taken from this attempt meanwhile: the transaction must then be undone.
   */
  complete(trx: Trx): Promise<void>
  /**
   * Puts the job off: this attempt ends as `complete` does, and the next begins after so many seconds, of whatever length.
   * The attempts made so far count, this one too unless it only looked whether something else is done.
   */
  postpone(trx: Trx, seconds: number, options?: PostponeOptions): Promise<void>
}

export interface PostponeOptions {
  /** @default true */
  readonly counts?: boolean
}

/** An attempt at a job of the name. */
export type AttemptOf<Jobs extends JobDefinitions, Name extends keyof Jobs> = Attempt<JobData<Jobs[Name]>>

export type JobHandler<Data extends object> = (attempt: Attempt<Data>) => Promise<void>

/** What does each kind of job: one that is missing does not compile. */
export type JobHandlers<Jobs extends JobDefinitions> = {
  readonly [Name in keyof Jobs]: JobHandler<JobData<Jobs[Name]>>
}

/** The job was given to another worker while this attempt stalled: its result comes too late. */
export class StaleAttemptError extends Error {
  override readonly name = 'StaleAttemptError'
}

/** What the queue keeps of a job: what it carries, the attempts made before it was put off, and its place. */
export const envelopeSchema = z.object({ data: z.unknown(), previous_attempts: z.int(), order: z.int().default(0) })

export type Envelope = z.output<typeof envelopeSchema>

/** Puts a job on the queue in the caller's transaction. */
export async function sendJob(
  boss: PgBoss,
  trx: Trx,
  name: string,
  envelope: Envelope,
  delaySeconds = 0,
): Promise<void> {
  const delay = delaySeconds > 0 ? { startAfter: Math.ceil(delaySeconds) } : {}
  const id = await boss.send(name, envelope, { ...delay, priority: -envelope.order, db: fromKysely(trx) })
  if (id === null) throw new Error(`The queue did not take a ${name} job`)
}

/** pg-boss answers this and does not say so in its types. */
const completeResponse = z.object({ affected: z.int() })

interface WorkOptions {
  readonly name: string
  readonly definition: JobDefinition
  /** Called with what the definition's schema says. */
  readonly handler: JobHandler<never>
  readonly logger: Logger
  readonly metrics: Metrics
  /** A job waits for another attempt. */
  readonly onPutOff: () => void
}

/** Nothing depends on it: a job is announced when it is enqueued, and its loops are woken when it is due. */
const ANNOUNCED_POLL_SECONDS = 60

/** Starts the loops that fetch one kind of job and hand each to its handler. Answers their ids. */
export async function workOn(boss: PgBoss, options: WorkOptions): Promise<readonly string[]> {
  const { name, definition } = options
  const loop = {
    batchSize: definition.batchSize,
    burstWhenBatchFull: true,
    pollingIntervalSeconds: definition.pollSeconds,
    notifyPollingIntervalSeconds: ANNOUNCED_POLL_SECONDS,
    perJobResults: true,
  } as const
  const work = (jobs: Job[]) => Promise.all(jobs.map((job) => runAttempt(boss, options, job)))
  // One at a time: together they would have one id.
  const ids: string[] = []
  while (ids.length < definition.loops) ids.push(await boss.work<object, never, typeof loop>(name, loop, work))
  return ids
}

async function runAttempt(boss: PgBoss, options: WorkOptions, job: Job) {
  const { name, definition, handler, logger, onPutOff } = options
  const start = performance.now()
  const count = (end: WorkEnd) =>
    options.metrics.countWork({ kind: name, end, seconds: (performance.now() - start) / 1000 })
  const log = logger.child({ job: name, job_id: job.id, attempt: job.retryCount + 1 })
  try {
    await handler(createAttempt(boss, { name, definition, onPutOff }, job))
    count('completed')
    return { id: job.id, status: 'completed' } as const
  } catch (error) {
    const isLost = error instanceof StaleAttemptError
    count(isLost ? 'lost' : 'failed')
    if (isLost) log.info(error.message)
    else log.warn({ err: error }, 'job attempt failed')
    // Now, and not when the slowest of the batch is done. For this attempt only: for a stale one it changes nothing.
    await boss.fail(name, { id: job.id, retryCount: job.retryCount })
    onPutOff()
    return { id: job.id, status: 'failed' } as const
  }
}

function createAttempt(
  boss: PgBoss,
  { name, definition, onPutOff }: Pick<WorkOptions, 'name' | 'definition' | 'onPutOff'>,
  job: Job,
): Attempt<never> {
  const fetched = { id: job.id, retryCount: job.retryCount }
  const envelope = envelopeSchema.parse(job.data)
  const number = envelope.previous_attempts + job.retryCount + 1
  return {
    data: definition.schema.parse(envelope.data) as never,
    number,
    isLast: number > definition.retryLimit,
    signal: job.signal,
    async postpone(trx, seconds, { counts = true } = {}) {
      await this.complete(trx)
      await sendJob(boss, trx, name, { ...envelope, previous_attempts: counts ? number : number - 1 }, seconds)
      onPutOff()
    },
    async complete(trx) {
      const response = await boss.complete(name, fetched, undefined, { db: fromKysely(trx) })
      if (completeResponse.parse(response).affected !== 1)
        throw new StaleAttemptError(`${name} ${job.id} was given to another attempt`)
    },
  }
}
