import type { Trx, WebhookEndpointsTable, WebhookEventsTable } from '#db/types.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import type { WebhookEventName } from '@powerpost/contract'
import type { Insertable, Selectable } from 'kysely'
import { sql } from 'kysely'

export type SubscribedEndpoint = Pick<Selectable<WebhookEndpointsTable>, 'id' | 'account_id' | 'disabled_reason'>

interface Happening {
  readonly workspaceId: string
  readonly livemode: boolean
  readonly event: WebhookEventName
}

/** The endpoints of a workspace and mode that are subscribed to an event. Until the transaction ends none of them can be deleted. */
export async function findSubscribed(
  trx: Trx,
  { workspaceId, livemode, event }: Happening,
): Promise<SubscribedEndpoint[]> {
  return trx
    .selectFrom('webhook_endpoints')
    .select(['id', 'account_id', 'disabled_reason'])
    .where('workspace_id', '=', workspaceId)
    .where('livemode', '=', livemode)
    .where(sql<boolean>`${event} = any(events)`)
    .orderBy('id')
    .forKeyShare()
    .execute()
}

export async function insertEvent(trx: Trx, event: Insertable<WebhookEventsTable>): Promise<void> {
  await trx.insertInto('webhook_events').values(event).execute()
}

interface DeliveriesOptions {
  readonly event: Insertable<WebhookEventsTable>
  readonly endpoints: readonly SubscribedEndpoint[]
  readonly clock: Clock
}

/** Makes the delivery of an event to each endpoint. Of one that is disabled it has failed already, and can be replayed. */
export async function insertDeliveries(
  trx: Trx,
  { event, endpoints, clock }: DeliveriesOptions,
): Promise<readonly string[]> {
  const { account_id, workspace_id, livemode, event: name, created_at } = event
  const deliveries = endpoints.map(({ id, disabled_reason }) => ({
    id: makeId(clock),
    account_id,
    workspace_id,
    livemode,
    event_id: event.id,
    endpoint_id: id,
    event: name,
    status: disabled_reason === null ? ('pending' as const) : ('failed' as const),
    next_attempt_at: disabled_reason === null ? created_at : null,
    created_at,
  }))
  await trx.insertInto('webhook_deliveries').values(deliveries).execute()
  return deliveries.map(({ id }) => id)
}

/** Deletes events of a deleted workspace, at most so many, with their deliveries. Answers how many. */
export async function removeEvents(trx: Trx, workspaceId: string, most: number): Promise<number> {
  const some = trx.selectFrom('webhook_events').select('id').where('workspace_id', '=', workspaceId).limit(most)
  const { numDeletedRows } = await trx.deleteFrom('webhook_events').where('id', 'in', some).executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** Deletes what a deleted workspace had of webhooks. */
export async function removeWebhooks(trx: Trx, workspaceId: string): Promise<void> {
  // Those that came after the batches.
  await trx.deleteFrom('webhook_events').where('workspace_id', '=', workspaceId).execute()
  await trx.deleteFrom('webhook_endpoints').where('workspace_id', '=', workspaceId).execute()
}
