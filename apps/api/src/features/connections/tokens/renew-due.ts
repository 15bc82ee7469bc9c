import { PublishError } from '#platforms/port.ts'
import type { RefreshDependencies } from './refresh-tokens.ts'
import { renewTokens } from './refresh-tokens.ts'
import { findDueForRenewal } from './tokens.repository.ts'

/** In one run of the sweep: the rest is due at the next. */
const MOST = 200
/** At once: platforms count what an app asks for. */
const AT_ONCE = 4

/**
 * Renews tokens before they end, whether their connection is used or not. Several processes share the work: each connection is
 * renewed by the one that has its claim.
 */
export async function renewDue(dependencies: RefreshDependencies): Promise<void> {
  const { db, clock, logger } = dependencies
  const due = (await findDueForRenewal(db, clock.now(), MOST)).values()
  const work = async () => {
    for (const connection of due) {
      try {
        await renewTokens(dependencies, connection)
      } catch (err) {
        if (!(err instanceof PublishError)) throw err
        // It is in the connection's row: tried again later, or reported as expired.
        logger.warn({ err, connection_id: connection.id }, 'renewing the tokens of a connection failed')
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}
