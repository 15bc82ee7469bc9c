import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** Tells a wrong encryption key at the start, before anything is sealed with it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table key_check (
    singleton boolean primary key default true check (singleton),
    sealed text not null
  )`.execute(db)
}
