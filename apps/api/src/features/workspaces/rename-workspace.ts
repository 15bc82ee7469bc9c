import type { Trx } from '#db/types.ts'
import type { Change } from '#features/audit/index.ts'
import type { Caller } from '#shared/caller.ts'
import type { UpdateWorkspaceRequest, Workspace } from '@powerpost/contract'
import { noSuchWorkspace, toWorkspace } from './present-workspace.ts'
import { lockWorkspace, setWorkspaceName } from './workspaces.repository.ts'

interface RenameOptions {
  readonly caller: Caller
  readonly id: string
  readonly request: UpdateWorkspaceRequest
}

/** Renames a workspace that the caller's key reaches. */
export async function renameWorkspace(trx: Trx, { caller, id, request }: RenameOptions): Promise<Change<Workspace>> {
  const before = await lockWorkspace(trx, caller, id)
  if (!before) throw noSuchWorkspace()
  const renamed = await setWorkspaceName(trx, { id: before.id, name: request.name })
  return { before: toWorkspace(before), body: toWorkspace(renamed) }
}
