import type { Db, Trx } from '#db/types.ts'
import type { FindMediumUse } from '#features/feature.ts'
import type { Change } from '#features/audit/index.ts'
import { deletionOf } from '#features/audit/index.ts'
import { AppError } from '#shared/app-error.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { Clock } from '#shared/clock.ts'
import type { Logger } from '#shared/logger.ts'
import type { Storage } from '#storage/port.ts'
import { discardUpload } from './discard-upload.ts'
import { markMediumDeleting, lockMedium } from './media.repository.ts'
import type { MediaLinks } from './media-links.ts'
import { noSuchMedium, toMedia } from './present-medium.ts'
import { findRenditionFiles, markRenditionsDeleting } from './renditions/renditions.repository.ts'

export interface DeleteMediumDependencies {
  readonly db: Db
  readonly storage: Storage
  readonly clock: Clock
  readonly logger: Logger
  readonly links: MediaLinks
  /** What may need a medium, of every feature. */
  readonly uses: readonly FindMediumUse[]
}

interface DeleteOptions {
  readonly principal: WorkspacePrincipal
  readonly id: string
}

/**
 * Deletes a medium: once the transaction commits, nobody finds it any more; then `removeDeletedFile` removes its file. Throws
 * NOT_FOUND, and CONFLICT while something needs it.
 */
export async function deleteMedium(
  trx: Trx,
  { clock, links, uses }: Pick<DeleteMediumDependencies, 'clock' | 'links' | 'uses'>,
  { principal, id }: DeleteOptions,
): Promise<Change<{ success: true }>> {
  const medium = await lockMedium(trx, principal, id)
  if (!medium) throw noSuchMedium()
  for (const findUse of uses) {
    const use = await findUse(trx, medium.id)
    if (use !== undefined) throw new AppError('CONFLICT', `The file is in use by ${use}.`)
  }
  await markMediumDeleting(trx, medium.id, clock.now())
  await markRenditionsDeleting(trx, medium.id, clock.now())
  return deletionOf(toMedia(medium, links))
}

/** Removes the file of a medium that was deleted, and those of its renditions. What cannot be removed now is swept later. */
export async function removeDeletedFile(
  dependencies: Pick<DeleteMediumDependencies, 'db' | 'storage' | 'logger'>,
  id: string,
): Promise<void> {
  try {
    for (const rendition of await findRenditionFiles(dependencies.db, id)) {
      await discardUpload(dependencies, { id: rendition })
    }
    await discardUpload(dependencies, { id })
  } catch (err) {
    dependencies.logger.warn({ err, media_id: id }, 'removing a deleted file')
  }
}
