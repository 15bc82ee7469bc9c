import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** What the platform of a connection has to choose between, by the name of the list. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table connections add column choices jsonb`.execute(db)
}
