import type { Db } from '#db/types.ts'
import type { PlatformLimit } from '#platforms/port.ts'
import type { AccountLimit } from '@powerpost/contract'
import type { StoredConnection } from '../connections.repository.ts'

interface StoreOptions {
  readonly connectionId: string
  readonly limits: readonly PlatformLimit[]
  readonly now: Date
}

/** Keeps how the quotas of an account stand, next to those that nothing was said about. Undefined: the connection was deleted. */
export async function storeLimits(
  db: Db,
  { connectionId, limits, now }: StoreOptions,
): Promise<StoredConnection | undefined> {
  return db.transaction().execute(async (trx) => {
    const stored = await trx
      .selectFrom('connections')
      .select('limits')
      .where('id', '=', connectionId)
      .where('deleted_at', 'is', null)
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (!stored) return undefined
    const said = limits.map(toAccountLimit)
    const others = (stored.limits ?? []).filter(({ name }) => !said.some((limit) => limit.name === name))
    return trx
      .updateTable('connections')
      .set({ limits: JSON.stringify([...said, ...others]), limits_checked_at: now })
      .where('id', '=', connectionId)
      .returningAll()
      .executeTakeFirst()
  })
}

function toAccountLimit({ resetsAt, ...limit }: PlatformLimit): AccountLimit {
  return { ...limit, resets_at: resetsAt?.toISOString() ?? null }
}
