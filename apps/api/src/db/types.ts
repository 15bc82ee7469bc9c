import type {
  Captions,
  Generator,
  InputType,
  MediaType,
  MimeType,
  Platform,
  PostType,
  ResearchMode,
  Scope,
} from '@powerpost/contract'
import type { ColumnType, JSONColumnType, Kysely, Transaction } from 'kysely'

/** A column that is written once and never again. */
type Once<T> = ColumnType<T, T, never>

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
  note: Once<string | null>
  created_at: Once<Date>
}

export interface MediaTable {
  id: Once<string>
  account_id: Once<string>
  workspace_id: Once<string>
  livemode: Once<boolean>
  /**
   * `uploading`: bytes are reserved and nothing is whole yet; `ready`: the file is there and was looked at; `discarding`:
   * it will never be ready, and the file goes before the row does.
   */
  status: 'uploading' | 'ready' | 'discarding'
  storage_key: Once<string>
  /** Bytes: of an upload that runs what it reserved, of a ready file what it has. Their sum is the account's use. */
  file_size: number
  file_name: string | null
  type: MediaType | null
  mime_type: MimeType | null
  width: number | null
  height: number | null
  duration_seconds: number | null
  /** Colour names that fill most of a picture, most first. */
  colours: string[]
  sha256: Buffer | null
  created_at: Once<Date>
  /** An upload that has not been heard of since is swept: its process is dead. */
  touched_at: Date
}

export type StoredGenerationStatus = 'processing' | 'completed' | 'failed'

export interface GenerationsTable {
  id: Once<string>
  account_id: Once<string>
  workspace_id: Once<string>
  livemode: Once<boolean>
  status: StoredGenerationStatus
  input_type: Once<InputType>
  prompt: Once<string | null>
  cta_text: Once<string | null>
  research_mode: Once<ResearchMode>
  post_types: Once<PostType[]>
  platforms: Once<Platform[]>
  credits_used: Once<number>
  writing_style: JSONColumnType<StoredStyle> | null
  /** Pages that the caller asks to have read. */
  source_urls: Once<string[]>
  /** What was read, kept so that another attempt need not read it again. */
  research: JSONColumnType<StoredResearch> | null
  generator: JSONColumnType<Generator> | null
  error_code: string | null
  error_message: string | null
  created_at: Once<Date>
  completed_at: Date | null
}

export interface WritingStylesTable {
  id: Once<string>
  account_id: Once<string>
  workspace_id: Once<string>
  name: string
  instructions: string
  examples: string[]
  /** At most one of a workspace: the database refuses a second. */
  active: boolean
  created_at: Once<Date>
  updated_at: Date
}

/** A writing style as a generation keeps it: what becomes of the style later does not change it. */
export interface StoredStyle {
  readonly name: string
  readonly instructions: string
  readonly examples: readonly string[]
}

/** What was looked up for a generation, with its sources. */
export interface StoredResearch {
  readonly kind: Generator['research']
  readonly notes: readonly { readonly url: string; readonly title?: string; readonly text: string }[]
}

export interface GenerationMediaTable {
  generation_id: Once<string>
  /** The place of the medium in the request, from 0. */
  position: Once<number>
  media_id: Once<string>
}

export interface GenerationOutputsTable {
  generation_id: Once<string>
  platform: Once<Platform>
  caption: JSONColumnType<{ caption: NonNullable<Captions[Platform]> }>
  /** The attempt that wrote it: what an attempt that was given up wrote is replaced by the next. */
  attempt: number
  created_at: Date
}

/** A rewriting of some captions of a generation. While it runs, the generation is `processing` again. */
export interface RegenerationsTable {
  id: Once<string>
  generation_id: Once<string>
  status: StoredGenerationStatus
  platforms: Once<Platform[]>
  instruction: Once<string | null>
  credits_used: Once<number>
  error_code: string | null
  error_message: string | null
  created_at: Once<Date>
  completed_at: Date | null
}

/** One call of a model's vendor, for the operator's accounts. */
export interface ModelCallsTable {
  id: Once<string>
  generation_id: Once<string>
  attempt: Once<number>
  model: Once<string>
  input_tokens: Once<number>
  output_tokens: Once<number>
  duration_ms: Once<number>
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

export interface Database {
  accounts: AccountsTable
  workspaces: WorkspacesTable
  api_keys: ApiKeysTable
  credit_ledger: CreditLedgerTable
  media: MediaTable
  writing_styles: WritingStylesTable
  generations: GenerationsTable
  generation_media: GenerationMediaTable
  generation_outputs: GenerationOutputsTable
  regenerations: RegenerationsTable
  model_calls: ModelCallsTable
  idempotency_keys: IdempotencyKeysTable
}

/** The database outside of a transaction. */
export type Db = Kysely<Database>

/**
 * A transaction. What runs inside one takes this and never a `Db`: the embedded database has one session, and a second
 * one asked for inside a transaction would wait for itself for ever.
 */
export type Trx = Transaction<Database>
