import { CONTENT_JOBS } from './content/jobs.ts'
import { IMAGE_JOBS } from './images/jobs.ts'
import { PUBLISHING_JOBS } from './publishing/jobs.ts'
import { WEBHOOK_JOBS } from './webhooks/jobs.ts'
import { WORKSPACE_JOBS } from './workspaces/jobs.ts'

export type Jobs = typeof JOBS

/** The jobs of every feature. A feature whose jobs are left out gets no queue that takes them: it does not compile. */
export const JOBS = {
  ...CONTENT_JOBS,
  ...IMAGE_JOBS,
  ...WEBHOOK_JOBS,
  ...PUBLISHING_JOBS,
  ...WORKSPACE_JOBS,
}
