import type { Db } from '#db/types.ts'
import type { Mutate } from '#features/audit/index.ts'
import type { AnswerOnce } from '#features/idempotency/index.ts'
import type { Enqueuer } from '#jobs/queue.ts'
import { principalOf } from '#shared/principal.ts'
import type { Clock } from '#shared/clock.ts'
import { handlersFor } from '#shared/router.ts'
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
  readonly mutate: Mutate
  readonly answerOnce: AnswerOnce
}

export function createWorkspaceRoutes(dependencies: WorkspaceDependencies) {
  const { db, clock, mutate, answerOnce } = dependencies
  return handlersFor(contract.account.workspaces, {
    list: async ({ query, res }) => {
      return { status: 200, body: await listWorkspaces(db, { principal: principalOf(res), query }) }
    },
    create: async ({ body, req, res }) => {
      return answerOnce({ req, res, content: body }, (trx) =>
        createWorkspace(trx, { principal: principalOf(res), request: body, clock }),
      )
    },
    update: async ({ params, body, req, res }) => {
      const options = { principal: principalOf(res), id: params.id, request: body }
      return mutate({ req, res }, (trx) => renameWorkspace(trx, options))
    },
    delete: async ({ params, query, req, res }) => {
      const options = { principal: principalOf(res), id: params.id, force: query.force === 'true' }
      return mutate({ req, res }, (trx) => deleteWorkspace(trx, dependencies, options))
    },
  })
}
