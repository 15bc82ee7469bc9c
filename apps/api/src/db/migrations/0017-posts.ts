import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** Connections, posts and their items; payments that are made and given back more than once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table connections (
    id uuid primary key,
    account_id uuid not null references accounts (id),
    workspace_id uuid not null references workspaces (id),
    livemode boolean not null,
    platform text not null,
    sandbox boolean not null,
    display_name text not null,
    platform_account_id text,
    status text not null check (status in ('active', 'expired', 'revoked')),
    access_token text,
    refresh_token text,
    token_expires_at timestamptz,
    token_version integer not null default 0,
    scopes text[] not null default '{}',
    expires_at timestamptz,
    deleted_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    check (sandbox = (platform_account_id is null))
  )`,
  `create index connections_by_workspace on connections (workspace_id, livemode, created_at desc, id desc)`,
  `create unique index connections_one_per_account
    on connections (workspace_id, livemode, platform, platform_account_id) where deleted_at is null`,
  `create table posts (
    id uuid primary key,
    account_id uuid not null references accounts (id),
    workspace_id uuid not null references workspaces (id),
    livemode boolean not null,
    status text not null check (status in ('draft', 'scheduled', 'publishing', 'published', 'failed')),
    outcome text check (outcome in ('all', 'partial', 'none')),
    generation_id uuid references generations (id) on delete set null,
    credits_used integer not null default 0 check (credits_used >= 0),
    settlement integer not null default 0,
    scheduled_at timestamptz,
    schedule_version integer not null default 0,
    published_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    check ((status in ('published', 'failed')) = (outcome is not null)),
    check (status <> 'scheduled' or scheduled_at is not null)
  )`,
  `create index posts_by_workspace on posts (workspace_id, livemode, created_at desc, id desc)`,
  `create index posts_by_status on posts (workspace_id, livemode, status, created_at desc, id desc)`,
  `create index posts_scheduled on posts (scheduled_at) where status = 'scheduled'`,
  `create table post_items (
    id uuid primary key,
    post_id uuid not null references posts (id) on delete cascade,
    position smallint not null,
    post_type text not null,
    platform text not null,
    content text not null,
    title text,
    options jsonb not null default '{}',
    connection_id uuid references connections (id),
    status text not null check (status in ('draft', 'posting', 'posted', 'failed')),
    stage text check (stage in ('preparing', 'sending', 'processing')),
    checkpoint jsonb,
    sent_at timestamptz,
    version integer not null default 0,
    attempts integer not null default 0,
    platform_post_id text,
    platform_url text,
    posted_at timestamptz,
    error_code text,
    error_message text,
    error_action text,
    platform_error text,
    unique (post_id, position),
    unique (post_id, post_type),
    check ((status = 'posting') = (stage is not null)),
    check ((status = 'posted') = (posted_at is not null)),
    check ((status = 'failed') = (error_code is not null))
  )`,
  `create index post_items_by_connection on post_items (connection_id) where status in ('draft', 'posting')`,
  `create table post_item_media (
    post_item_id uuid not null references post_items (id) on delete cascade,
    position smallint not null,
    media_id uuid not null references media (id),
    primary key (post_item_id, position)
  )`,
  `create index post_item_media_by_media on post_item_media (media_id)`,
  `alter table credit_ledger add column settlement integer not null default 0`,
  `drop index credit_ledger_once`,
  `create unique index credit_ledger_once on credit_ledger (operation_id, kind, settlement)
    where operation_id is not null`,
]
