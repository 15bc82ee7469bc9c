import type { Trx } from '#db/types.ts'
import { foreignWorkspace, insufficientScope, invalidApiKey } from '#shared/app-error.ts'
import type { Principal } from '#shared/principal.ts'
import type { Scope } from '@powerpost/contract'

export interface AccessToHold {
  readonly principal: Pick<Principal, 'accountId' | 'keyId'>
  /** What the effect needs. */
  readonly scopes: readonly Scope[]
  /** Undefined: the effect is about no workspace. */
  readonly workspaceId: string | undefined
  readonly now: Date
}

/**
 * Makes sure in the transaction of an effect that the access still holds: a body may come long after the head by which the caller
 * was let in. Until the transaction ends, the key cannot be revoked and the workspace cannot be deleted.
 *
 * @throws AppError INVALID_API_KEY, INSUFFICIENT_SCOPE, FORBIDDEN: as at the head of the request
 */
export async function holdAccess(trx: Trx, { principal, scopes, workspaceId, now }: AccessToHold): Promise<void> {
  const key = await holdKey(trx, principal, workspaceId)
  if (!key || (key.expires_at !== null && key.expires_at <= now)) throw invalidApiKey()
  const reachable = workspaceId === undefined || key.workspace_ids === null || key.workspace_ids.includes(workspaceId)
  if (!reachable || (workspaceId !== undefined && key.held_workspace === null)) throw foreignWorkspace()
  for (const scope of scopes) if (!key.scopes.includes(scope)) throw insufficientScope(scope)
}

/** Locks the key and the workspace, in one statement. */
function holdKey(trx: Trx, { keyId, accountId }: AccessToHold['principal'], workspaceId: string | undefined) {
  return trx
    .with('held', (cte) =>
      cte
        .selectFrom('workspaces')
        .select('id')
        .where('id', '=', workspaceId ?? null)
        .where('account_id', '=', accountId)
        .where('deleted_at', 'is', null)
        .forKeyShare(),
    )
    .selectFrom('api_keys')
    .select(['scopes', 'workspace_ids', 'expires_at'])
    .select((key) => key.selectFrom('held').select('held.id').as('held_workspace'))
    .where('api_keys.id', '=', keyId)
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .forShare('api_keys')
    .executeTakeFirst()
}
