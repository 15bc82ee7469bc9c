import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** What the bytes of a medium say besides its size, what it was converted from, and one word for a medium that is being deleted. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table media add column facts jsonb, add column original jsonb`,
  `drop index media_to_sweep`,
  `alter table media drop constraint media_status_check`,
  `update media set status = 'deleting' where status = 'discarding'`,
  `alter table media add constraint media_status_check check (status in ('uploading', 'ready', 'deleting', 'deleted'))`,
  `create index media_to_sweep on media (touched_at) where status in ('uploading', 'deleting')`,
]
