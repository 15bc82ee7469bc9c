import type { Db, Trx } from '#db/types.ts'
import { invalidField } from '#shared/app-error.ts'
import { isTimeZone } from '#shared/local-time.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import { findBrand } from './brand.repository.ts'

/**
 * The time zone in which days of a workspace are counted: the given one, else that of its brand profile, else UTC.
 *
 * @throws AppError VALIDATION_ERROR for a name that is no zone of the IANA database
 */
export async function findTimeZone(
  db: Db | Trx,
  principal: Pick<WorkspacePrincipal, 'workspaceId' | 'livemode'>,
  given: string | undefined,
): Promise<string> {
  if (given === undefined) return (await findBrand(db, principal))?.profile.time_zone ?? 'UTC'
  if (!isTimeZone(given)) throw invalidField('time_zone', 'must be a time zone like Europe/Berlin')
  return given
}
