import type { Trx } from '#db/types.ts'
import type { Platform } from '@powerpost/contract'
import { PLATFORM_NAMES } from '@powerpost/contract'
import type { ConnectionOwner, StoredConnection } from './connections.repository.ts'
import { findDeletedConnection, holdConnections } from './connections.repository.ts'
import { isUsable } from './present-connection.ts'

interface ChooseOptions {
  readonly platform: Platform
  /** The one that was asked for. */
  readonly connectionId?: string | null | undefined
  readonly now: Date
}

/**
 * Why there is no connection for an item.
 *
 * - `unknown`: there is none of the id that was asked for, or it is of another platform.
 * - `deleted`: the one that was asked for was deleted.
 * - `none`: the workspace has none of the platform.
 * - `several`: it has several, and none was named.
 * - `ended`: a person has to reconnect it.
 */
export type NoConnection = 'unknown' | 'deleted' | 'none' | 'several' | 'ended'

export type ChosenConnection =
  | { readonly found: true; readonly connection: StoredConnection }
  /** `message` is a sentence for the caller that says how to fix it. */
  | { readonly found: false; readonly reason: NoConnection; readonly message: string }

/**
 * The connection that an item goes to: the one that is named, else the workspace's only one of the platform that can be
 * published to. Until the transaction ends it cannot be deleted.
 */
export async function chooseConnection(
  trx: Trx,
  owner: ConnectionOwner,
  { platform, connectionId, now }: ChooseOptions,
): Promise<ChosenConnection> {
  const name = PLATFORM_NAMES[platform]
  const all = await holdConnections(trx, owner, platform)
  if (connectionId !== undefined && connectionId !== null) {
    const named = all.find(({ id }) => id === connectionId.toLowerCase())
    if (!named) return explainMissing(trx, owner, { platform, id: connectionId })
    return isUsable(named, now) ? { found: true, connection: named } : refuse('ended', ended(name, named))
  }
  const usable = all.filter((connection) => isUsable(connection, now))
  const [only, another] = usable
  if (another)
    return refuse('several', `The workspace has several connections to ${name}: choose one with connection_id.`)
  if (only) return { found: true, connection: only }
  const [first] = all
  if (first) return refuse('ended', ended(name, first))
  return refuse('none', `The workspace has no connection to ${name}. Create one with POST /connections.`)
}

/** Why there is no such connection: an account that is gone is named. */
async function explainMissing(
  trx: Trx,
  owner: ConnectionOwner,
  { platform, id }: { readonly platform: Platform; readonly id: string },
): Promise<ChosenConnection> {
  const name = PLATFORM_NAMES[platform]
  const deleted = await findDeletedConnection(trx, owner, { platform, id })
  if (!deleted) return refuse('unknown', `There is no such connection to ${name} in this workspace.`)
  const account = `The connection to ${name} as ${deleted.display_name} was deleted.`
  return refuse(
    'deleted',
    `${account} Connect the account again with POST /connections, or choose another connection with connection_id.`,
  )
}

function refuse(reason: NoConnection, message: string): ChosenConnection {
  return { found: false, reason, message }
}

function ended(name: string, { display_name }: StoredConnection): string {
  const account = `The connection to ${name} as ${display_name} has expired.`
  return `${account} Reconnect it with POST /connections, or choose another connection with connection_id.`
}
