import type { Db } from '#db/types.ts'
import type { AnswerOnce } from '#features/idempotency/index.ts'
import type { MediaLinks } from '#features/media/index.ts'
import type { RunFeed, SendDependencies } from '#features/runs/index.ts'
import { sendRunEvents } from '#features/runs/index.ts'
import { workspacePrincipalOf } from '#shared/principal.ts'
import { handlersFor } from '#shared/router.ts'
import { contract } from '@powerpost/contract/routes'
import type { CreateImagesDependencies } from './create-image-generation.ts'
import { createImageGeneration } from './create-image-generation.ts'
import { getImageGeneration } from './get-image-generation.ts'
import { listImageGenerations } from './list-image-generations.ts'
import { regenerateImages } from './regenerate-images.ts'
import { watchImageGeneration } from './watch-image-generation.ts'

export interface ImageDependencies extends CreateImagesDependencies, SendDependencies {
  readonly feed: RunFeed
  readonly db: Db
  readonly mediaLinks: MediaLinks
  readonly answerOnce: AnswerOnce
}

export function createImageRoutes(dependencies: ImageDependencies) {
  const { db, answerOnce } = dependencies
  return handlersFor(contract.images, {
    generate: async ({ body, req, res }) => {
      const options = { principal: workspacePrincipalOf(res), request: body }
      return answerOnce({ req, res, content: body }, (trx) => createImageGeneration(trx, dependencies, options))
    },
    regenerate: async ({ params, body, req, res }) => {
      const options = { principal: workspacePrincipalOf(res), id: params.id, request: body }
      return answerOnce({ req, res, content: body }, (trx) => regenerateImages(trx, dependencies, options))
    },
    streamEvents: ({ params, headers, res }) =>
      sendRunEvents(dependencies, {
        res,
        params,
        headers,
        watch: (options) => watchImageGeneration(dependencies, options),
      }),
    listGenerations: async ({ query, res }) => {
      return { status: 200, body: await listImageGenerations(db, { principal: workspacePrincipalOf(res), query }) }
    },
    getGeneration: async ({ params, res }) => {
      const options = { principal: workspacePrincipalOf(res), id: params.id }
      return { status: 200, body: await getImageGeneration(dependencies, options) }
    },
  })
}
