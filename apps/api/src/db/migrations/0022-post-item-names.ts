import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** The columns of an item that is being posted get the names that the field uses. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table post_items rename column lapses to lost_leases`,
  `alter table post_items rename column look_ups to lookup_attempts`,
  `alter table post_items rename column begun_at to started_at`,
  `alter table post_items rename column not_posted to confirmed_not_posted`,
  `alter table post_items drop constraint post_items_stage_check`,
  `update post_items set stage = 'unconfirmed' where stage = 'sending'`,
  `alter table post_items
    add constraint post_items_stage_check check (stage in ('preparing', 'unconfirmed', 'processing'))`,
]
