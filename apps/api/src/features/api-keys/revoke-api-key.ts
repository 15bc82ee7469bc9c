import type { Trx } from '#db/types.ts'
import { lockAccount } from '#features/account/index.ts'
import type { Change } from '#features/audit/index.ts'
import { deletionOf } from '#features/audit/index.ts'
import { AppError } from '#shared/app-error.ts'
import type { Principal } from '#shared/principal.ts'
import type { Clock } from '#shared/clock.ts'
import type { StoredApiKey } from './api-keys.repository.ts'
import { hasKeyInPlaceOf, lockApiKey, lockDescendants, markRevoked } from './api-keys.repository.ts'
import { toApiKey } from './present-api-key.ts'

interface RevokeOptions {
  readonly principal: Principal
  readonly id: string
  /** Whether the keys that it created are revoked too, and those that they created. */
  readonly withChildren: boolean
  readonly clock: Clock
}

/**
 * Revokes a key at once. CONFLICT for one that can manage all of the account, when none is left that can do all that it
 * can: nobody could make another.
 */
export async function revokeApiKey(
  trx: Trx,
  { principal, id, withChildren, clock }: RevokeOptions,
): Promise<Change<{ success: true }>> {
  const key = await lockApiKey(trx, principal, id)
  if (!key) throw new AppError('NOT_FOUND', 'There is no such API key.')
  const children = withChildren ? await lockDescendants(trx, key.id) : []
  // Two that revoke the last two keys must not both find another left. After the locks of the keys: who uses one has it already.
  await lockAccount(trx, principal.accountId)
  const revoked = [key, ...children]
  await refuseToLoseTheLast(trx, revoked)
  const ids = revoked.map((one) => one.id)
  await markRevoked(trx, ids, clock.now())
  return deletionOf({ ...toApiKey(key), ...(withChildren && { revoked_key_ids: ids }) })
}

async function refuseToLoseTheLast(trx: Trx, revoked: readonly StoredApiKey[]): Promise<void> {
  for (const key of revoked) {
    const managesAll = key.livemode && key.workspace_ids === null && key.scopes.includes('account:manage')
    if (!managesAll || (await hasKeyInPlaceOf(trx, key, revoked))) continue
    throw new AppError(
      'CONFLICT',
      'This is the last API key with these rights over the account. Create another one first.',
    )
  }
}
