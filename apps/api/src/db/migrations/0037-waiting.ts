import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** What the time of a run is counted from, and which of its attempts failed: one that was killed did not. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table runs
    add column waiting_since timestamptz,
    add column failed_attempt integer not null default 0`.execute(db)
}
