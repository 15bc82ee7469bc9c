import type { Db } from '#db/types.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import type { HoldSubject } from './holds.repository.ts'
import { upsertHold } from './holds.repository.ts'

/** The platform is asked again after so long, whatever it said. */
export const MAX_HOLD_MS = 48 * 3600_000
const MIN_HOLD_MS = 1_000
/** Where the platform does not say when its quota is reset. */
const DEFAULT_HOLD_MS = 15 * 60_000

interface HoldDependencies {
  readonly db: Db
  readonly clock: Clock
}

interface HoldOptions {
  readonly subjects: readonly HoldSubject[]
  /** Undefined: the platform did not say when. */
  readonly notBefore: Date | undefined
  /** A sentence for callers. */
  readonly reason: string
}

/** Holds lanes or connections until a quota of their platform is reset, in every process. Returns until when. */
export async function recordHold(
  { db, clock }: HoldDependencies,
  { subjects, notBefore, reason }: HoldOptions,
): Promise<Date> {
  const now = clock.now()
  const asked = notBefore === undefined ? DEFAULT_HOLD_MS : notBefore.getTime() - now.getTime()
  const until = new Date(now.getTime() + Math.min(Math.max(asked, MIN_HOLD_MS), MAX_HOLD_MS))
  for (const subject of subjects) await upsertHold(db, { ...subject, id: makeId(clock), until, reason, now })
  return until
}
