import type { Trx } from '#db/types.ts'
import { deletionOf } from '#features/audit/index.ts'
import { findPausesOf } from '#features/pauses/index.ts'
import type { AnswerOnce } from '#features/idempotency/index.ts'
import { invalidField } from '#shared/app-error.ts'
import type { PlatformRegistry } from '#platforms/port.ts'
import { workspacePrincipalOf } from '#shared/principal.ts'
import { paginate } from '#shared/paginate.ts'
import { handlersFor } from '#shared/router.ts'
import type { Connection } from '@powerpost/contract'
import { REPLAYED_HEADER } from '@powerpost/contract'
import { contract } from '@powerpost/contract/routes'
import { chooseAccounts } from './authorize/choose-accounts.ts'
import { findRequest } from './authorize/connection-requests.repository.ts'
import { noSuchRequest, toConnectionRequest } from './authorize/present-request.ts'
import type { StartedAuthorization } from './authorize/start-authorization.ts'
import { linkEnded, presentAuthorization, startAuthorization } from './authorize/start-authorization.ts'
import type { StoredConnection } from './connections.repository.ts'
import type { CapabilityDependencies } from './capabilities/ask-capabilities.ts'
import { getCapabilities } from './capabilities/get-capabilities.ts'
import { getChoices } from './choices/get-choices.ts'
import { getLimits } from './limits/get-limits.ts'
import { checkHealth } from './check-health.ts'
import { findConnection, findConnections } from './connections.repository.ts'
import { createSandboxConnection } from './create-connection.ts'
import { deleteConnection, giveUpAccess } from './delete-connection.ts'
import type { PageDependencies } from './page-routes.ts'
import { createPageRoutes } from './page-routes.ts'
import { noSuchConnection, toConnection } from './present-connection.ts'

export interface ConnectionDependencies extends PageDependencies, CapabilityDependencies {
  readonly platforms: PlatformRegistry
  readonly answerOnce: AnswerOnce
}

export function createConnectionRoutes(dependencies: ConnectionDependencies) {
  const { db, clock, mutate, answerOnce } = dependencies
  return handlersFor(contract.connections, {
    list: async ({ query, res }) => {
      const principal = workspacePrincipalOf(res)
      const page = await paginate({ list: 'connections', principal, query }, (options) =>
        findConnections(db, principal, { platform: query.platform, ...options }),
      )
      const now = clock.now()
      const pauses = await findPausesOf(db, page.data, now)
      return {
        status: 200,
        body: { ...page, data: page.data.map((row) => toConnection(row, now, pauses.get(row.id))) },
      }
    },
    create: async ({ body, req, res }) => {
      if (body.sign_in && !body.sandbox)
        throw invalidField('sign_in', 'is for sandbox connections: set sandbox to true')
      const options = { principal: workspacePrincipalOf(res), request: body }
      const create = (trx: Trx): Promise<Connection | StartedAuthorization> =>
        body.sandbox && !body.sign_in
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
    ...createPageRoutes(dependencies),
    requests: {
      get: async ({ params, res }) => {
        const request = await findRequest(db, workspacePrincipalOf(res), params.id)
        if (!request) throw noSuchRequest()
        return { status: 200, body: toConnectionRequest(dependencies, request) }
      },
      choose: async ({ params, body, req, res }) => {
        const options = { principal: workspacePrincipalOf(res), id: params.id, choiceIds: body.choice_ids }
        return answerOnce({ req, res, content: body }, (trx) => chooseAccounts(trx, dependencies, options))
      },
    },
    get: async ({ params, res }) => {
      const connection = await findConnection(db, workspacePrincipalOf(res), params.id)
      if (!connection) throw noSuchConnection()
      const now = clock.now()
      const pauses = await findPausesOf(db, [connection], now)
      return { status: 200, body: toConnection(connection, now, pauses.get(connection.id)) }
    },
    health: async ({ params, res }) => ({
      status: 200,
      body: await checkHealth(dependencies, workspacePrincipalOf(res), params.id),
    }),
    limits: async ({ params, res }) => ({
      status: 200,
      body: await getLimits(dependencies, workspacePrincipalOf(res), params.id),
    }),
    capabilities: async ({ params, res }) => ({
      status: 200,
      body: await getCapabilities(dependencies, workspacePrincipalOf(res), params.id),
    }),
    choices: async ({ params, res }) => ({
      status: 200,
      body: await getChoices(dependencies, workspacePrincipalOf(res), params),
    }),
    delete: async ({ params, req, res }) => {
      const options = { principal: workspacePrincipalOf(res), id: params.id }
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
