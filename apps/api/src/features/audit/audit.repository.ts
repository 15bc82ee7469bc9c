import type { AuditLogTable, Db, Trx } from '#db/types.ts'
import type { Insertable } from 'kysely'

export async function insertLine(db: Db | Trx, line: Insertable<AuditLogTable>): Promise<void> {
  await db.insertInto('audit_log').values(line).execute()
}
