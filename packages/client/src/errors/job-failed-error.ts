import type { AnyJob } from '../generated/jobs.ts'
import { PowerPostError } from './powerpost-error.ts'

/** A job that you waited for ended `failed`; its credits were refunded. There is a class for every kind of job. */
export class JobFailedError extends PowerPostError {
  override readonly name: string = 'JobFailedError'
  /** The job as it was read last, with whatever came of it. */
  readonly job: AnyJob

  constructor(job: AnyJob, { code, message }: { readonly code: string; readonly message: string }) {
    super({ code, message })
    this.job = job
  }
}
