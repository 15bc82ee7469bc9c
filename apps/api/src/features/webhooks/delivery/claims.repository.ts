import type { Db, PreviousSecret, Trx } from '#db/types.ts'
import { sql } from 'kysely'

/** An endpoint that deliveries wait for. */
export interface WaitingEndpoint {
  readonly endpointId: string
  /** When the first of them is due. */
  readonly dueAt: Date
}

/**
 * Every endpoint that deliveries wait for, the longest due first. One probe of the index an endpoint, however many wait
 * for it.
 */
export async function findWaitingEndpoints(db: Db): Promise<WaitingEndpoint[]> {
  const { rows } = await sql<WaitingEndpoint>`
    with recursive waiting as (
      (select endpoint_id from webhook_deliveries where status = 'pending' order by endpoint_id limit 1)
      union all
      select (
        select endpoint_id from webhook_deliveries
        where status = 'pending' and endpoint_id > waiting.endpoint_id order by endpoint_id limit 1
      )
      from waiting where waiting.endpoint_id is not null
    )
    select waiting.endpoint_id as "endpointId", first.next_attempt_at as "dueAt"
    from waiting cross join lateral (
      select next_attempt_at from webhook_deliveries
      where status = 'pending' and endpoint_id = waiting.endpoint_id order by next_attempt_at limit 1
    ) first
    order by first.next_attempt_at`.execute(db)
  return rows
}

/** A delivery whose attempt is ours: until the lease ends nobody else begins one. */
export interface ClaimedDelivery {
  readonly id: string
  readonly endpointId: string
  /** Tells this attempt from later ones. */
  readonly claim: number
  /** Attempts that failed before, since it was made or replayed. */
  readonly failures: number
  readonly webhookId: string
  readonly payload: string
  readonly url: string
  readonly sealedSecret: string
  readonly previousSecrets: readonly PreviousSecret[]
  readonly disabled: boolean
  readonly failingSince: Date | null
}

interface ClaimOptions {
  /** How many to claim for which endpoint. */
  readonly slots: ReadonlyMap<string, number>
  readonly now: Date
  readonly leaseUntil: Date
}

/** Claims what is due, for each endpoint the longest due first. What another process claims is passed over. */
export async function claimDeliveries(db: Db, { slots, now, leaseUntil }: ClaimOptions): Promise<ClaimedDelivery[]> {
  const { rows } = await sql<ClaimedDelivery>`
    with picked as materialized (
      select due.id
      from unnest(${[...slots.keys()]}::uuid[], ${[...slots.values()]}::int[]) as free (endpoint_id, slots)
      cross join lateral (
        select id from webhook_deliveries
        where status = 'pending' and endpoint_id = free.endpoint_id and next_attempt_at <= ${now}
        order by next_attempt_at limit free.slots
        for update skip locked
      ) due
    )
    update webhook_deliveries as delivery set claims = claims + 1, next_attempt_at = ${leaseUntil}
    from picked, webhook_events as event, webhook_endpoints as endpoint
    where delivery.id = picked.id and event.id = delivery.event_id and endpoint.id = delivery.endpoint_id
    returning delivery.id, delivery.endpoint_id as "endpointId", delivery.claims as claim, delivery.failures,
      event.id as "webhookId", event.payload, endpoint.url, endpoint.secret as "sealedSecret",
      endpoint.previous_secrets as "previousSecrets",
      endpoint.disabled_reason is not null as disabled, endpoint.failing_since as "failingSince"`.execute(db)
  return rows
}

type Claim = Pick<ClaimedDelivery, 'id' | 'claim'>

/** A delivery as long as nobody else has begun another attempt, or ended it. */
export function claimedDelivery(db: Db | Trx, { id, claim }: Claim) {
  return db
    .updateTable('webhook_deliveries')
    .where('id', '=', id)
    .where('claims', '=', claim)
    .where('status', '=', 'pending')
}

/** Gives a delivery back whose attempt was broken off on our side: it counts for nothing. */
export async function giveBack(db: Db, claim: Claim, now: Date): Promise<void> {
  await claimedDelivery(db, claim).set({ next_attempt_at: now }).execute()
}
