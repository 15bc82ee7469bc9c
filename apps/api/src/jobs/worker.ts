import type { Job, PgBoss } from 'pg-boss'
import { fromKysely } from 'pg-boss'
import { z } from 'zod'
import type { Trx } from '#db/types.ts'
import type { Logger } from '#shared/logger.ts'
import type { JobData, JobDefinition, JobName } from './catalogue.ts'
import { JOBS } from './catalogue.ts'

/** One attempt at a job, as a worker holds it. */
export interface Attempt<Name extends JobName> {
  readonly data: JobData<Name>
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
}

export type JobHandler<Name extends JobName> = (attempt: Attempt<Name>) => Promise<void>

/** What does each kind of job: one that is missing does not compile. */
export type JobHandlers = { readonly [Name in JobName]: JobHandler<Name> }

/** The job was given to another worker while this attempt stalled: its result comes too late. */
export class StaleAttemptError extends Error {
  override readonly name = 'StaleAttemptError'
}

/** pg-boss answers this and does not say so in its types. */
const completeResponse = z.object({ affected: z.int() })

/** Retries and delayed jobs are not notified of; this is the least that pg-boss allows. */
const POLL_SECONDS = 0.5

/** Starts the loops that fetch one kind of job and hand each to its handler. */
export async function workOn<Name extends JobName>(
  boss: PgBoss,
  name: Name,
  handlers: JobHandlers,
  logger: Logger,
): Promise<void> {
  const { loops, batchSize }: JobDefinition = JOBS[name]
  const options = {
    localConcurrency: loops,
    batchSize,
    burstWhenBatchFull: true,
    pollingIntervalSeconds: POLL_SECONDS,
    notifyPollingIntervalSeconds: POLL_SECONDS,
    perJobResults: true,
  } as const
  const handler: JobHandler<Name> = handlers[name]
  await boss.work<object, never, typeof options>(name, options, (jobs) =>
    Promise.all(jobs.map((job) => runAttempt(boss, name, handler, job, logger))),
  )
}

async function runAttempt<Name extends JobName>(
  boss: PgBoss,
  name: Name,
  handler: JobHandler<Name>,
  job: Job,
  logger: Logger,
) {
  const log = logger.child({ job: name, job_id: job.id, attempt: job.retryCount + 1 })
  try {
    await handler(createAttempt(boss, name, job))
    return { id: job.id, status: 'completed' } as const
  } catch (error) {
    if (error instanceof StaleAttemptError) log.info(error.message)
    else log.warn({ err: error }, 'job attempt failed')
    // The queue settles it for this attempt only: for a stale one this changes nothing.
    return { id: job.id, status: 'failed' } as const
  }
}

function createAttempt<Name extends JobName>(boss: PgBoss, name: Name, job: Job): Attempt<Name> {
  const { schema, retryLimit }: JobDefinition = JOBS[name]
  const fetched = { id: job.id, retryCount: job.retryCount }
  return {
    data: schema.parse(job.data) as JobData<Name>,
    number: job.retryCount + 1,
    isLast: job.retryCount >= retryLimit,
    signal: job.signal,
    async complete(trx) {
      const response = await boss.complete(name, fetched, undefined, { db: fromKysely(trx) })
      if (completeResponse.parse(response).affected !== 1)
        throw new StaleAttemptError(`${name} ${job.id} was given to another attempt`)
    },
  }
}
