import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** What a generation is to read, and what was read for it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table generations add column source_urls text[] not null default '{}'`.execute(db)
  await sql`alter table generations add column research jsonb`.execute(db)
}
