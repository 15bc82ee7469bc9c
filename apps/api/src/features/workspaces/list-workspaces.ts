import type { Db } from '#db/types.ts'
import type { Caller } from '#shared/caller.ts'
import { paginate } from '#shared/paginate.ts'
import type { ListWorkspacesQuery, WorkspacePage } from '@powerpost/contract'
import { toWorkspace } from './present-workspace.ts'
import { findWorkspaces } from './workspaces.repository.ts'

/** A page of the workspaces that the caller's key reaches, newest first. */
export async function listWorkspaces(
  db: Db,
  { caller, query }: { readonly caller: Caller; readonly query: ListWorkspacesQuery },
): Promise<WorkspacePage> {
  const page = await paginate({ list: 'workspaces', caller, query }, (options) => findWorkspaces(db, caller, options))
  return { ...page, data: page.data.map(toWorkspace) }
}
