import { defineJobs, WAKE_UP } from '#jobs/definition.ts'

export type WebhookJobs = typeof WEBHOOK_JOBS

export const WEBHOOK_JOBS = defineJobs({
  'deliver-webhooks': WAKE_UP,
})
