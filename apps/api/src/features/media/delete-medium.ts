import type { Db } from '#db/types.ts'
import type { FindMediumUse } from '#features/feature.ts'
import { AppError } from '#shared/app-error.ts'
import type { WorkspaceCaller } from '#shared/caller.ts'
import type { Clock } from '#shared/clock.ts'
import type { Logger } from '#shared/logger.ts'
import type { Storage } from '#storage/port.ts'
import { discardUpload } from './discard-upload.ts'
import { markMediumDeleting, lockMedium } from './media.repository.ts'
import { noSuchMedium } from './present-medium.ts'

export interface DeleteMediumDependencies {
  readonly db: Db
  readonly storage: Storage
  readonly clock: Clock
  readonly logger: Logger
  /** What may need a medium, of every feature. */
  readonly uses: readonly FindMediumUse[]
}

interface DeleteOptions {
  readonly caller: WorkspaceCaller
  readonly id: string
}

/**
 * Deletes a medium: a transaction decides, and nobody finds it any more; then its file goes. Whatever keeps it from going, it is
 * swept. Throws NOT_FOUND, and CONFLICT while something needs it.
 */
export async function deleteMedium(dependencies: DeleteMediumDependencies, { caller, id }: DeleteOptions) {
  const { db, clock, logger, uses } = dependencies
  const mediaId = await db.transaction().execute(async (trx) => {
    const medium = await lockMedium(trx, caller, id)
    if (!medium) throw noSuchMedium()
    for (const findUse of uses) {
      const use = await findUse(trx, medium.id)
      if (use !== undefined) throw new AppError('CONFLICT', `The file is in use by ${use}.`)
    }
    await markMediumDeleting(trx, medium.id, clock.now())
    return medium.id
  })
  try {
    await discardUpload(dependencies, { id: mediaId })
  } catch (err) {
    logger.warn({ err, media_id: mediaId }, 'removing a deleted file')
  }
}
