import { DEAD_LETTER, defineJobs } from '#jobs/definition.ts'
import { z } from 'zod'

const generationJob = z.object({ generation_id: z.uuid() })
const regenerationJob = z.object({ regeneration_id: z.uuid() })

export type ContentJobs = typeof CONTENT_JOBS

export const CONTENT_JOBS = defineJobs({
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
  'fail-generation': { schema: generationJob, ...DEAD_LETTER },
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
  'fail-regeneration': { schema: regenerationJob, ...DEAD_LETTER },
})
