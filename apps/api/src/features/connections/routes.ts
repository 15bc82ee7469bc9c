import type { Db } from '#db/types.ts'
import type { AnswerOnce } from '#features/idempotency/index.ts'
import { AppError } from '#shared/app-error.ts'
import { workspaceCallerOf } from '#shared/caller.ts'
import type { Clock } from '#shared/clock.ts'
import { paginate } from '#shared/paginate.ts'
import type { CreateConnectionResponse } from '@powerpost/contract'
import { contract } from '@powerpost/contract/routes'
import { initServer } from '@ts-rest/express'
import { findConnection, findConnections } from './connections.repository.ts'
import { createSandboxConnection, refuseAccountToSandboxKey } from './create-connection.ts'
import { deleteConnection } from './delete-connection.ts'
import { noSuchConnection, toConnection } from './present-connection.ts'

interface ConnectionDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly answerOnce: AnswerOnce
}

export function createConnectionRoutes(dependencies: ConnectionDependencies) {
  const { db, clock, answerOnce } = dependencies
  return initServer().router(contract.connections, {
    list: async ({ query: { platform, ...query }, res }) => {
      const caller = workspaceCallerOf(res)
      const page = await paginate(query, (options) => findConnections(db, caller, { platform, ...options }))
      return { status: 200, body: { ...page, data: page.data.map((row) => toConnection(row, clock.now())) } }
    },
    create: async ({ body, req, res }) => {
      const caller = workspaceCallerOf(res)
      return answerOnce<CreateConnectionResponse>({ req, res, content: body }, async (trx) => {
        if (body.sandbox) return createSandboxConnection(trx, dependencies, { caller, request: body })
        refuseAccountToSandboxKey(caller)
        throw new AppError('PLATFORM_NOT_CONFIGURED', `This server cannot connect accounts of ${body.platform} yet.`)
      })
    },
    get: async ({ params, res }) => {
      const connection = await findConnection(db, workspaceCallerOf(res), params.id)
      if (!connection) throw noSuchConnection()
      return { status: 200, body: toConnection(connection, clock.now()) }
    },
    delete: async ({ params, res }) => {
      await deleteConnection(dependencies, { caller: workspaceCallerOf(res), id: params.id })
      return { status: 200, body: { success: true } }
    },
  })
}
