import type { Scope } from '@powerpost/contract'
import type { ColumnType } from 'kysely'
import type { PrincipalColumn } from './audit.ts'
import type { Immutable } from './immutable.ts'

export interface AccountsTable {
  id: Immutable<string>
  name: string
  /** What the ledger of live entries sums up to. Never below zero: the database refuses it. */
  credit_balance: ColumnType<number, number, number>
  /** Whether a person has seen the first key. Until then a start makes a new one: nobody can know the old. */
  first_key_shown: ColumnType<boolean, boolean | undefined, boolean>
  created_at: Immutable<Date>
}

export interface WorkspacesTable {
  id: Immutable<string>
  account_id: Immutable<string>
  name: string
  created_at: Immutable<Date>
  /** From then on nobody sees it, and a job removes what it held. */
  deleted_at: ColumnType<Date | null, Date | null | undefined, Date>
}

export interface ApiKeysTable {
  id: Immutable<string>
  account_id: Immutable<string>
  name: string
  /** The first characters of the key, to find it by; not enough to use it. */
  prefix: Immutable<string>
  /** SHA-256 of the whole key. Keys are random, so a slow hash would add nothing. */
  hash: Immutable<Buffer>
  scopes: Scope[]
  livemode: Immutable<boolean>
  /** The workspaces it is bound to; null: all of the account. */
  workspace_ids: string[] | null
  created_by: PrincipalColumn
  created_at: Immutable<Date>
  expires_at: Date | null
  revoked_at: Date | null
  /** To the minute. */
  last_used_at: ColumnType<Date | null, never, Date>
}

export type LedgerKind = 'grant' | 'debit' | 'refund'

export interface CreditLedgerTable {
  id: Immutable<string>
  account_id: Immutable<string>
  livemode: Immutable<boolean>
  kind: Immutable<LedgerKind>
  /** Positive for what was given, negative for what was taken. */
  amount: Immutable<number>
  balance_after: Immutable<number>
  /** Whose operation it was; null for a grant. The workspace may be gone. */
  workspace_id: Immutable<string | null>
  operation_type: Immutable<string | null>
  operation_id: Immutable<string | null>
  /** Which payment of the operation: each is taken once and given back once. */
  settlement: ColumnType<number, number | undefined, never>
  note: Immutable<string | null>
  created_at: Immutable<Date>
}

/** What was answered to a POST with an `Idempotency-Key`, written in the transaction of its effect. */
export interface IdempotencyKeysTable {
  account_id: Immutable<string>
  livemode: Immutable<boolean>
  key: Immutable<string>
  /** SHA-256 of what makes the request the same: method, path, workspace and body. */
  fingerprint: Buffer
  /** The body as JSON, byte for byte. Null only inside the transaction that answers. */
  answer: string | null
  created_at: Date
}
