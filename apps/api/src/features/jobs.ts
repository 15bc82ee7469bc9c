import { CONTENT_JOBS } from '#features/content/jobs.ts'
import { IMAGE_JOBS } from '#features/images/jobs.ts'
import { PUBLISHING_JOBS } from '#features/publishing/jobs.ts'
import { WEBHOOK_JOBS } from '#features/webhooks/jobs.ts'
import { WORKSPACE_JOBS } from '#features/workspaces/jobs.ts'

export type Jobs = typeof JOBS

/** The jobs of every feature. A feature whose jobs are left out gets no queue that takes them: it does not compile. */
export const JOBS = {
  ...CONTENT_JOBS,
  ...IMAGE_JOBS,
  ...WEBHOOK_JOBS,
  ...PUBLISHING_JOBS,
  ...WORKSPACE_JOBS,
}
