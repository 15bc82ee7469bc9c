import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** The first comment of an item, the two steps that post it, and what was not done as requested. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table post_items
    add column first_comment text,
    add column warnings jsonb not null default '[]',
    drop constraint post_items_stage_check,
    drop constraint post_items_check1,
    add constraint post_items_posted_at_check check (status <> 'posted' or posted_at is not null),
    add constraint post_items_stage_check
      check (stage in ('preparing', 'unconfirmed', 'processing', 'commenting', 'comment_sent'))`,
]
