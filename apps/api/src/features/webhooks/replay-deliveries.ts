import type { Trx } from '#db/types.ts'
import { wake } from '#jobs/waker.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { Clock } from '#shared/clock.ts'
import type {
  ReplayWebhookDeliveriesRequest,
  ReplayWebhookDeliveriesResponse,
  WebhookDelivery,
} from '@powerpost/contract'
import { MAX_REPLAYED } from '@powerpost/contract'
import { findDelivery, restartDeliveries, restartDelivery } from './deliveries.repository.ts'
import { lockEndpoint } from './endpoints.repository.ts'
import { noSuchDelivery, toDelivery } from './present-delivery.ts'
import { endpointDisabled, noSuchEndpoint } from './present-endpoint.ts'

interface ReplayDependencies {
  readonly clock: Clock
}

interface ReplayOptions {
  readonly principal: WorkspacePrincipal
  readonly id: string
}

/** Sends a delivery again, whatever became of it. */
export async function replayDelivery(
  trx: Trx,
  { clock }: ReplayDependencies,
  { principal, id }: ReplayOptions,
): Promise<WebhookDelivery> {
  const delivery = await findDelivery(trx, principal, id)
  const endpoint = delivery && (await lockEndpoint(trx, principal, delivery.endpoint_id))
  if (!endpoint) throw noSuchDelivery()
  if (endpoint.disabled_reason !== null) throw endpointDisabled()
  const restarted = await restartDelivery(trx, delivery.id, clock.now())
  await wake(trx, 'deliveries')
  return toDelivery(restarted)
}

interface ReplaySinceOptions extends ReplayOptions {
  readonly request: ReplayWebhookDeliveriesRequest
}

/** Sends what an endpoint was sent since a time again. */
export async function replayDeliveries(
  trx: Trx,
  { clock }: ReplayDependencies,
  { principal, id, request }: ReplaySinceOptions,
): Promise<ReplayWebhookDeliveriesResponse> {
  const endpoint = await lockEndpoint(trx, principal, id)
  if (!endpoint) throw noSuchEndpoint()
  if (endpoint.disabled_reason !== null) throw endpointDisabled()
  const options = {
    endpointId: endpoint.id,
    since: new Date(request.since),
    status: request.status,
    now: clock.now(),
    limit: MAX_REPLAYED,
  }
  const { count, next } = await restartDeliveries(trx, principal, options)
  if (count > 0) await wake(trx, 'deliveries')
  return { replayed: count, has_more: next !== undefined, next_since: next?.toISOString() ?? null }
}
