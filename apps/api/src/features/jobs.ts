import { RUN_JOBS } from '#features/runs/jobs.ts'
import { WORKSPACE_JOBS } from '#features/workspaces/jobs.ts'

export type Jobs = typeof JOBS

/** The jobs of every feature. A feature whose jobs are left out gets no queue that takes them: it does not compile. */
export const JOBS = {
  ...RUN_JOBS,
  ...WORKSPACE_JOBS,
}

/** Jobs of earlier versions, each before its dead letter. Runs that wait in their queues are queued again under a new name. */
export const RETIRED_JOBS = [
  'run-generation',
  'run-regeneration',
  'run-image-generation',
  'fail-generation',
  'fail-regeneration',
  'fail-image-generation',
  'publish-items',
  'deliver-webhooks',
]
