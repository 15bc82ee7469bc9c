import type { Db } from '#db/types.ts'
import { AppError } from '#shared/app-error.ts'
import type { Caller } from '#shared/caller.ts'
import type { Clock } from '#shared/clock.ts'
import { hasKeyInPlaceOf, lockAccount, lockApiKey, markRevoked } from './api-keys.repository.ts'

interface RevokeOptions {
  readonly caller: Caller
  readonly id: string
  readonly clock: Clock
}

/**
 * Revokes a key at once. CONFLICT for one that can manage all of the account, when none is left that can do all that it
 * can: nobody could make another.
 */
export async function revokeApiKey(db: Db, { caller, id, clock }: RevokeOptions): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const key = await lockApiKey(trx, caller, id)
    if (!key) throw new AppError('NOT_FOUND', 'There is no such API key.')
    // Two that revoke the last two keys must not both find another left. Behind the key's lock, as whoever uses it has it.
    await lockAccount(trx, caller.accountId)
    const managesAll = key.livemode && key.workspace_ids === null && key.scopes.includes('account:manage')
    if (managesAll && !(await hasKeyInPlaceOf(trx, key))) {
      throw new AppError(
        'CONFLICT',
        'This is the last API key with these rights over the account. Create another one first.',
      )
    }
    await markRevoked(trx, key.id, clock.now())
  })
}
