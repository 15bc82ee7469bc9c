import type { Trx } from '#db/types.ts'
import { AppError, invalidApiKey } from '#shared/app-error.ts'
import type { Caller } from '#shared/caller.ts'

/**
 * Makes sure in the transaction of an effect that the key is still good and the workspace still there: a body may come
 * long after the head that they were looked up by. Until the transaction ends, neither can be revoked or deleted.
 */
export async function holdAccess(trx: Trx, caller: Caller, workspaceId: string | undefined): Promise<void> {
  const key = await trx
    .selectFrom('api_keys')
    .select('id')
    .where('id', '=', caller.keyId)
    .where('revoked_at', 'is', null)
    .forShare()
    .executeTakeFirst()
  if (!key) throw invalidApiKey()
  if (workspaceId === undefined) return
  const workspace = await trx
    .selectFrom('workspaces')
    .select('id')
    .where('id', '=', workspaceId)
    .where('deleted_at', 'is', null)
    .forKeyShare()
    .executeTakeFirst()
  if (!workspace) throw new AppError('FORBIDDEN', 'The API key has no access to this workspace.')
}
