import type { Scope } from '@powerpost/contract'
import type { ColumnType } from 'kysely'
import type { Once } from './once.ts'

export interface AccountsTable {
  id: Once<string>
  name: string
  /** What the ledger of live entries sums up to. Never below zero: the database refuses it. */
  credit_balance: ColumnType<number, number, number>
  /** Whether a person has seen the first key. Until then a start makes a new one: nobody can know the old. */
  first_key_shown: ColumnType<boolean, boolean | undefined, boolean>
  created_at: Once<Date>
}

export interface WorkspacesTable {
  id: Once<string>
  account_id: Once<string>
  name: string
  created_at: Once<Date>
  /** From then on nobody sees it, and a job removes what it held. */
  deleted_at: ColumnType<Date | null, Date | null | undefined, Date>
}

export interface ApiKeysTable {
  id: Once<string>
  account_id: Once<string>
  name: string
  /** The first characters of the key, to find it by; not enough to use it. */
  prefix: Once<string>
  /** SHA-256 of the whole key. Keys are random, so a slow hash would add nothing. */
  hash: Once<Buffer>
  scopes: Scope[]
  livemode: Once<boolean>
  /** The workspaces it is bound to; null: all of the account. */
  workspace_ids: string[] | null
  created_at: Once<Date>
  expires_at: Date | null
  revoked_at: Date | null
  /** To the minute. */
  last_used_at: ColumnType<Date | null, never, Date>
}

export type LedgerKind = 'grant' | 'debit' | 'refund'

export interface CreditLedgerTable {
  id: Once<string>
  account_id: Once<string>
  livemode: Once<boolean>
  kind: Once<LedgerKind>
  /** Positive for what was given, negative for what was taken. */
  amount: Once<number>
  balance_after: Once<number>
  operation_type: Once<string | null>
  operation_id: Once<string | null>
  /** Which payment of the operation: each is taken once and given back once. */
  settlement: ColumnType<number, number | undefined, never>
  note: Once<string | null>
  created_at: Once<Date>
}

/** What was answered to a POST with an `Idempotency-Key`, written in the transaction of its effect. */
export interface IdempotencyKeysTable {
  account_id: Once<string>
  livemode: Once<boolean>
  key: Once<string>
  /** SHA-256 of what makes the request the same: method, path, workspace and body. */
  fingerprint: Buffer
  /** The body as JSON, byte for byte. Null only inside the transaction that answers. */
  answer: string | null
  created_at: Date
}
