import { sql } from 'kysely'
import type { Db } from '#db/types.ts'

/** Change by reading alone, or by what runs next to a request. */
const LEFT_OUT = ['rate_limits', 'idempotency_keys', 'api_keys']
/** The same of columns: when an endpoint began to fail, and what a platform said of an account when it was asked. */
const COLUMNS_LEFT_OUT = [
  'failing_since',
  'capabilities',
  'capabilities_checked_at',
  'capabilities_asked_at',
  'capabilities_error',
  'limits',
  'limits_checked_at',
  'choices',
]

/** Each table of the server with a digest of its rows: two that are equal tell that nothing was changed between them. */
export async function readTables(db: Db): Promise<Record<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(db)
  const digests: Record<string, string> = {}
  for (const { name } of tables) {
    if (LEFT_OUT.includes(name)) continue
    const { rows } = await sql<{ digest: string }>`
      select concat(count(*), ' ', md5(string_agg(row::text, ',' order by row::text))) as digest
      from (select to_jsonb(t) - ${COLUMNS_LEFT_OUT}::text[] as row from ${sql.table(name)} as t) as rows`.execute(db)
    digests[name] = rows[0]?.digest ?? ''
  }
  return digests
}

/** Ends what is on its way to a receiver, so that no later attempt changes a row. */
export async function endDeliveries(db: Db): Promise<void> {
  await sql`
    update webhook_deliveries set status = 'failed', next_attempt_at = null, claims = claims + 1
    where status = 'pending'`.execute(db)
}
