import type { z } from 'zod'

/** What the queue needs to know about one kind of job. */
export interface JobDefinition<Name extends string = string> {
  readonly schema: z.ZodType<object>
  /** How often a failed, stalled or killed attempt is tried again before the job is given up. */
  readonly retryLimit: number
  /** The wait before the first retry; it doubles from there, up to `retryDelayMaxSeconds`. */
  readonly retryDelaySeconds: number
  readonly retryDelayMaxSeconds: number
  /** How long one attempt may take. */
  readonly timeoutSeconds: number
  /** The job of the same feature that is enqueued, with the same data, when this one is given up. */
  readonly deadLetter?: Name
  /** How often each loop polls while the database announces nothing: a connection that listens could not be had. */
  readonly pollSeconds: number
  /** Loops that fetch in one process, and the jobs each has in hand at the most. */
  readonly loops: number
  readonly batchSize: number
}

export type JobDefinitions = Readonly<Record<string, JobDefinition>>

/** What a job carries. */
export type JobData<Definition extends JobDefinition> = z.output<Definition['schema']>

/** Where a job stands among those of its name. */
interface JobPlace {
  /** The smallest is begun first; of the same, the oldest. @default 0 */
  readonly order?: number
}

/** A job as it is enqueued: its name, its data and its place. */
export type JobMessage<Jobs extends JobDefinitions> = {
  [Name in keyof Jobs & string]: readonly [name: Name, data: JobData<Jobs[Name]>, place?: JobPlace]
}[keyof Jobs & string]

/** The kinds of job of one feature. */
export function defineJobs<const Jobs extends { [Name in keyof Jobs]: JobDefinition<keyof Jobs & string> }>(
  jobs: Jobs,
): Jobs {
  return jobs
}

/** Of a dead letter: it only writes to the database, so it is tried until the database takes it. */
export const DEAD_LETTER = {
  retryLimit: 100_000,
  retryDelaySeconds: 1,
  retryDelayMaxSeconds: 60,
  timeoutSeconds: 60,
  pollSeconds: 2,
  loops: 1,
  batchSize: 5,
} as const satisfies Omit<JobDefinition, 'schema'>
