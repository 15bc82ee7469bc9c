import type { Db, Trx } from '#db/types.ts'
import type { Platform } from '@powerpost/contract'
import type { StoredPause } from './pauses.repository.ts'
import { findPauses } from './pauses.repository.ts'

/** What of a connection decides about its lane. */
interface PausedConnection {
  readonly id: string
  readonly platform: Platform
  readonly sandbox: boolean
  readonly livemode: boolean
}

/** The lane of the items that go to a connection: a sandbox key publishes nothing, whatever it is connected to. */
export function laneOf({ platform, sandbox, livemode }: Omit<PausedConnection, 'id'>): StoredPause['lane'] {
  return sandbox || !livemode ? 'sandbox' : platform
}

export type Pause = Pick<StoredPause, 'held_until' | 'reason'>

/** The pause that each connection waits for, by its id: its own or the one of its whole lane, the longer one. */
export async function findPausesOf(
  db: Db | Trx,
  connections: readonly PausedConnection[],
  now: Date,
): Promise<ReadonlyMap<string, Pause>> {
  const subjects = connections.map((connection) => ({ lane: laneOf(connection), connectionId: connection.id }))
  const pauses = await findPauses(db, subjects, now)
  const found = subjects.flatMap(({ lane, connectionId }) => {
    const pause = pauses.find((pause) => pause.lane === lane && (pause.connection_id ?? connectionId) === connectionId)
    return pause ? [[connectionId, pause] as const] : []
  })
  return new Map(found)
}
