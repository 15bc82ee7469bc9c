import type { Db } from '#db/types.ts'
import type { Clock } from '#shared/clock.ts'
import type { Logger } from '#shared/logger.ts'

interface NoteDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly logger: Logger
}

/** A use is noted once in so long: a write per request would cost more than it tells. */
const NOTE_EVERY_MS = 60_000

/** More keys than this are not remembered; forgetting them costs a write. */
const MAX_REMEMBERED = 10_000

/** Notes when keys are used, to the minute, without making anybody wait for it. */
export function createUseNotes({ db, clock, logger }: NoteDependencies): (keyId: string) => void {
  const noted = new Map<string, number>()
  return (keyId) => {
    const now = clock.now()
    if (now.getTime() - (noted.get(keyId) ?? 0) < NOTE_EVERY_MS) return
    if (noted.size >= MAX_REMEMBERED) noted.clear()
    noted.set(keyId, now.getTime())
    db.updateTable('api_keys')
      .set({ last_used_at: now })
      .where('id', '=', keyId)
      .execute()
      .catch((err: unknown) => logger.warn({ err, key_id: keyId }, 'the use of a key was not noted'))
  }
}
