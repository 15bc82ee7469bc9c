import type { Db, Trx } from '#db/types.ts'
import type { Platform } from '@powerpost/contract'
import type { StoredHold } from './holds.repository.ts'
import { findHolds } from './holds.repository.ts'

/** What of a connection decides about its lane. */
interface HeldConnection {
  readonly id: string
  readonly platform: Platform
  readonly sandbox: boolean
  readonly livemode: boolean
}

/** The lane of the items that go to a connection: a sandbox key publishes nothing, whatever it is connected to. */
export function laneOf({ platform, sandbox, livemode }: Omit<HeldConnection, 'id'>): StoredHold['lane'] {
  return sandbox || !livemode ? 'sandbox' : platform
}

export type Hold = Pick<StoredHold, 'held_until' | 'reason'>

/** The hold that each connection waits for, by its id: its own or the one of its whole lane, the longer one. */
export async function findHoldsOf(
  db: Db | Trx,
  connections: readonly HeldConnection[],
  now: Date,
): Promise<ReadonlyMap<string, Hold>> {
  const subjects = connections.map((connection) => ({ lane: laneOf(connection), connectionId: connection.id }))
  const holds = await findHolds(db, subjects, now)
  const found = subjects.flatMap(({ lane, connectionId }) => {
    const hold = holds.find((hold) => hold.lane === lane && (hold.connection_id ?? connectionId) === connectionId)
    return hold ? [[connectionId, hold] as const] : []
  })
  return new Map(found)
}
