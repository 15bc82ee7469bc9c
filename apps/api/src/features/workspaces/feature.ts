import type { Feature } from '#features/feature.ts'
import type { JobHandlers } from '#jobs/worker.ts'
import type { WorkspaceJobs } from './jobs.ts'
import type { PurgeSteps } from './purge-workspace.ts'
import { purgeWorkspace } from './purge-workspace.ts'
import type { WorkspaceDependencies } from './routes.ts'
import { createWorkspaceRoutes } from './routes.ts'

interface WorkspaceParts extends WorkspaceDependencies {
  /** How the features remove what a workspace holds. */
  readonly purge: PurgeSteps
}

/** Workspaces, and the end of one with all that it holds. */
export function createWorkspaces(parts: WorkspaceParts) {
  const jobs: JobHandlers<WorkspaceJobs> = {
    'purge-workspace': (attempt) => purgeWorkspace(parts.db, { attempt, steps: parts.purge }),
  }
  return { routes: { account: { workspaces: createWorkspaceRoutes(parts) } }, jobs } satisfies Feature
}
