import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/**
 * Queues, and which post has which of their slots. One post a slot: whatever else goes wrong, the index refuses a second. A queue that
 * is deleted leaves its posts at their times.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table queues (
    id uuid primary key,
    account_id uuid not null references accounts (id),
    workspace_id uuid not null references workspaces (id),
    livemode boolean not null,
    name text not null,
    timezone text not null,
    slots jsonb not null,
    created_by jsonb not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  `create index queues_by_workspace on queues (workspace_id, livemode, created_at desc, id desc)`,
  `alter table posts add column queue_id uuid references queues (id) on delete set null`,
  `create unique index posts_one_per_slot on posts (queue_id, scheduled_at) where queue_id is not null`,
  `alter table posts add constraint posts_slot_has_time check (queue_id is null or scheduled_at is not null)`,
]
