import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** Documents are a third kind of media. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table media drop constraint media_type_check,
    add constraint media_type_check check (type in ('image', 'video', 'document'))`.execute(db)
}
