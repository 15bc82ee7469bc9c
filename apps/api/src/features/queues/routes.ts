import type { Db } from '#db/types.ts'
import type { Mutate } from '#features/audit/index.ts'
import type { AnswerOnce } from '#features/idempotency/index.ts'
import type { Clock } from '#shared/clock.ts'
import { paginate } from '#shared/paginate.ts'
import { workspacePrincipalOf } from '#shared/principal.ts'
import { handlersFor } from '#shared/router.ts'
import { contract } from '@powerpost/contract/routes'
import { noSuchQueue, toQueue } from './present-queue.ts'
import { previewQueue } from './preview-queue.ts'
import { findQueue, findQueues } from './queues.repository.ts'
import { createQueue, deleteQueue, updateQueue } from './save-queue.ts'

export interface QueueDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly mutate: Mutate
  readonly answerOnce: AnswerOnce
}

export function createQueueRoutes(dependencies: QueueDependencies) {
  const { db, clock, mutate, answerOnce } = dependencies
  return handlersFor(contract.queues, {
    list: async ({ query, res }) => {
      const principal = workspacePrincipalOf(res)
      const page = await paginate({ list: 'queues', principal, query }, (options) => findQueues(db, principal, options))
      return { status: 200, body: { ...page, data: page.data.map(toQueue) } }
    },
    create: async ({ body, req, res }) => {
      const options = { principal: workspacePrincipalOf(res), request: body, clock }
      return answerOnce({ req, res, content: body }, (trx) => createQueue(trx, options))
    },
    get: async ({ params, res }) => {
      const queue = await findQueue(db, workspacePrincipalOf(res), params.id)
      if (!queue) throw noSuchQueue()
      return { status: 200, body: toQueue(queue) }
    },
    update: async ({ params, body, req, res }) => {
      const options = { principal: workspacePrincipalOf(res), id: params.id, request: body, clock }
      return mutate({ req, res }, (trx) => updateQueue(trx, options))
    },
    delete: async ({ params, req, res }) => {
      const options = { principal: workspacePrincipalOf(res), id: params.id }
      return mutate({ req, res }, (trx) => deleteQueue(trx, options))
    },
    slots: async ({ params, query, res }) => {
      const options = { principal: workspacePrincipalOf(res), id: params.id, limit: query.limit }
      return { status: 200, body: await previewQueue(dependencies, options) }
    },
  })
}
