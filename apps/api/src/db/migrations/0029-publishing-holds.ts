import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** A quota of a platform that is used up holds an account, or a whole lane, until its reset. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table publishing_holds (
    id uuid primary key,
    lane text not null,
    connection_id uuid references connections (id) on delete cascade,
    held_until timestamptz not null,
    reason text not null,
    updated_at timestamptz not null
  )`,
  `create unique index publishing_holds_of_lane on publishing_holds (lane) where connection_id is null`,
  `create unique index publishing_holds_of_connection on publishing_holds (connection_id, lane)
    where connection_id is not null`,
]
