import type { Db } from '#db/types.ts'
import type { AnswerOnce } from '#features/idempotency/index.ts'
import type { Enqueuer } from '#jobs/queue.ts'
import { callerOf } from '#shared/caller.ts'
import type { Clock } from '#shared/clock.ts'
import { router } from '#shared/router.ts'
import { contract } from '@powerpost/contract/routes'
import { createWorkspace } from './create-workspace.ts'
import { deleteWorkspace } from './delete-workspace.ts'
import type { WorkspaceJobs } from './jobs.ts'
import { listWorkspaces } from './list-workspaces.ts'
import { renameWorkspace } from './rename-workspace.ts'

export interface WorkspaceDependencies {
  readonly db: Db
  readonly queue: Enqueuer<WorkspaceJobs>
  readonly clock: Clock
  readonly answerOnce: AnswerOnce
}

export function createWorkspaceRoutes(dependencies: WorkspaceDependencies) {
  const { db, clock, answerOnce } = dependencies
  return router(contract.account.workspaces, {
    list: async ({ query, res }) => {
      return { status: 200, body: await listWorkspaces(db, { caller: callerOf(res), query }) }
    },
    create: async ({ body, req, res }) => {
      return answerOnce({ req, res, content: body }, (trx) =>
        createWorkspace(trx, { caller: callerOf(res), request: body, clock }),
      )
    },
    update: async ({ params, body, res }) => {
      return { status: 200, body: await renameWorkspace(db, { caller: callerOf(res), id: params.id, request: body }) }
    },
    delete: async ({ params, query, res }) => {
      const force = query.force === 'true'
      await deleteWorkspace(dependencies, { caller: callerOf(res), id: params.id, force })
      return { status: 200, body: { success: true } }
    },
  })
}
