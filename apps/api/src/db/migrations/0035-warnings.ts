import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** What a run did not do as requested, and what a person should look at. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table runs add column warnings jsonb not null default '[]'`).execute(db)
}
