import { APITimeoutError } from '../errors/connection-errors.ts'
import { JobFailedError } from '../errors/job-failed-error.ts'
import type { AnyJob } from '../generated/jobs.ts'
import type { RequestOptions } from './options.ts'
import type { Runtime } from './runtime.ts'
import { sleep } from './runtime.ts'

/** How to wait for a job. */
export interface WaitOptions<Job> extends RequestOptions {
  /** Told of the job every time it was read. */
  readonly onProgress?: ((job: Job) => void) | undefined
  /**
   * How long to wait for the end, in milliseconds: then an `APITimeoutError`. The job itself goes on.
   *
   * @default 600_000
   */
  readonly maxWait?: number | undefined
  /**
   * How long to wait before the second look, in milliseconds. Every further wait is half as long again, up to ten times
   * this.
   *
   * @default 500
   */
  readonly pollInterval?: number | undefined
}

/** A job as far as waiting for it goes. */
export interface Waitable {
  readonly status: string
  readonly error?: JobError
  /** Of a post: what became of each. */
  readonly items?: readonly { readonly error?: JobError }[]
}

interface JobError {
  readonly code: string
  readonly message: string
}

interface Wait<Job> {
  readonly runtime: Runtime
  /** The statuses that are the last. Any other, one this version does not know too, is not. */
  readonly ended: readonly string[]
  read(): PromiseLike<Job>
  /** What is thrown when the job ended `failed`. */
  readonly Failure: typeof JobFailedError | undefined
}

/** Reads a job again and again until it has ended. */
export async function waitFor<Job extends Waitable>(
  { runtime, ended, read, Failure }: Wait<Job>,
  { onProgress, maxWait = 600_000, pollInterval = 500, signal }: WaitOptions<Job> = {},
): Promise<Job> {
  const deadline = runtime.now() + maxWait
  for (let interval = pollInterval; ; interval = Math.min(interval * 1.5, pollInterval * 10)) {
    const job = await read()
    onProgress?.(job)
    if (ended.includes(job.status)) return unlessFailed(job, job, Failure)
    const delay = interval * (1 - runtime.random() / 4)
    if (runtime.now() + delay > deadline) throw new APITimeoutError(`Still ${job.status} after ${maxWait} ms.`)
    await sleep(runtime, delay, signal)
  }
}

/** The job, unless it or the part of it that was waited for ended `failed`. */
export function unlessFailed<Job>(
  job: Job,
  part: Waitable | undefined,
  Failure: typeof JobFailedError = JobFailedError,
): Job {
  if (part?.status !== 'failed') return job
  const error = part.error ?? part.items?.find((item) => item.error)?.error
  throw new Failure(job as AnyJob, error ?? { code: 'JOB_FAILED', message: 'The job failed.' })
}
