import type { ResourceType } from '@powerpost/contract'
import type { ColumnType, JSONColumnType } from 'kysely'
import type { Immutable } from './immutable.ts'

/** Who made something: as it was then, whatever becomes of the key. */
export interface StoredPrincipal {
  readonly kind: 'key' | 'user' | 'agent' | 'link'
  /** Of the key, or of the link by which an account was connected. */
  readonly id: string
  /** What people call the key. */
  readonly name: string
}

/** A principal in a column. Null on rows that are older than the column. */
export type PrincipalColumn = ColumnType<StoredPrincipal | null, string | null | undefined, never>

/** What was done with an account, by whom. The database refuses to change a row. */
export interface AuditLogTable {
  id: Immutable<string>
  account_id: Immutable<string>
  livemode: Immutable<boolean>
  /** Null: it was about no workspace. Not a reference: the workspace may be gone. */
  workspace_id: Immutable<string | null>
  principal: JSONColumnType<StoredPrincipal, string, never>
  /** The API key that was used, or that asked for the link. */
  key_id: Immutable<string | null>
  /** The `operationId`, or `authenticate` for a revoked or expired key. */
  action: Immutable<string>
  resource_type: Immutable<ResourceType>
  resource_id: Immutable<string | null>
  /** As the API shows it, shortened and without secrets. */
  before: ColumnType<Readonly<Record<string, unknown>> | null, string | null, never>
  after: ColumnType<Readonly<Record<string, unknown>> | null, string | null, never>
  /** The remote address. */
  address: Immutable<string | null>
  request_id: Immutable<string | null>
  created_at: Immutable<Date>
}
