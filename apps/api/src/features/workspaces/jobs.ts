import { defineJobs } from '#jobs/definition.ts'
import { z } from 'zod'

export type WorkspaceJobs = typeof WORKSPACE_JOBS

export const WORKSPACE_JOBS = defineJobs({
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
})
