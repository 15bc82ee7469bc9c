import type { Db } from '#db/types.ts'
import type { Principal } from '#shared/principal.ts'
import { paginate } from '#shared/paginate.ts'
import type { ListWorkspacesQuery, WorkspacePage } from '@powerpost/contract'
import { toWorkspace } from './present-workspace.ts'
import { findWorkspaces } from './workspaces.repository.ts'

/** A page of the workspaces that the caller's key reaches, newest first. */
export async function listWorkspaces(
  db: Db,
  { principal, query }: { readonly principal: Principal; readonly query: ListWorkspacesQuery },
): Promise<WorkspacePage> {
  const page = await paginate({ list: 'workspaces', principal, query }, (options) =>
    findWorkspaces(db, principal, options),
  )
  return { ...page, data: page.data.map(toWorkspace) }
}
