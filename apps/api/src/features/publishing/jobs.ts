import { defineJobs, WAKE_UP } from '#jobs/definition.ts'

export type PublishingJobs = typeof PUBLISHING_JOBS

export const PUBLISHING_JOBS = defineJobs({
  'publish-items': WAKE_UP,
})
