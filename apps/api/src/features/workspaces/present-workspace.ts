import { AppError } from '#shared/app-error.ts'
import type { Workspace } from '@powerpost/contract'
import type { StoredWorkspace } from './workspaces.repository.ts'

/** A workspace as the API shows it. */
export function toWorkspace(workspace: StoredWorkspace): Workspace {
  return {
    workspace_id: workspace.id,
    name: workspace.name,
    created_at: workspace.created_at.toISOString(),
  }
}

/** In the same words for another account's workspace and for none at all. */
export function noSuchWorkspace(): AppError {
  return new AppError('NOT_FOUND', 'There is no such workspace.')
}
