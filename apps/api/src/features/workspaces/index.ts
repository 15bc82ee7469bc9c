export { purgeWorkspace } from './purge-workspace.ts'
export { createWorkspaceRoutes } from './routes.ts'
