import type { Trx } from '#db/types.ts'
import { AppError } from '#shared/app-error.ts'
import type { Principal } from '#shared/principal.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import type { CreateWorkspaceRequest, Workspace } from '@powerpost/contract'
import { ACCOUNT_LIMITS } from '@powerpost/contract'
import { toWorkspace } from './present-workspace.ts'
import { countWorkspaces, insertWorkspace } from './workspaces.repository.ts'

interface CreateOptions {
  readonly principal: Principal
  readonly request: CreateWorkspaceRequest
  readonly clock: Clock
}

/** Creates a workspace. FORBIDDEN for a key that is bound to others: it could not reach it. CONFLICT when the account has too many. */
export async function createWorkspace(trx: Trx, { principal, request, clock }: CreateOptions): Promise<Workspace> {
  if (principal.workspaceIds !== null) {
    throw new AppError('FORBIDDEN', 'This API key is limited to some workspaces and cannot create others.')
  }
  if ((await countWorkspaces(trx, principal.accountId)) >= ACCOUNT_LIMITS.workspaces) {
    throw new AppError('CONFLICT', `An account can have at most ${ACCOUNT_LIMITS.workspaces} workspaces.`)
  }
  const workspace = await insertWorkspace(trx, {
    id: makeId(clock),
    account_id: principal.accountId,
    name: request.name,
    created_at: clock.now(),
  })
  return toWorkspace(workspace)
}
