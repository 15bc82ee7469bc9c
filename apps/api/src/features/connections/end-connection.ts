import type { Trx } from '#db/types.ts'
import type { RecordEvent } from '#features/webhooks/index.ts'
import type { Clock } from '#shared/clock.ts'
import { markEnded } from './tokens/tokens.repository.ts'

interface EndDependencies {
  readonly clock: Clock
  readonly recordEvent: RecordEvent
}

interface EndOptions {
  readonly connectionId: string
  /** Of the tokens that the platform refused: a connection that was reconnected meanwhile is not ended. */
  readonly tokenVersion: number
}

/**
 * Ends a connection that only a person can bring back, in the caller's transaction, and tells the listeners: once, however
 * often and by however many it is called.
 */
export async function endConnection(
  trx: Trx,
  { clock, recordEvent }: EndDependencies,
  { connectionId, tokenVersion }: EndOptions,
): Promise<void> {
  const connection = await markEnded(trx, { connectionId, tokenVersion, now: clock.now() })
  if (!connection) return
  const { id, platform, display_name, workspace_id: workspaceId, livemode } = connection
  const data = { connection_id: id, platform, display_name, status: 'expired' } as const
  await recordEvent(trx, { event: 'connection.expired', workspaceId, livemode, data })
}
