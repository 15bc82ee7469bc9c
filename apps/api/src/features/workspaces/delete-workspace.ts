import type { Trx } from '#db/types.ts'
import type { Change } from '#features/audit/index.ts'
import { deletionOf } from '#features/audit/index.ts'
import type { Enqueuer } from '#jobs/queue.ts'
import { AppError } from '#shared/app-error.ts'
import type { Principal } from '#shared/principal.ts'
import type { Clock } from '#shared/clock.ts'
import type { WorkspaceJobs } from './jobs.ts'
import { noSuchWorkspace, toWorkspace } from './present-workspace.ts'
import type { Holdings } from './workspaces.repository.ts'
import { findHoldings, isReachable, lockWorkspaces, markDeleted } from './workspaces.repository.ts'

interface DeleteDependencies {
  readonly queue: Enqueuer<WorkspaceJobs>
  readonly clock: Clock
}

interface DeleteOptions {
  readonly principal: Principal
  readonly id: string
  /** Whether what it holds goes with it. */
  readonly force: boolean
}

/**
 * Deletes a workspace: from now on nobody reaches it, and a job of the same transaction removes what it held, ends what
 * still runs and refunds it. CONFLICT for what may not be deleted.
 */
export async function deleteWorkspace(
  trx: Trx,
  { queue, clock }: DeleteDependencies,
  { principal, id, force }: DeleteOptions,
): Promise<Change<{ success: true }>> {
  if (!isReachable(principal, id)) throw noSuchWorkspace()
  const workspaces = await lockWorkspaces(trx, principal.accountId)
  const workspace = workspaces.find((one) => one.id === id.toLowerCase())
  if (!workspace) throw noSuchWorkspace()
  if (workspaces.length === 1) throw conflict('The last workspace of an account cannot be deleted.')
  refuseToLose(await findHoldings(trx, workspace.id), principal, force)
  await markDeleted(trx, workspace.id, clock.now())
  await queue.enqueue(trx, 'purge-workspace', { workspace_id: workspace.id })
  return deletionOf(toWorkspace(workspace))
}

function refuseToLose(holdings: Holdings, principal: Principal, force: boolean): void {
  if (holdings.live && !principal.livemode) {
    throw conflict('The workspace contains data of live keys, which a sandbox key cannot delete.')
  }
  if (holdings.any && !force) {
    throw conflict('The workspace is not empty. Send force=true to permanently delete everything in it.')
  }
}

function conflict(message: string): AppError {
  return new AppError('CONFLICT', message)
}
