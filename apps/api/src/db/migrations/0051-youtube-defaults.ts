import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** What an item for YouTube does not choose is stored as it is created: drafts that are there get what was documented. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    update post_items set options = '{"privacy_status": "public", "made_for_kids": false}'::jsonb || options
    where platform = 'youtube' and status in ('draft', 'posting')`.execute(db)
}
