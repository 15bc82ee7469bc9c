import type { Trx } from '#db/types.ts'
import { sql } from 'kysely'

/** Waits for the process that recovers runs now, and keeps others waiting until the transaction ends. */
export async function lockRecovery(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('powerpost.recover-runs'))`.execute(trx)
}
