import type { Db } from '#db/types.ts'
import type { Caller } from '#shared/caller.ts'
import type { UpdateWorkspaceRequest, Workspace } from '@powerpost/contract'
import { noSuchWorkspace, toWorkspace } from './present-workspace.ts'
import { setWorkspaceName } from './workspaces.repository.ts'

interface RenameOptions {
  readonly caller: Caller
  readonly id: string
  readonly request: UpdateWorkspaceRequest
}

export async function renameWorkspace(db: Db, { caller, id, request }: RenameOptions): Promise<Workspace> {
  const workspace = await setWorkspaceName(db, caller, { id, name: request.name })
  if (!workspace) throw noSuchWorkspace()
  return toWorkspace(workspace)
}
