import { laneOf } from '#features/pauses/index.ts'
import { PublishError } from '#platforms/port.ts'
import { abortable } from '#shared/abortable.ts'
import type { CapabilityDependencies } from '../capabilities/ask-capabilities.ts'
import type { StoredConnection } from '../connections.repository.ts'
import { isUsable } from '../present-connection.ts'
import { createConnectionOpener } from '../tokens/open-connection.ts'
import { storeLimits } from './limits.repository.ts'

/** What a platform said is good for so long. */
const FRESH_MS = 5 * 60_000
/** Somebody waits for the answer. */
const ASK_MS = 8_000

interface AskedLimits {
  readonly connection: StoredConnection
  /** Why the platform could not be asked: what it said before is still there. */
  readonly error?: string
}

/** A connection with how its quotas stand: asked now, where the platform can be asked and was not lately. Call it outside a transaction. */
export async function askLimits(
  dependencies: CapabilityDependencies,
  connection: StoredConnection,
): Promise<AskedLimits> {
  const { db, clock, logger, platforms } = dependencies
  const now = clock.now()
  const adapter = laneOf(connection) === 'sandbox' ? platforms.sandbox : platforms.find(connection.platform)
  const age = connection.limits_checked_at === null ? Infinity : now.getTime() - connection.limits_checked_at.getTime()
  const freshMs = adapter?.countsLimits ? 0 : FRESH_MS
  if (!adapter?.describeLimits || !isUsable(connection, now) || age < freshMs) return { connection }
  try {
    const signal = AbortSignal.timeout(ASK_MS)
    const opened = createConnectionOpener(dependencies)(connection)
    const limits = await abortable(signal, adapter.describeLimits({ connection: opened, signal }))
    const stored = await storeLimits(db, { connectionId: connection.id, limits, now: clock.now() })
    return { connection: stored ?? connection }
  } catch (err) {
    logger.warn({ err, connection_id: connection.id }, 'the limits of an account could not be asked for')
    return { connection, error: err instanceof PublishError ? err.message : 'The platform could not be reached.' }
  }
}
