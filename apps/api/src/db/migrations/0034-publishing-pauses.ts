import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** A used-up quota is a pause: to hold is to lock a row. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table publishing_holds rename to publishing_pauses`,
  `alter index publishing_holds_of_lane rename to publishing_pauses_of_lane`,
  `alter index publishing_holds_of_connection rename to publishing_pauses_of_connection`,
]
