import type { ConnectionCapabilities } from '@powerpost/contract'
import type { ConnectionOwner, StoredConnection } from '../connections.repository.ts'
import { findConnection, findUsedConnections } from '../connections.repository.ts'
import { noSuchConnection } from '../present-connection.ts'
import type { CapabilityDependencies } from './ask-capabilities.ts'
import { askLimits } from '../limits/ask-limits.ts'
import { askCapabilities } from './ask-capabilities.ts'

/** What holds for one account. NOT_FOUND where the workspace has no connection of the id. */
export async function getCapabilities(
  dependencies: CapabilityDependencies,
  owner: ConnectionOwner,
  id: string,
): Promise<ConnectionCapabilities> {
  const connection = await findConnection(dependencies.db, owner, id)
  if (!connection) throw noSuchConnection()
  return toCapabilities(await askCapabilities(dependencies, connection))
}

function toCapabilities(connection: StoredConnection): ConnectionCapabilities {
  const { capabilities, capabilities_checked_at, capabilities_error } = connection
  return {
    connection_id: connection.id,
    options: [],
    ...capabilities,
    checked_at: capabilities_checked_at?.toISOString() ?? null,
    ...(capabilities_error !== null && { error: capabilities_error }),
  }
}

/** At once: more accounts are asked when they are looked at one by one. */
const MOST = 12

/** Asks for what is too old, limits too, of the accounts that a workspace can publish to. Call it outside a transaction. */
export async function refreshCapabilities(dependencies: CapabilityDependencies, owner: ConnectionOwner): Promise<void> {
  const connections = await findUsedConnections(dependencies.db, owner, MOST)
  await Promise.all(
    connections.flatMap((connection) => [
      askCapabilities(dependencies, connection),
      askLimits(dependencies, connection),
    ]),
  )
}
