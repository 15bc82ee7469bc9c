import type { Trx } from '#db/types.ts'
import type { Mutate } from '#features/audit/index.ts'
import { deletionOf } from '#features/audit/index.ts'
import { findHoldsOf } from '#features/holds/index.ts'
import type { AnswerOnce } from '#features/idempotency/index.ts'
import { workspaceCallerOf } from '#shared/caller.ts'
import { paginate } from '#shared/paginate.ts'
import { router } from '#shared/router.ts'
import type { Connection } from '@powerpost/contract'
import { REPLAYED_HEADER } from '@powerpost/contract'
import { contract } from '@powerpost/contract/routes'
import type { FinishDependencies } from './authorize/finish-authorization.ts'
import { finishAuthorization } from './authorize/finish-authorization.ts'
import { PAGE_POLICY, renderPage } from './authorize/render-page.ts'
import type { StartedAuthorization } from './authorize/start-authorization.ts'
import { linkEnded, presentAuthorization, startAuthorization } from './authorize/start-authorization.ts'
import type { StoredConnection } from './connections.repository.ts'
import { findConnection, findConnections } from './connections.repository.ts'
import { createSandboxConnection } from './create-connection.ts'
import { deleteConnection, giveUpAccess } from './delete-connection.ts'
import { noSuchConnection, toConnection } from './present-connection.ts'

export interface ConnectionDependencies extends FinishDependencies {
  readonly mutate: Mutate
  readonly answerOnce: AnswerOnce
}

export function createConnectionRoutes(dependencies: ConnectionDependencies) {
  const { db, clock, mutate, answerOnce } = dependencies
  return router(contract.connections, {
    list: async ({ query, res }) => {
      const caller = workspaceCallerOf(res)
      const page = await paginate({ list: 'connections', caller, query }, (options) =>
        findConnections(db, caller, { platform: query.platform, ...options }),
      )
      const now = clock.now()
      const holds = await findHoldsOf(db, page.data, now)
      return { status: 200, body: { ...page, data: page.data.map((row) => toConnection(row, now, holds.get(row.id))) } }
    },
    create: async ({ body, req, res }) => {
      const options = { caller: workspaceCallerOf(res), request: body }
      const create = (trx: Trx): Promise<Connection | StartedAuthorization> =>
        body.sandbox
          ? createSandboxConnection(trx, dependencies, options)
          : startAuthorization(trx, dependencies, options)
      const { body: created } = await answerOnce({ req, res, content: body }, create)
      if ('connection_id' in created) return { status: 200, body: created }
      const authorization = await presentAuthorization(dependencies, created)
      if (authorization) return { status: 200, body: authorization }
      // It is the refusal that is answered, and not what was before.
      res.removeHeader(REPLAYED_HEADER)
      throw linkEnded()
    },
    complete: async ({ query, req, res }) => {
      const finished = await finishAuthorization(dependencies, {
        answer: query,
        mutateAs: (caller, effect) => mutate({ req, res, actor: caller }, effect),
      })
      const status = finished.connected ? 200 : 410
      res.status(status).set('Content-Security-Policy', PAGE_POLICY).type('html').send(renderPage(finished))
      return { status, body: undefined }
    },
    get: async ({ params, res }) => {
      const connection = await findConnection(db, workspaceCallerOf(res), params.id)
      if (!connection) throw noSuchConnection()
      const now = clock.now()
      const holds = await findHoldsOf(db, [connection], now)
      return { status: 200, body: toConnection(connection, now, holds.get(connection.id)) }
    },
    delete: async ({ params, req, res }) => {
      const options = { caller: workspaceCallerOf(res), id: params.id }
      let deleted: StoredConnection | undefined
      const answer = await mutate({ req, res }, async (trx) => {
        deleted = await deleteConnection(trx, dependencies, options)
        return deletionOf(toConnection(deleted, clock.now()))
      })
      if (deleted) await giveUpAccess(dependencies, deleted)
      return answer
    },
  })
}
