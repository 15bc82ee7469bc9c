import { PowerPostError } from './powerpost-error.ts'

/** A job that was waited for ended `failed`. */
export class JobFailedError<Job = unknown> extends PowerPostError {
  override readonly name = 'JobFailedError'
  /** The job as it was read last, with whatever came of it. */
  readonly job: Job

  constructor(job: Job, { code, message }: { readonly code: string; readonly message: string }) {
    super({ code, message })
    this.job = job
  }
}
