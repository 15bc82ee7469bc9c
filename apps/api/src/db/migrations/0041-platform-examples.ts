import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** Sample texts of a writing style that belong to one platform. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table writing_styles add column platform_examples jsonb not null default '[]'`).execute(db)
}
