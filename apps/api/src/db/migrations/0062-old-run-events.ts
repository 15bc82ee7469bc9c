import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** The events that are deleted when their run ended long ago: all but the last one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index run_events_by_age on run_events (created_at) where event not in ('completed', 'failed')`.execute(
    db,
  )
}
