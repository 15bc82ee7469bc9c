import { deleteInBatches } from '#db/delete-in-batches.ts'
import type { Feature } from '#features/feature.ts'
import type { Waker } from '#jobs/waker.ts'
import type { DelivererDependencies } from './delivery/deliverer.ts'
import { createDeliverer } from './delivery/deliverer.ts'
import { removeEvents, removeWebhooks } from './events.repository.ts'
import type { WebhookDependencies } from './routes.ts'
import { createWebhookRoutes } from './routes.ts'
import { sweepWebhooks } from './sweep-webhooks.ts'

const SWEEP_EVERY_MS = 60 * 60_000

interface WebhookParts extends WebhookDependencies, Omit<DelivererDependencies, 'fetch'> {
  /** Sends to the endpoints. */
  readonly fetchEndpoint: DelivererDependencies['fetch']
  readonly waker: Waker
}

/** What listeners of a workspace are sent. */
export function createWebhooks(parts: WebhookParts) {
  const deliverer = createDeliverer({ ...parts, fetch: parts.fetchEndpoint })
  parts.waker.on('deliveries', deliverer.notify)
  return {
    routes: { webhooks: createWebhookRoutes(parts) },
    loops: [deliverer],
    sweeps: [{ name: 'sweeping webhook events', everyMs: SWEEP_EVERY_MS, work: () => sweepWebhooks(parts) }],
    purgeInBatches: ({ workspaceId, signal }) =>
      deleteInBatches({
        db: parts.db,
        signal,
        deleteBatch: (trx, most) => removeEvents(trx, workspaceId, most),
      }),
    purgeRows: removeWebhooks,
  } satisfies Feature
}
