import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** What is planned for which day, and links by which calendar programs read it. Posted items by the time they were posted. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table calendar_entries (
    id uuid primary key,
    account_id uuid not null references accounts (id),
    workspace_id uuid not null references workspaces (id),
    livemode boolean not null,
    title text not null,
    description text,
    scheduled_date text collate "C" not null,
    scheduled_time text collate "C",
    platforms text[] not null,
    post_id uuid references posts (id) on delete set null,
    text_bytes integer not null,
    created_by jsonb not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  `create index calendar_entries_by_date on calendar_entries (workspace_id, livemode, scheduled_date)`,
  `create index calendar_entries_by_post on calendar_entries (post_id) where post_id is not null`,
  `create table calendar_feeds (
    id uuid primary key,
    account_id uuid not null references accounts (id),
    workspace_id uuid not null references workspaces (id),
    livemode boolean not null,
    name text not null,
    include_posts boolean not null,
    token_hash bytea not null,
    created_by jsonb not null,
    created_at timestamptz not null,
    last_read_at timestamptz
  )`,
  `create index calendar_feeds_by_workspace on calendar_feeds (workspace_id, livemode, created_at desc, id desc)`,
  `create index post_items_by_posted_at on post_items (workspace_id, posted_at) where posted_at is not null`,
]
