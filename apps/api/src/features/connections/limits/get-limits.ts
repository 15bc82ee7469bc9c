import { findPausesOf } from '#features/pauses/index.ts'
import type { AccountLimit, ConnectionLimits } from '@powerpost/contract'
import type { CapabilityDependencies } from '../capabilities/ask-capabilities.ts'
import type { ConnectionOwner, StoredConnection } from '../connections.repository.ts'
import { findConnection } from '../connections.repository.ts'
import { noSuchConnection } from '../present-connection.ts'
import { countLimits } from './count-limits.ts'
import { askLimits } from './ask-limits.ts'

/** How the quotas of one account stand. NOT_FOUND where the workspace has no connection of the id. */
export async function getLimits(
  dependencies: CapabilityDependencies,
  owner: ConnectionOwner,
  id: string,
): Promise<ConnectionLimits> {
  const { db, clock } = dependencies
  const found = await findConnection(db, owner, id)
  if (!found) throw noSuchConnection()
  const { connection, error } = await askLimits(dependencies, found)
  const now = clock.now()
  const pause = (await findPausesOf(db, [connection], now)).get(connection.id)
  return {
    connection_id: connection.id,
    limits: [...limitsOf(connection, now), ...(await countLimits(db, connection, now))],
    checked_at: connection.limits_checked_at?.toISOString() ?? null,
    ...(pause && { held_until: pause.held_until.toISOString() }),
    ...(error !== undefined && { error }),
  }
}

/** How the quotas of a connection stand, as last reported: one that was reset since is not used at all. */
export function limitsOf({ limits }: Pick<StoredConnection, 'limits'>, now: Date): AccountLimit[] {
  return (limits ?? []).map((limit) => {
    const isReset = limit.resets_at !== null && new Date(limit.resets_at) <= now
    return isReset ? { ...limit, used: 0, resets_at: null } : limit
  })
}
