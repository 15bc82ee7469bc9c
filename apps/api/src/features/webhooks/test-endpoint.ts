import type { Trx } from '#db/types.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { WebhookDelivery } from '@powerpost/contract'
import { findDelivery } from './deliveries.repository.ts'
import { lockEndpoint } from './endpoints.repository.ts'
import { toDelivery } from './present-delivery.ts'
import { endpointDisabled, noSuchEndpoint } from './present-endpoint.ts'
import type { RecordDependencies } from './record-event.ts'
import { writeDeliveries } from './record-event.ts'

interface TestOptions {
  readonly principal: WorkspacePrincipal
  readonly id: string
}

/** Sends an endpoint a `webhook.test`, whatever it is subscribed to. */
export async function testEndpoint(
  trx: Trx,
  dependencies: RecordDependencies,
  { principal, id }: TestOptions,
): Promise<WebhookDelivery> {
  const endpoint = await lockEndpoint(trx, principal, id)
  if (!endpoint) throw noSuchEndpoint()
  if (endpoint.disabled_reason !== null) throw endpointDisabled()
  const { workspaceId, livemode } = principal
  const data = { endpoint_id: endpoint.id, message: 'It works.' }
  const event = { event: 'webhook.test', workspaceId, livemode, data } as const
  const [deliveryId = ''] = await writeDeliveries(trx, dependencies, { event, endpoints: [endpoint] })
  const delivery = await findDelivery(trx, principal, deliveryId)
  if (!delivery) throw new Error('The delivery of a test was not written')
  return toDelivery(delivery)
}
