import type { Feature } from '#features/feature.ts'
import type { JobHandlers } from '#jobs/worker.ts'
import type { DelivererDependencies } from './delivery/deliverer.ts'
import { createDeliverer } from './delivery/deliverer.ts'
import { removeWebhooks } from './events.repository.ts'
import type { WebhookJobs } from './jobs.ts'
import type { WebhookDependencies } from './routes.ts'
import { createWebhookRoutes } from './routes.ts'
import { sweepWebhooks } from './sweep-webhooks.ts'

const SWEEP_EVERY_MS = 60 * 60_000

interface WebhookParts extends WebhookDependencies, Omit<DelivererDependencies, 'fetch'> {
  /** Sends to the endpoints. */
  readonly fetchEndpoint: DelivererDependencies['fetch']
}

/** What listeners of a workspace are sent. */
export function createWebhooks(parts: WebhookParts) {
  const deliverer = createDeliverer({ ...parts, fetch: parts.fetchEndpoint })
  const jobs: JobHandlers<WebhookJobs> = { 'deliver-webhooks': async () => deliverer.notify() }
  return {
    routes: { webhooks: createWebhookRoutes(parts) },
    jobs,
    loops: [deliverer],
    sweeps: [{ name: 'sweeping webhook events', everyMs: SWEEP_EVERY_MS, work: () => sweepWebhooks(parts) }],
    purgeRows: removeWebhooks,
  } satisfies Feature
}
