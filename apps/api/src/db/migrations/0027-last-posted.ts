import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** When something was last posted to a connection is read from its items. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`create index post_items_posted on post_items (connection_id, posted_at desc) where status = 'posted'`)
    .execute(db)
}
