import type { Pause } from '#features/pauses/index.ts'
import { AppError } from '#shared/app-error.ts'
import type { Connection, ConnectionStatus } from '@powerpost/contract'
import type { StoredConnection } from './connections.repository.ts'

/** How long before its end a connection is said to be expiring. */
export const EXPIRING_MS = 7 * 24 * 3600_000

/** A connection without its tokens, and until when a quota of its platform pauses its posts. */
export function toConnection(connection: StoredConnection, now: Date, pause?: Pause): Connection {
  return {
    connection_id: connection.id,
    platform: connection.platform,
    sandbox: connection.sandbox,
    display_name: connection.display_name,
    platform_account_id: connection.platform_account_id,
    account_kind: connection.account_kind,
    picture_url: connection.picture_url,
    status: statusOf(connection, now),
    expires_at: connection.expires_at?.toISOString() ?? null,
    ...(pause && { held_until: pause.held_until.toISOString(), held_reason: pause.reason }),
    livemode: connection.livemode,
    created_by: connection.created_by,
    created_at: connection.created_at.toISOString(),
  }
}

/** What a connection is good for at a time: what is stored does not change when it merely gets late. */
export function statusOf(
  { status, expires_at }: Pick<StoredConnection, 'status' | 'expires_at'>,
  now: Date,
): ConnectionStatus {
  if (status !== 'active' || expires_at === null) return status
  const left = expires_at.getTime() - now.getTime()
  if (left <= 0) return 'expired'
  return left <= EXPIRING_MS ? 'expiring' : 'active'
}

/** Whether posts can go to it. */
export function isUsable(connection: Pick<StoredConnection, 'status' | 'expires_at'>, now: Date): boolean {
  return ['active', 'expiring'].includes(statusOf(connection, now))
}

/** NOT_FOUND, in the same words for another workspace's and for none at all. */
export function noSuchConnection(): AppError {
  return new AppError('NOT_FOUND', 'There is no such connection in this workspace.')
}
