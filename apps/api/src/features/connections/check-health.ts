import type { Db } from '#db/types.ts'
import type { PlatformRegistry } from '#platforms/port.ts'
import type { Clock } from '#shared/clock.ts'
import type { ConnectionHealth } from '@powerpost/contract'
import type { ConnectionOwner, StoredConnection } from './connections.repository.ts'
import { findLastPosted } from './connection-accounts.repository.ts'
import { findConnection } from './connections.repository.ts'
import { noSuchConnection, statusOf } from './present-connection.ts'
import { signInPlatformOf } from './tokens/sign-in-platform.ts'

interface HealthDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly platforms: Pick<PlatformRegistry, 'find'>
}

/** Whether a connection works, and for how long. NOT_FOUND where the workspace has none of the id. */
export async function checkHealth(
  { db, clock, platforms }: HealthDependencies,
  owner: ConnectionOwner,
  id: string,
): Promise<ConnectionHealth> {
  const connection = await findConnection(db, owner, id)
  if (!connection) throw noSuchConnection()
  const { sandbox, scopes: granted, token_expires_at, renew_at, renewed_at } = connection
  const status = statusOf(connection, clock.now())
  const needed = sandbox ? [] : (platforms.find(signInPlatformOf(connection))?.connector?.scopes ?? [])
  return {
    connection_id: connection.id,
    status,
    token_expires_at: token_expires_at?.toISOString() ?? null,
    renews_at: status === 'expired' ? null : (renew_at?.toISOString() ?? null),
    last_renewed_at: renewed_at?.toISOString() ?? null,
    last_error: lastErrorOf(connection, status),
    scopes: { granted, missing: needed.filter((scope) => !granted.includes(scope)) },
    last_posted_at: (await findLastPosted(db, connection.id))?.toISOString() ?? null,
  }
}

function lastErrorOf(
  { renewal_error: message, renewal_failed_at, updated_at, expires_at }: StoredConnection,
  status: ConnectionHealth['status'],
): ConnectionHealth['last_error'] {
  if (status === 'expired' || status === 'revoked') {
    const at = renewal_failed_at ?? expires_at ?? updated_at
    return {
      message: message ?? 'The platform no longer accepts the access.',
      action: 'reconnect',
      at: at.toISOString(),
    }
  }
  if (message === null || renewal_failed_at === null) return null
  return { message, action: 'wait', at: renewal_failed_at.toISOString() }
}
