import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** What is known of an item that is being posted, so that any process can go on with it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table post_items
    add column lane text,
    add column due_at timestamptz,
    add column claimed boolean not null default false,
    add column lapses integer not null default 0,
    add column begun_at timestamptz,
    add column failures integer not null default 0,
    add column restarts integer not null default 0,
    add column look_ups integer not null default 0,
    add column not_posted boolean not null default false,
    add check ((status = 'posting') = (due_at is not null)),
    add check ((status = 'posting') = (lane is not null))`,
  `create index post_items_due on post_items (lane, due_at) where status = 'posting'`,
]
