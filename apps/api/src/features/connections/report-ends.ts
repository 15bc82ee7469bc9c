import type { Db } from '#db/types.ts'
import type { RecordEvent } from '#features/webhooks/index.ts'
import type { Clock } from '#shared/clock.ts'
import { endConnection } from './end-connection.ts'
import { EXPIRING_MS } from './present-connection.ts'
import { findEnded, findEnding, markExpiring } from './tokens/tokens.repository.ts'

interface ReportDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly recordEvent: RecordEvent
}

/** In one run of the sweep: the rest is reported by the next. */
const MOST = 200

/** Reports the connections that end soon, and ends those whose time is over: each once for the tokens that it has. */
export async function reportEnds(dependencies: ReportDependencies): Promise<void> {
  const { db, clock, recordEvent } = dependencies
  const now = clock.now()
  for (const { id: connectionId, token_version: tokenVersion } of await findEnded(db, now, MOST)) {
    await db.transaction().execute((trx) => endConnection(trx, dependencies, { connectionId, tokenVersion }))
  }
  for (const ending of await findEnding(db, new Date(now.getTime() + EXPIRING_MS), MOST)) {
    await db.transaction().execute(async (trx) => {
      const connection = await markExpiring(trx, ending)
      if (!connection?.expires_at) return
      const { id, platform, display_name, workspace_id: workspaceId, livemode, expires_at } = connection
      const data = {
        connection_id: id,
        platform,
        display_name,
        status: 'expiring',
        expires_at: expires_at.toISOString(),
      } as const
      await recordEvent(trx, { event: 'connection.expiring', workspaceId, livemode, data })
    })
  }
}
