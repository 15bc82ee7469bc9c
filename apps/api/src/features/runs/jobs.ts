import { DEAD_LETTER, defineJobs } from '#jobs/definition.ts'
import { z } from 'zod'

const runJob = z.object({ run_id: z.uuid() })

export type RunJobs = typeof RUN_JOBS

export const RUN_JOBS = defineJobs({
  'run-captions': {
    schema: runJob,
    retryLimit: 5,
    retryDelaySeconds: 1,
    retryDelayMaxSeconds: 30,
    // Longer than POWERPOST_TEXT_WAIT_SECONDS can be: the run's own time ends an attempt, and a dead worker is found by its silence.
    timeoutSeconds: 3700,
    deadLetter: 'fail-run',
    pollSeconds: 0.5,
    loops: 6,
    batchSize: 4,
  },
  // Each attempt may draw four pictures, at up to two minutes and some cents each: few at a time, and few attempts.
  'run-images': {
    schema: runJob,
    retryLimit: 3,
    retryDelaySeconds: 2,
    retryDelayMaxSeconds: 60,
    timeoutSeconds: 400,
    deadLetter: 'fail-run',
    pollSeconds: 0.5,
    loops: 2,
    batchSize: 2,
  },
  // A vendor's job is looked at in a moment, and then put off; a card is rendered in seconds, and a file downloaded in minutes.
  'run-videos': {
    schema: runJob,
    retryLimit: 5,
    retryDelaySeconds: 2,
    retryDelayMaxSeconds: 60,
    timeoutSeconds: 900,
    deadLetter: 'fail-run',
    pollSeconds: 0.5,
    loops: 3,
    batchSize: 2,
  },
  'fail-run': { schema: runJob, ...DEAD_LETTER },
})
