import type { Db } from '#db/types.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import type { PauseSubject } from './pauses.repository.ts'
import { upsertPause } from './pauses.repository.ts'

/** The platform is asked again after so long, whatever it said. */
export const MAX_PAUSE_MS = 48 * 3600_000
const MIN_PAUSE_MS = 1_000
/** Where the platform does not say when its quota is reset. */
const DEFAULT_PAUSE_MS = 15 * 60_000

interface PauseDependencies {
  readonly db: Db
  readonly clock: Clock
}

interface PauseOptions {
  readonly subjects: readonly PauseSubject[]
  /** Undefined: the platform did not say when. */
  readonly notBefore: Date | undefined
  /** A sentence for callers. */
  readonly reason: string
}

/** Pauses lanes or connections until a quota of their platform is reset, in every process. Returns until when. */
export async function recordPause(
  { db, clock }: PauseDependencies,
  { subjects, notBefore, reason }: PauseOptions,
): Promise<Date> {
  const now = clock.now()
  const asked = notBefore === undefined ? DEFAULT_PAUSE_MS : notBefore.getTime() - now.getTime()
  const until = new Date(now.getTime() + Math.min(Math.max(asked, MIN_PAUSE_MS), MAX_PAUSE_MS))
  for (const subject of subjects) await upsertPause(db, { ...subject, id: makeId(clock), until, reason, now })
  return until
}
