import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** Accounts, keys, credits, media and generations. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table accounts (
    id uuid primary key,
    name text not null,
    credit_balance integer not null default 0 check (credit_balance >= 0),
    first_key_shown boolean not null default false,
    created_at timestamptz not null
  )`,
  `create table workspaces (
    id uuid primary key,
    account_id uuid not null references accounts (id),
    name text not null,
    created_at timestamptz not null
  )`,
  `create index workspaces_by_account on workspaces (account_id)`,
  `create table api_keys (
    id uuid primary key,
    account_id uuid not null references accounts (id),
    name text not null,
    prefix text not null,
    hash bytea not null unique,
    scopes text[] not null,
    livemode boolean not null,
    workspace_ids uuid[],
    created_at timestamptz not null,
    expires_at timestamptz,
    revoked_at timestamptz
  )`,
  `create index api_keys_by_prefix on api_keys (prefix)`,
  `create table credit_ledger (
    id uuid primary key,
    account_id uuid not null references accounts (id),
    livemode boolean not null,
    kind text not null check (kind in ('grant', 'debit', 'refund')),
    amount integer not null check (case when kind = 'debit' then amount <= 0 else amount >= 0 end),
    balance_after integer not null check (balance_after >= 0),
    operation_type text,
    operation_id uuid,
    note text,
    created_at timestamptz not null
  )`,
  `create unique index credit_ledger_once on credit_ledger (operation_id, kind) where operation_id is not null`,
  `create index credit_ledger_by_account on credit_ledger (account_id, created_at desc, id desc)`,
  `create table media (
    id uuid primary key,
    account_id uuid not null references accounts (id),
    workspace_id uuid not null references workspaces (id),
    livemode boolean not null,
    status text not null check (status in ('uploading', 'ready', 'discarding')),
    storage_key text not null unique,
    file_size bigint not null check (file_size >= 0),
    file_name text,
    type text check (type in ('image', 'video')),
    mime_type text,
    width integer,
    height integer,
    duration_seconds double precision,
    colours text[] not null default '{}',
    sha256 bytea,
    created_at timestamptz not null,
    touched_at timestamptz not null,
    check (status <> 'ready' or (file_name is not null and type is not null and mime_type is not null
      and width is not null and height is not null and sha256 is not null))
  )`,
  `create index media_by_account on media (account_id)`,
  `create index media_by_workspace on media (workspace_id, created_at desc, id desc)`,
  `create index media_uploading on media (touched_at) where status = 'uploading'`,
  `create table generations (
    id uuid primary key,
    account_id uuid not null references accounts (id),
    workspace_id uuid not null references workspaces (id),
    livemode boolean not null,
    status text not null check (status in ('processing', 'completed', 'failed')),
    input_type text not null check (input_type in ('text', 'images', 'video')),
    prompt text,
    cta_text text,
    research_mode text not null check (research_mode in ('regular', 'deep')),
    post_types text[] not null,
    platforms text[] not null,
    credits_used integer not null check (credits_used >= 0),
    generator jsonb,
    error_code text,
    error_message text,
    created_at timestamptz not null,
    completed_at timestamptz,
    check ((status = 'processing') = (completed_at is null)),
    check ((status = 'failed') = (error_code is not null))
  )`,
  `create index generations_by_workspace on generations (workspace_id, livemode, created_at desc, id desc)`,
  `create index generations_by_status on generations (workspace_id, livemode, status, created_at desc, id desc)`,
  `create table generation_media (
    generation_id uuid not null references generations (id) on delete cascade,
    position smallint not null,
    media_id uuid not null references media (id),
    primary key (generation_id, position)
  )`,
  `create index generation_media_by_media on generation_media (media_id)`,
  `create table generation_outputs (
    generation_id uuid not null references generations (id) on delete cascade,
    platform text not null,
    caption jsonb not null,
    attempt integer not null,
    created_at timestamptz not null,
    primary key (generation_id, platform)
  )`,
]
