import type { Db } from '#db/types.ts'
import type { Mutate } from '#features/audit/index.ts'
import type { AnswerOnce } from '#features/idempotency/index.ts'
import { workspacePrincipalOf } from '#shared/principal.ts'
import { paginate } from '#shared/paginate.ts'
import { handlersFor } from '#shared/router.ts'
import type { CreateWebhookEndpointResponse, RotateWebhookSecretResponse } from '@powerpost/contract'
import { contract } from '@powerpost/contract/routes'
import { findDeliveries, findDelivery, findPayload } from './deliveries.repository.ts'
import { findEndpoint, findEndpoints } from './endpoints.repository.ts'
import { noSuchDelivery, toDelivery } from './present-delivery.ts'
import { noSuchEndpoint, toEndpoint, withoutSecret } from './present-endpoint.ts'
import { replayDeliveries, replayDelivery } from './replay-deliveries.ts'
import { rotateSecret } from './rotate-secret.ts'
import type { SaveDependencies } from './save-endpoint.ts'
import { createEndpoint, deleteEndpoint, updateEndpoint } from './save-endpoint.ts'
import { testEndpoint } from './test-endpoint.ts'

export interface WebhookDependencies extends SaveDependencies {
  readonly db: Db
  readonly mutate: Mutate
  readonly answerOnce: AnswerOnce
}

export function createWebhookRoutes(dependencies: WebhookDependencies) {
  const { db, mutate, answerOnce } = dependencies
  return handlersFor(contract.webhooks, {
    endpoints: {
      list: async ({ query, res }) => {
        const principal = workspacePrincipalOf(res)
        const page = await paginate({ list: 'webhook-endpoints', principal, query }, (options) =>
          findEndpoints(db, principal, options),
        )
        return { status: 200, body: { ...page, data: page.data.map(toEndpoint) } }
      },
      create: async ({ body, req, res }) => {
        const options = { principal: workspacePrincipalOf(res), request: body }
        return answerOnce(
          { req, res, content: body, withoutSecrets: withoutSecret<CreateWebhookEndpointResponse> },
          (trx) => createEndpoint(trx, dependencies, options),
        )
      },
      get: async ({ params, res }) => {
        const endpoint = await findEndpoint(db, workspacePrincipalOf(res), params.id)
        if (!endpoint) throw noSuchEndpoint()
        return { status: 200, body: toEndpoint(endpoint) }
      },
      update: async ({ params, body, req, res }) => {
        const options = { principal: workspacePrincipalOf(res), id: params.id, request: body }
        return mutate({ req, res }, (trx) => updateEndpoint(trx, dependencies, options))
      },
      delete: async ({ params, req, res }) => {
        const options = { principal: workspacePrincipalOf(res), id: params.id }
        return mutate({ req, res }, (trx) => deleteEndpoint(trx, options))
      },
      rotateSecret: async ({ params, req, res }) => {
        const options = { principal: workspacePrincipalOf(res), id: params.id }
        return answerOnce(
          { req, res, content: undefined, withoutSecrets: withoutSecret<RotateWebhookSecretResponse> },
          (trx) => rotateSecret(trx, dependencies, options),
        )
      },
      test: async ({ params, req, res }) => {
        const options = { principal: workspacePrincipalOf(res), id: params.id }
        return answerOnce({ req, res, content: undefined }, (trx) => testEndpoint(trx, dependencies, options))
      },
      replay: async ({ params, body, req, res }) => {
        const options = { principal: workspacePrincipalOf(res), id: params.id, request: body }
        return answerOnce({ req, res, content: body }, (trx) => replayDeliveries(trx, dependencies, options))
      },
    },
    deliveries: {
      list: async ({ query, res }) => {
        const principal = workspacePrincipalOf(res)
        const page = await paginate({ list: 'webhook-deliveries', principal, query }, (options) =>
          findDeliveries(db, principal, { ...query, ...options }),
        )
        return { status: 200, body: { ...page, data: page.data.map(toDelivery) } }
      },
      get: async ({ params, res }) => {
        const delivery = await findDelivery(db, workspacePrincipalOf(res), params.id)
        if (!delivery) throw noSuchDelivery()
        return { status: 200, body: { ...toDelivery(delivery), payload: await findPayload(db, delivery) } }
      },
      replay: async ({ params, req, res }) => {
        const options = { principal: workspacePrincipalOf(res), id: params.id }
        return answerOnce({ req, res, content: undefined }, (trx) => replayDelivery(trx, dependencies, options))
      },
    },
  })
}
