import type { Db } from '#db/types.ts'
import type { AnswerOnce } from '#features/idempotency/index.ts'
import type { RunFeed, SendDependencies } from '#features/runs/index.ts'
import { sendRunEvents } from '#features/runs/index.ts'
import { workspacePrincipalOf } from '#shared/principal.ts'
import { handlersFor } from '#shared/router.ts'
import { contract } from '@powerpost/contract/routes'
import type { CreateGenerationDependencies } from './create-generation.ts'
import { createGeneration } from './create-generation.ts'
import type { EstimateDependencies } from './estimate-generation.ts'
import { estimateGeneration } from './estimate-generation.ts'
import { getGeneration } from './get-generation.ts'
import { regenerateCaptions } from './regenerate-captions.ts'
import { listGenerations } from './list-generations.ts'
import { watchGeneration } from './watch-generation.ts'

export interface ContentDependencies extends CreateGenerationDependencies, EstimateDependencies, SendDependencies {
  readonly db: Db
  readonly answerOnce: AnswerOnce
  readonly feed: RunFeed
}

export function createContentRoutes(dependencies: ContentDependencies) {
  const { db, answerOnce } = dependencies
  return handlersFor(contract.content, {
    generate: async ({ body, req, res }) => {
      const options = { principal: workspacePrincipalOf(res), request: body }
      return answerOnce({ req, res, content: body }, (trx) => createGeneration(trx, dependencies, options))
    },
    estimate: async ({ body, req, res }) => {
      const options = { principal: workspacePrincipalOf(res), request: body }
      return answerOnce({ req, res, content: body }, (trx) => estimateGeneration(trx, dependencies, options))
    },
    regenerate: async ({ params, body, req, res }) => {
      const options = { principal: workspacePrincipalOf(res), id: params.id, request: body }
      return answerOnce({ req, res, content: body }, (trx) => regenerateCaptions(trx, dependencies, options))
    },
    listGenerations: async ({ query, res }) => {
      return { status: 200, body: await listGenerations(db, { principal: workspacePrincipalOf(res), query }) }
    },
    getGeneration: async ({ params, res }) => {
      return { status: 200, body: await getGeneration(db, { principal: workspacePrincipalOf(res), id: params.id }) }
    },
    streamEvents: ({ params, headers, res }) =>
      sendRunEvents(dependencies, {
        res,
        params,
        headers,
        watch: (options) => watchGeneration(dependencies, options),
      }),
  })
}
