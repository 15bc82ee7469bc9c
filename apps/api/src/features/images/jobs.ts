import { DEAD_LETTER, defineJobs } from '#jobs/definition.ts'
import { z } from 'zod'

const imageGenerationJob = z.object({ image_generation_id: z.uuid() })

export type ImageJobs = typeof IMAGE_JOBS

export const IMAGE_JOBS = defineJobs({
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
  'fail-image-generation': { schema: imageGenerationJob, ...DEAD_LETTER },
})
