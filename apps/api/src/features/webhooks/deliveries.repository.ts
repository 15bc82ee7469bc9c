import { comesAfter, createdAtText } from '#db/keyset.ts'
import type { Db, Trx, WebhookDeliveriesTable } from '#db/types.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import { isUuid } from '#shared/ids.ts'
import type { ListedRow, PageOptions } from '#shared/paginate.ts'
import type { ListWebhookDeliveriesQuery } from '@powerpost/contract'
import type { Selectable } from 'kysely'

export type StoredDelivery = Selectable<WebhookDeliveriesTable>

type ListOptions = PageOptions & Pick<ListWebhookDeliveriesQuery, 'endpoint_id' | 'event' | 'status'>

function deliveriesOf(db: Db | Trx, principal: WorkspacePrincipal) {
  return db
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('workspace_id', '=', principal.workspaceId)
    .where('livemode', '=', principal.livemode)
}

/** Deliveries of the caller's workspace and mode, newest first. Of an endpoint that is not there, none. */
export async function findDeliveries(
  db: Db,
  principal: WorkspacePrincipal,
  { endpoint_id, event, status, limit, after }: ListOptions,
): Promise<(StoredDelivery & ListedRow)[]> {
  if (endpoint_id !== undefined && !isUuid(endpoint_id)) return []
  let query = deliveriesOf(db, principal).select(createdAtText.as('created_at_text'))
  if (endpoint_id !== undefined) query = query.where('endpoint_id', '=', endpoint_id)
  if (event !== undefined) query = query.where('event', '=', event)
  if (status !== undefined) query = query.where('status', '=', status)
  if (after) query = query.where(comesAfter(after))
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

/** A delivery of the caller's workspace and mode; undefined for any other id. */
export async function findDelivery(
  db: Db | Trx,
  principal: WorkspacePrincipal,
  id: string,
): Promise<StoredDelivery | undefined> {
  return isUuid(id) ? deliveriesOf(db, principal).where('id', '=', id).executeTakeFirst() : undefined
}

/** The body of the requests of a delivery. It is kept as long as the delivery. */
export async function findPayload(db: Db, { event_id: eventId }: StoredDelivery): Promise<string> {
  const { payload } = await db
    .selectFrom('webhook_events')
    .select('payload')
    .where('id', '=', eventId)
    .executeTakeFirstOrThrow()
  return payload
}

/** Puts a delivery at the beginning of its schedule; what was tried before stays on its record. */
export async function restartDelivery(trx: Trx, id: string, now: Date): Promise<StoredDelivery> {
  return trx
    .updateTable('webhook_deliveries')
    .set({ status: 'pending', failures: 0, next_attempt_at: now })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

interface RestartOptions {
  readonly endpointId: string
  /** Of what happened from then on. */
  readonly since: Date
  readonly status: 'delivered' | 'failed' | undefined
  readonly now: Date
  readonly limit: number
}

interface Restarted {
  readonly count: number
  /** When the oldest one happened that was too many for this time; undefined: there is none. */
  readonly next: Date | undefined
}

/** The same for the oldest deliveries of an endpoint that have ended. */
export async function restartDeliveries(
  trx: Trx,
  principal: WorkspacePrincipal,
  { endpointId, since, status, now, limit }: RestartOptions,
): Promise<Restarted> {
  const ended = trx
    .selectFrom('webhook_deliveries')
    .where('endpoint_id', '=', endpointId)
    .where('livemode', '=', principal.livemode)
    .where('created_at', '>=', since)
    .where('status', 'in', status === undefined ? ['delivered', 'failed'] : [status])
    .orderBy('created_at')
    .orderBy('id')
  const { numUpdatedRows } = await trx
    .updateTable('webhook_deliveries')
    .set({ status: 'pending', failures: 0, next_attempt_at: now })
    .where('id', 'in', ended.select('id').limit(limit))
    .executeTakeFirstOrThrow()
  // Those are pending now, and no longer found.
  const left = await ended.select('created_at').limit(1).executeTakeFirst()
  return { count: Number(numUpdatedRows), next: left?.created_at }
}

/** Ends what waits for an endpoint as failed. */
export async function failWaiting(trx: Trx, endpointId: string): Promise<void> {
  await trx
    .updateTable('webhook_deliveries')
    .set({ status: 'failed', next_attempt_at: null })
    .where('endpoint_id', '=', endpointId)
    .where('status', '=', 'pending')
    .execute()
}
