import type { Trx } from '#db/types.ts'
import { tooManyRequests } from '#shared/app-error.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import { UPLOAD_LIMITS } from '@powerpost/contract'
import { findRunningUploads } from './uploads.repository.ts'

const RETRY_AFTER_MS = 5_000
const GIBIBYTE = 1024 ** 3

/** Throws RATE_LIMIT_EXCEEDED when a key has as much on its way as it can: uploads that never end must not fill the account. */
export async function refuseTooManyUploads(trx: Trx, principal: WorkspacePrincipal): Promise<void> {
  const { count, bytes } = await findRunningUploads(trx, principal)
  const { perKey, reservedBytesPerKey } = UPLOAD_LIMITS
  if (count >= perKey) throw tooManyRequests(`This key can have ${perKey} uploads at once.`, RETRY_AFTER_MS)
  if (bytes < reservedBytesPerKey) return
  throw tooManyRequests(
    `The uploads of this key that are on their way have more than ${reservedBytesPerKey / GIBIBYTE} GiB.`,
    RETRY_AFTER_MS,
  )
}
