import type { AppQuotasTable, Db } from '#db/types.ts'
import type { Selectable } from 'kysely'
import { sql } from 'kysely'

type QuotaKey = Pick<Selectable<AppQuotasTable>, 'platform' | 'app' | 'day' | 'name'>

interface AddOptions {
  readonly key: QuotaKey
  readonly amount: number
  readonly total: number
  readonly now: Date
}

/**
 * Adds to what is used where that does not exceed the total, in one statement: of two that need the last of it, one gets it. False: there
 * was not enough left, and nothing was added.
 */
export async function addUsed(db: Db, { key, amount, total, now }: AddOptions): Promise<boolean> {
  const { platform, app, day, name } = key
  const { rows } = await sql`
    insert into app_quotas as quota (platform, app, day, name, used, updated_at)
    select ${platform}, ${app}, ${day}, ${name}, ${amount}::int, ${now}::timestamptz where ${amount}::int <= ${total}::int
    on conflict (platform, app, day, name) do update
      set used = quota.used + excluded.used, updated_at = excluded.updated_at
      where quota.used + excluded.used <= ${total}::int
    returning used`.execute(db)
  return rows.length > 0
}

/** Sets what is used to the total, where it is less. */
export async function setUsedUp(db: Db, { key, total, now }: Omit<AddOptions, 'amount'>): Promise<void> {
  const { platform, app, day, name } = key
  await sql`
    insert into app_quotas as quota (platform, app, day, name, used, updated_at)
    values (${platform}, ${app}, ${day}, ${name}, ${total}::int, ${now})
    on conflict (platform, app, day, name) do update
      set used = greatest(quota.used, excluded.used), updated_at = excluded.updated_at`.execute(db)
}

/** What is used of the quotas of an app on a day, by name. */
export async function findUsed(
  db: Db,
  { platform, app, day }: Omit<QuotaKey, 'name'>,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('app_quotas')
    .select(['name', 'used'])
    .where('platform', '=', platform)
    .where('app', '=', app)
    .where('day', '=', day)
    .execute()
  return new Map(rows.map(({ name, used }) => [name, used]))
}

/** Deletes what was counted before a time. */
export async function deleteUsedBefore(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('app_quotas').where('updated_at', '<', before).execute()
}
