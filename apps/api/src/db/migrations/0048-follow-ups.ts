import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** What the platforms of posted items are still asked. An item without the platform's id of it is posted all the same: `posted_at` says so. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table post_follow_ups (
    item_id uuid primary key references post_items (id) on delete cascade,
    lane text not null,
    checkpoint jsonb not null,
    due_at timestamptz not null,
    ends_at timestamptz not null,
    looks integer not null default 0,
    version integer not null default 0
  )`,
  `create index post_follow_ups_due on post_follow_ups (lane, due_at)`,
]
