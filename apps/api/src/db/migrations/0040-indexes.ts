import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/**
 * What is deleted is looked for by the foreign keys that point at it, and lists by their filters: without these indexes both read
 * whole tables.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create index posts_by_generation on posts (generation_id) where generation_id is not null`,
  `drop index post_items_by_connection`,
  `create index post_items_by_connection on post_items (connection_id) where connection_id is not null`,
  `create index webhook_deliveries_by_status
    on webhook_deliveries (workspace_id, livemode, status, created_at desc, id desc)`,
  `create index webhook_deliveries_of_event
    on webhook_deliveries (workspace_id, livemode, event, created_at desc, id desc)`,
  `create index media_by_type on media (workspace_id, livemode, type, created_at desc, id desc)`,
  // For the sum of an account's files, which is asked at each upload.
  `drop index media_by_account`,
  `create index media_by_account on media (account_id) include (status, file_size)`,
]
