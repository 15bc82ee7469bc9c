import type {
  AccountCapabilities,
  AccountLimit,
  AccountKind,
  ChoiceName,
  ConnectionRequestErrorCode,
  ConnectionRequestStatus,
  Platform,
  PlatformChoices,
} from '@powerpost/contract'
import type { ColumnType, JSONColumnType } from 'kysely'
import type { PrincipalColumn, StoredPrincipal } from './audit.ts'
import type { Immutable } from './immutable.ts'

/** A column that inserts may leave out. */
type Nullable<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>

/** A list as the platform gave it last, and when it was asked last, whatever came of it. */
interface KeptList extends Partial<Pick<PlatformChoices, 'choices' | 'checked_at'>> {
  readonly asked_at?: string
  /** Why the platform could not be asked the last time. Absent: it could, or nobody knows yet. */
  readonly refusal?: { readonly code: 'CONFLICT' | 'UNAVAILABLE'; readonly message: string }
}

/** By the name of the list. */
type KeptChoices = Readonly<Partial<Record<ChoiceName, KeptList>>>

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
  /** Null in the sandbox, unless somebody signed in. */
  platform_account_id: Immutable<string | null>
  /** Null in the sandbox, unless somebody signed in. */
  account_kind: Nullable<AccountKind>
  /** Where the platform shows its picture; null: the platform named none. */
  picture_url: Nullable<string>
  /** Whose sign-in its tokens are from; null: its own platform's. */
  sign_in_platform: Nullable<Platform>
  /** What the platform said of the account; null: it was not asked, or says nothing. */
  capabilities: JSONColumnType<AccountCapabilities, string | null | undefined, string | null> | null
  /** When it said that. */
  capabilities_checked_at: Nullable<Date>
  /** When it was asked last, whatever came of it. */
  capabilities_asked_at: Nullable<Date>
  /** Why it could not be asked the last time; null: it could. */
  capabilities_error: Nullable<string>
  /** What its platform said of its quotas last. */
  limits: JSONColumnType<readonly AccountLimit[], string | null | undefined, string | null> | null
  limits_checked_at: Nullable<Date>
  /** What its platform has to choose between, and when it said so. */
  choices: JSONColumnType<KeptChoices, string | null | undefined, string | null> | null
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
  /** When it ends unless a person reconnects it: no renewal prevents that. Null: it does not. */
  expires_at: Date | null
  /** When the sweep renews the tokens; null: there is no need, or no way. */
  renew_at: Nullable<Date>
  /** When they were renewed last. */
  renewed_at: Nullable<Date>
  /** Why the last renewal failed; null: it did not. */
  renewal_error: Nullable<string>
  renewal_failed_at: Nullable<Date>
  /** The version of the tokens about which `connection.expiring` was sent. */
  expiring_version: Nullable<number>
  /** From then on nobody sees it; what was published to it still names it, and connecting the account again revives it. */
  deleted_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  created_by: PrincipalColumn
  created_at: Immutable<Date>
  updated_at: Date
}

/** A sign-in: the link that a person opens, and what became of it. */
export interface ConnectionRequestsTable {
  id: Immutable<string>
  account_id: Immutable<string>
  workspace_id: Immutable<string>
  livemode: Immutable<boolean>
  platform: Immutable<Platform>
  /** Its connections publish to nothing. */
  sandbox: Immutable<boolean>
  /** Where the browser goes after the sign-in; null: a page of this server. */
  return_url: Immutable<string | null>
  /** The caller's own name for it. */
  reference: Immutable<string | null>
  /** As it was written last: `waiting` and `choosing` end at `expires_at`, which the sweep writes later. */
  status: ColumnType<ConnectionRequestStatus, undefined, ConnectionRequestStatus>
  /** SHA-256 of the `state` they come back with. */
  state_hash: Immutable<Buffer>
  /** The `state` and the PKCE verifier, sealed by the keyring. Null once it was used. */
  secrets: string | null
  /** SHA-256 of the token of the page that lets a person choose. */
  page_token_hash: Nullable<Buffer>
  /** With `choosing`: the accounts and their tokens, sealed by the keyring. */
  choices: Nullable<string>
  /** With `connected`. */
  connection_ids: Nullable<string[]>
  /** With `failed`. */
  error_code: Nullable<ConnectionRequestErrorCode>
  error_message: Nullable<string>
  /** Of the link; with `choosing`, of the choice. */
  expires_at: Date
  used_at: ColumnType<Date | null, Date | null | undefined, Date>
  /** Who asked for it: with their access it ends. */
  created_by: JSONColumnType<StoredPrincipal, string, never>
  created_at: Immutable<Date>
}
