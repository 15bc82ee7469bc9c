export { createWorkspaces } from './feature.ts'
export { isWorkspaceThere, lockWorkspaceToAdd } from './workspaces.repository.ts'
