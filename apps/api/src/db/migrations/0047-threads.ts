import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/**
 * What follows an item in the same thread: the texts and their media, and what the platform has of it. Items with times of their own,
 * and what becomes of one when a quota is used up. What a platform says of the quotas of an account.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table post_items
    add column thread jsonb not null default '[]',
    add column posted_parts jsonb not null default '[]',
    add column scheduled_at timestamptz,
    add column on_limit text not null default 'wait' check (on_limit in ('wait', 'fail')),
    add column waiting_since timestamptz`,
  `alter table post_item_media add column part smallint not null default 0 check (part >= 0)`,
  `alter table posts add column due_at timestamptz`,
  `update posts set due_at = scheduled_at where status = 'scheduled'`,
  `drop index posts_scheduled`,
  `create index posts_due on posts (due_at) where due_at is not null`,
  `alter table connections
    add column limits jsonb,
    add column limits_checked_at timestamptz`,
]
