import type { Trx } from '#db/types.ts'
import type { Change } from '#features/audit/index.ts'
import type { Principal } from '#shared/principal.ts'
import type { UpdateWorkspaceRequest, Workspace } from '@powerpost/contract'
import { noSuchWorkspace, toWorkspace } from './present-workspace.ts'
import { lockWorkspace, setWorkspaceName } from './workspaces.repository.ts'

interface RenameOptions {
  readonly principal: Principal
  readonly id: string
  readonly request: UpdateWorkspaceRequest
}

/** Renames a workspace that the caller's key reaches. */
export async function renameWorkspace(trx: Trx, { principal, id, request }: RenameOptions): Promise<Change<Workspace>> {
  const before = await lockWorkspace(trx, principal, id)
  if (!before) throw noSuchWorkspace()
  const renamed = await setWorkspaceName(trx, { id: before.id, name: request.name })
  return { before: toWorkspace(before), body: toWorkspace(renamed) }
}
