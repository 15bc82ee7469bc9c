import type { Trx } from '#db/types.ts'
import { wake } from '#jobs/waker.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import type { WebhookEvent, WebhookEventName, WebhookEventOf } from '@powerpost/contract'
import type { SubscribedEndpoint } from './events.repository.ts'
import { findSubscribed, insertDeliveries, insertEvent } from './events.repository.ts'

/** Something that happened, of which listeners are to hear. */
export type EventToRecord = {
  [Name in WebhookEventName]: {
    readonly event: Name
    readonly workspaceId: string
    /** False for what a sandbox key started. */
    readonly livemode: boolean
    readonly data: WebhookEventOf<Name>['data']
  }
}[WebhookEventName]

/**
 * Records an event in the transaction of the change that it reports: it reaches every endpoint of the workspace that is
 * subscribed to it if and only if the transaction commits. Without a subscription nothing is written.
 */
export type RecordEvent = (trx: Trx, event: EventToRecord) => Promise<void>

export interface RecordDependencies {
  readonly clock: Clock
}

export function createEventRecorder(dependencies: RecordDependencies): RecordEvent {
  return async (trx, event) => {
    const endpoints = await findSubscribed(trx, event)
    await writeDeliveries(trx, dependencies, { event, endpoints })
  }
}

interface WriteOptions {
  readonly event: EventToRecord
  readonly endpoints: readonly SubscribedEndpoint[]
}

/** Writes an event and its delivery to each endpoint, and wakes those who deliver. Answers the ids of the deliveries. */
export async function writeDeliveries(
  trx: Trx,
  { clock }: RecordDependencies,
  { event, endpoints }: WriteOptions,
): Promise<readonly string[]> {
  const [first] = endpoints
  if (!first) return []
  const { event: name, workspaceId, livemode, data } = event
  const now = clock.now()
  const body = { event: name, timestamp: now.toISOString(), workspace_id: workspaceId, livemode, data } as WebhookEvent
  const row = {
    id: makeId(clock),
    account_id: first.account_id,
    workspace_id: workspaceId,
    livemode,
    event: name,
    payload: JSON.stringify(body),
    created_at: now,
  }
  await insertEvent(trx, row)
  const ids = await insertDeliveries(trx, { event: row, endpoints, clock })
  await wake(trx, 'deliveries')
  return ids
}
