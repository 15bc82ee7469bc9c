import type { Db } from '#db/types.ts'
import type { Principal } from '#shared/principal.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import type { Logger } from '#shared/logger.ts'
import type { Origin } from '#shared/origin.ts'
import { storePrincipal } from '#shared/principal.ts'
import { insertLine } from './audit.repository.ts'

interface Dependencies {
  readonly db: Db
  readonly clock: Clock
  readonly logger: Logger
}

/** A program that goes on asking with a key that ended writes no more than this. */
const EVERY_MS = 60_000

/** More keys and addresses than this are not remembered; forgetting them costs a line. */
const MAX_REMEMBERED = 10_000

/** Writes a line about a revoked or expired key that was refused: one a minute for each key and address. Never fails. */
export function createRefusalRecorder({ db, clock, logger }: Dependencies) {
  const recorded = new Map<string, number>()
  return async (principal: Principal, { address, requestId }: Origin): Promise<void> => {
    const now = clock.now()
    const name = `${principal.keyId} ${address}`
    if (now.getTime() - (recorded.get(name) ?? 0) < EVERY_MS) return
    if (recorded.size >= MAX_REMEMBERED) recorded.clear()
    recorded.set(name, now.getTime())
    const line = {
      id: makeId(clock),
      account_id: principal.accountId,
      livemode: principal.livemode,
      workspace_id: null,
      principal: storePrincipal(principal),
      key_id: principal.keyId,
      action: 'authenticate',
      resource_type: 'api_key',
      resource_id: principal.id,
      before: null,
      after: null,
      address: address ?? null,
      request_id: requestId,
      created_at: now,
    } as const
    await insertLine(db, line).catch((err: unknown) =>
      logger.warn({ err }, 'a refused key was not written to the audit log'),
    )
  }
}
