import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** Webhook endpoints, what happened, and its way to each endpoint. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table webhook_endpoints (
    id uuid primary key,
    account_id uuid not null references accounts (id),
    workspace_id uuid not null references workspaces (id),
    url text not null,
    events text[] not null,
    secret text not null,
    previous_secret text,
    previous_secret_expires_at timestamptz,
    disabled_reason text check (disabled_reason in ('requested', 'gone', 'failing')),
    failing_since timestamptz,
    created_at timestamptz not null,
    check ((previous_secret is null) = (previous_secret_expires_at is null))
  )`,
  `create index webhook_endpoints_by_workspace on webhook_endpoints (workspace_id, created_at desc, id desc)`,
  `create table webhook_events (
    id uuid primary key,
    account_id uuid not null references accounts (id),
    workspace_id uuid not null references workspaces (id),
    livemode boolean not null,
    event text not null,
    payload text not null,
    created_at timestamptz not null
  )`,
  `create index webhook_events_by_workspace on webhook_events (workspace_id)`,
  `create index webhook_events_by_age on webhook_events (created_at)`,
  `create table webhook_deliveries (
    id uuid primary key,
    account_id uuid not null references accounts (id),
    workspace_id uuid not null references workspaces (id),
    livemode boolean not null,
    event_id uuid not null references webhook_events (id) on delete cascade,
    endpoint_id uuid not null references webhook_endpoints (id) on delete cascade,
    event text not null,
    status text not null check (status in ('pending', 'delivered', 'failed')),
    attempts jsonb not null default '[]',
    failures integer not null default 0,
    claims integer not null default 0,
    next_attempt_at timestamptz,
    created_at timestamptz not null,
    check ((status = 'pending') = (next_attempt_at is not null))
  )`,
  `create index webhook_deliveries_by_workspace on webhook_deliveries (workspace_id, livemode, created_at desc, id desc)`,
  `create index webhook_deliveries_by_endpoint on webhook_deliveries (endpoint_id, created_at desc, id desc)`,
  `create index webhook_deliveries_by_event on webhook_deliveries (event_id)`,
  `create index webhook_deliveries_waiting on webhook_deliveries (endpoint_id, next_attempt_at) where status = 'pending'`,
]
