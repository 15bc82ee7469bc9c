import type { Database, Trx } from '#db/types.ts'
import { sql } from 'kysely'

/** Rows in one statement. The largest, generations with their research, have some hundred kilobytes. */
const BATCH_SIZE = 100

/**
 * Copies all rows of a table, batch by batch, and answers how many there were.
 *
 * The rows travel as the text of JSON that PostgreSQL itself writes and reads: each type keeps its exact value, microseconds and
 * bytes too, and a column of a later migration needs no line here.
 */
export async function copyTable(from: Trx, to: Trx, table: keyof Database): Promise<number> {
  await sql`declare moved no scroll cursor for select row_to_json(source)::text as row from ${sql.table(table)} as source`.execute(
    from,
  )
  let copied = 0
  for (;;) {
    const { rows } = await sql<{ row: string }>`fetch ${sql.lit(BATCH_SIZE)} from moved`.execute(from)
    if (rows.length === 0) break
    const batch = `[${rows.map(({ row }) => row).join(',')}]`
    const { numAffectedRows = 0n } = await sql`
      insert into ${sql.table(table)}
      select * from json_populate_recordset(null::${sql.table(table)}, ${batch}::json)`.execute(to)
    copied += Number(numAffectedRows)
  }
  await sql`close moved`.execute(from)
  return copied
}
