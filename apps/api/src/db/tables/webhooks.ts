import type { WebhookAttempt, WebhookDeliveryStatus, WebhookEndpoint, WebhookEventName } from '@powerpost/contract'
import type { ColumnType, JSONColumnType } from 'kysely'
import type { PrincipalColumn } from './audit.ts'
import type { Immutable } from './immutable.ts'

/** A secret that was replaced and goes on signing. */
export interface PreviousSecret {
  /** Sealed by the keyring. */
  readonly secret: string
  /** ISO 8601. */
  readonly expires_at: string
}

/** Where the events of a workspace are sent, of one mode. */
export interface WebhookEndpointsTable {
  id: Immutable<string>
  account_id: Immutable<string>
  workspace_id: Immutable<string>
  livemode: Immutable<boolean>
  url: string
  events: WebhookEventName[]
  /** Sealed by the keyring. */
  secret: string
  /** Those before rotations, newest first, each for as long as it was promised to sign. */
  previous_secrets: JSONColumnType<PreviousSecret[], string | undefined>
  /** Null while it is enabled. */
  disabled_reason: WebhookEndpoint['disabled_reason']
  /** When the first delivery failed after the last that did not; null while none has. */
  failing_since: ColumnType<Date | null, Date | null | undefined, Date | null>
  created_by: PrincipalColumn
  created_at: Immutable<Date>
}

/** What happened, as it is sent. */
export interface WebhookEventsTable {
  /** What the `webhook-id` header says. */
  id: Immutable<string>
  account_id: Immutable<string>
  workspace_id: Immutable<string>
  livemode: Immutable<boolean>
  event: Immutable<WebhookEventName>
  /** The body, byte for byte. */
  payload: Immutable<string>
  created_at: Immutable<Date>
}

/** An event on its way to one endpoint. */
export interface WebhookDeliveriesTable {
  id: Immutable<string>
  account_id: Immutable<string>
  workspace_id: Immutable<string>
  livemode: Immutable<boolean>
  event_id: Immutable<string>
  endpoint_id: Immutable<string>
  event: Immutable<WebhookEventName>
  status: WebhookDeliveryStatus
  attempts: JSONColumnType<WebhookAttempt[], string | undefined>
  /** Attempts that failed since it was made or replayed: where it stands in the schedule of retries. */
  failures: ColumnType<number, number | undefined, number>
  /** How often an attempt was begun. Whoever comes back from one that was begun again meanwhile is too late. */
  claims: ColumnType<number, number | undefined, number>
  /** Set while it is pending. While an attempt runs: when another begins if nothing is heard of this one. */
  next_attempt_at: Date | null
  created_at: Immutable<Date>
}
