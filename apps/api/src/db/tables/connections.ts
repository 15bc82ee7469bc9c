import type { Platform } from '@powerpost/contract'
import type { ColumnType, JSONColumnType } from 'kysely'
import type { PrincipalColumn, StoredPrincipal } from './audit.ts'
import type { Immutable } from './immutable.ts'

/** An account on a platform that posts go to. */
export interface ConnectionsTable {
  id: Immutable<string>
  account_id: Immutable<string>
  workspace_id: Immutable<string>
  livemode: Immutable<boolean>
  platform: Immutable<Platform>
  /** It publishes to nothing. */
  sandbox: Immutable<boolean>
  display_name: string
  /** Null in the sandbox. */
  platform_account_id: Immutable<string | null>
  status: 'active' | 'expired' | 'revoked'
  /** Sealed by the keyring. Null in the sandbox, and once it was given up. */
  access_token: string | null
  /** Sealed by the keyring. */
  refresh_token: string | null
  /** When the access token ends; null: it does not, or there is none. */
  token_expires_at: Date | null
  /** Grows with each new token: whoever was refused an older one finds that it was replaced meanwhile. */
  token_version: ColumnType<number, number | undefined, number>
  /** Whoever refreshes the tokens just now; null: nobody. */
  refresh_claim: ColumnType<string | null, string | null | undefined, string | null>
  /** From then on another may take the claim over. */
  refresh_claim_ends_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  scopes: string[]
  /** When it ends unless a person connects it anew; null: it does not. */
  expires_at: Date | null
  /** From then on nobody sees it; what was published to it goes on naming it. */
  deleted_at: ColumnType<Date | null, Date | null | undefined, Date>
  created_by: PrincipalColumn
  created_at: Immutable<Date>
  updated_at: Date
}

/** A person was sent to a platform to let us in: what they come back with is looked up here. */
export interface ConnectionRequestsTable {
  id: Immutable<string>
  account_id: Immutable<string>
  workspace_id: Immutable<string>
  livemode: Immutable<boolean>
  platform: Immutable<Platform>
  /** SHA-256 of the `state` they come back with. */
  state_hash: Immutable<Buffer>
  /** The `state` and the PKCE verifier, sealed by the keyring. Null once it was used. */
  secrets: string | null
  expires_at: Immutable<Date>
  used_at: ColumnType<Date | null, Date | null | undefined, Date>
  /** Who asked for it: with their access it ends. */
  created_by: JSONColumnType<StoredPrincipal, string, never>
  created_at: Immutable<Date>
}
