import type { Db } from '#db/types.ts'
import type { Clock } from '#shared/clock.ts'
import type { Logger } from '#shared/logger.ts'
import type { Storage } from '#storage/port.ts'
import { discardUpload } from './discard-upload.ts'
import { findStaleUploads } from './uploads.repository.ts'

interface SweepDependencies {
  readonly db: Db
  readonly storage: Storage
  readonly clock: Clock
  readonly logger: Logger
}

/** An upload says every 30 seconds that it goes on: one that has not for so long belongs to a dead process. */
const STALE_AFTER_SECONDS = 5 * 60

/** Removes what dead processes left: reservations, files that were never settled, and unfinished temporary ones. */
export async function sweepUploads({ db, storage, clock, logger }: SweepDependencies): Promise<void> {
  const before = new Date(clock.now().getTime() - STALE_AFTER_SECONDS * 1000)
  const stale = await findStaleUploads(db, before)
  for (const id of stale) await discardUpload({ db, storage }, { id, before })
  const files = await storage.sweep({ olderThanSeconds: STALE_AFTER_SECONDS })
  if (stale.length + files > 0) logger.info({ uploads: stale.length, files }, 'swept what dead processes left')
}
