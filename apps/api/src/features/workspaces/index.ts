export { createWorkspaces } from './feature.ts'
