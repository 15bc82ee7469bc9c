import { z } from 'zod'

/** What the queue needs to know of one kind of job. */
export interface JobDefinition {
  readonly schema: z.ZodType<object>
  /** How often a failed, stalled or killed attempt is tried again before the job is given up. */
  readonly retryLimit: number
  /** The wait before the first retry; it doubles from there, up to `retryDelayMaxSeconds`. */
  readonly retryDelaySeconds: number
  readonly retryDelayMaxSeconds: number
  /** How long one attempt may take. */
  readonly timeoutSeconds: number
  /** The job that is enqueued, with the same data, when this one is given up. */
  readonly deadLetter?: string
  /** How often each loop looks for jobs that nobody is told of: retries and those put off. New ones it is told of. */
  readonly pollSeconds: number
  /** Loops that fetch in one process, and the jobs each has in hand at the most. */
  readonly loops: number
  readonly batchSize: number
}

const generationJob = z.object({ generation_id: z.uuid() })
const regenerationJob = z.object({ regeneration_id: z.uuid() })
const imageGenerationJob = z.object({ image_generation_id: z.uuid() })

/** Wakes those who work through a table of their own, which they look at anyway: one that is lost is no loss. */
const WAKING = {
  schema: z.object({}),
  retryLimit: 0,
  retryDelaySeconds: 1,
  retryDelayMaxSeconds: 1,
  timeoutSeconds: 60,
  pollSeconds: 0.5,
  loops: 1,
  batchSize: 100,
} as const satisfies JobDefinition

/** Every kind of job: its name, what it carries and how it is retried. */
export const JOBS = {
  'run-generation': {
    schema: generationJob,
    retryLimit: 5,
    retryDelaySeconds: 1,
    retryDelayMaxSeconds: 30,
    timeoutSeconds: 300,
    deadLetter: 'fail-generation',
    pollSeconds: 0.5,
    loops: 6,
    batchSize: 4,
  },
  // The last resort: it only writes to the database, so it is tried until the database takes it.
  'fail-generation': {
    schema: generationJob,
    retryLimit: 100_000,
    retryDelaySeconds: 1,
    retryDelayMaxSeconds: 60,
    timeoutSeconds: 60,
    pollSeconds: 2,
    loops: 1,
    batchSize: 5,
  },
  'run-regeneration': {
    schema: regenerationJob,
    retryLimit: 5,
    retryDelaySeconds: 1,
    retryDelayMaxSeconds: 30,
    timeoutSeconds: 300,
    deadLetter: 'fail-regeneration',
    pollSeconds: 0.5,
    loops: 1,
    batchSize: 8,
  },
  'fail-regeneration': {
    schema: regenerationJob,
    retryLimit: 100_000,
    retryDelaySeconds: 1,
    retryDelayMaxSeconds: 60,
    timeoutSeconds: 60,
    pollSeconds: 2,
    loops: 1,
    batchSize: 5,
  },
  // Each attempt may draw four pictures, at up to two minutes and some cents each: few at a time, and few attempts.
  'run-image-generation': {
    schema: imageGenerationJob,
    retryLimit: 3,
    retryDelaySeconds: 2,
    retryDelayMaxSeconds: 60,
    timeoutSeconds: 400,
    deadLetter: 'fail-image-generation',
    pollSeconds: 0.5,
    loops: 2,
    batchSize: 2,
  },
  'fail-image-generation': {
    schema: imageGenerationJob,
    retryLimit: 100_000,
    retryDelaySeconds: 1,
    retryDelayMaxSeconds: 60,
    timeoutSeconds: 60,
    pollSeconds: 2,
    loops: 1,
    batchSize: 5,
  },
  // Webhooks that are to be sent are looked for once a second.
  'deliver-webhooks': WAKING,
  // Items that are to be posted are looked for twice a second.
  'publish-items': WAKING,
  'purge-workspace': {
    schema: z.object({ workspace_id: z.guid() }),
    retryLimit: 100_000,
    retryDelaySeconds: 5,
    retryDelayMaxSeconds: 600,
    timeoutSeconds: 600,
    pollSeconds: 2,
    loops: 1,
    batchSize: 1,
  },
} as const satisfies Record<string, JobDefinition>

export type JobName = keyof typeof JOBS

export type JobData<Name extends JobName> = z.output<(typeof JOBS)[Name]['schema']>
