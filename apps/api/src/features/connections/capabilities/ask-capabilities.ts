import { laneOf } from '#features/pauses/index.ts'
import type { PlatformAdapter, PlatformRegistry } from '#platforms/port.ts'
import { PublishError } from '#platforms/port.ts'
import { abortable } from '#shared/abortable.ts'
import { accountCapabilitiesSchema } from '@powerpost/contract'
import type { StoredConnection } from '../connections.repository.ts'
import { isUsable } from '../present-connection.ts'
import { createConnectionOpener } from '../tokens/open-connection.ts'
import type { RefreshDependencies } from '../tokens/refresh-tokens.ts'
import { storeCapabilities, storeCapabilitiesError } from './capabilities.repository.ts'

/** What a platform said is good for so long. */
const FRESH_MS = 3600_000
/** A platform that could not be asked is left alone for so long. */
const ASK_AGAIN_MS = 60_000
/** Somebody waits for the answer. */
const ASK_MS = 8_000

export interface CapabilityDependencies extends Omit<RefreshDependencies, 'platforms'> {
  readonly platforms: Pick<PlatformRegistry, 'find' | 'sandbox'>
}

/**
 * A connection with what its platform says of the account: what is kept, if it is not older than an hour, else what the platform
 * answers now. What is older stays where it cannot be asked. Call it outside a transaction.
 */
export async function askCapabilities(
  dependencies: CapabilityDependencies,
  connection: StoredConnection,
): Promise<StoredConnection> {
  const { db, clock, logger, platforms } = dependencies
  const now = clock.now()
  const adapter = laneOf(connection) === 'sandbox' ? platforms.sandbox : platforms.find(connection.platform)
  if (!adapter?.describeAccount || !isUsable(connection, now) || !isDue(connection, now)) return connection
  const { id, token_version: tokenVersion } = connection
  try {
    const capabilities = await ask(dependencies, adapter, connection)
    return (await storeCapabilities(db, { id, tokenVersion, capabilities, now: clock.now() })) ?? connection
  } catch (err) {
    logger.warn({ err, connection_id: id }, 'the capabilities of an account could not be asked for')
    const message = err instanceof PublishError ? err.message : 'The platform could not be reached.'
    return (await storeCapabilitiesError(db, { id, tokenVersion, message, now: clock.now() })) ?? connection
  }
}

function isDue({ capabilities_checked_at, capabilities_asked_at }: StoredConnection, now: Date): boolean {
  const since = (time: Date | null) => (time === null ? Infinity : now.getTime() - time.getTime())
  return since(capabilities_checked_at) > FRESH_MS && since(capabilities_asked_at) > ASK_AGAIN_MS
}

async function ask(dependencies: CapabilityDependencies, adapter: PlatformAdapter, connection: StoredConnection) {
  const signal = AbortSignal.timeout(ASK_MS)
  const opened = createConnectionOpener(dependencies)(connection)
  const answer = await abortable(signal, Promise.resolve(adapter.describeAccount?.({ connection: opened, signal })))
  return accountCapabilitiesSchema.parse(answer)
}
