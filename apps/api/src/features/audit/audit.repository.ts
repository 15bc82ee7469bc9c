import type { AuditLogTable, Db, Trx } from '#db/types.ts'
import type { Insertable } from 'kysely'
import { sql } from 'kysely'

export async function insertLine(db: Db | Trx, line: Insertable<AuditLogTable>): Promise<void> {
  await db.insertInto('audit_log').values(line).execute()
}

/** Deletes some lines that are older than a time: the only way in which a line goes. Returns how many. */
export async function removeLines(trx: Trx, before: Date, limit: number): Promise<number> {
  await sql`select set_config('powerpost.purges_audit_log', 'yes', true)`.execute(trx)
  const old = trx.selectFrom('audit_log').select('id').where('created_at', '<', before).limit(limit)
  const { numDeletedRows } = await trx.deleteFrom('audit_log').where('id', 'in', old).executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
