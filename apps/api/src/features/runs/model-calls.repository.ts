import type { Db, ModelCallsTable } from '#db/types.ts'
import type { Insertable } from 'kysely'

export async function insertModelCall(db: Db, call: Insertable<ModelCallsTable>): Promise<void> {
  await db.insertInto('model_calls').values(call).execute()
}
