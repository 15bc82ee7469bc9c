import type { Db } from '#db/types.ts'
import type { AnswerOnce } from '#features/idempotency/index.ts'
import type { MediaLinks } from '#features/media/index.ts'
import type { RunFeed, SendDependencies } from '#features/runs/index.ts'
import { sendRunEvents } from '#features/runs/index.ts'
import { workspacePrincipalOf } from '#shared/principal.ts'
import { handlersFor } from '#shared/router.ts'
import { contract } from '@powerpost/contract/routes'
import type { CreateVideoDependencies } from './create-video-generation.ts'
import { createVideoGeneration } from './create-video-generation.ts'
import { estimateVideo } from './estimate-video.ts'
import { getVideoGeneration } from './get-video-generation.ts'
import { listVideoGenerations } from './list-video-generations.ts'
import { regenerateVideo } from './regenerate-video.ts'
import { watchVideoGeneration } from './watch-video-generation.ts'

export interface VideoDependencies extends CreateVideoDependencies, SendDependencies {
  readonly feed: RunFeed
  readonly db: Db
  readonly mediaLinks: MediaLinks
  readonly answerOnce: AnswerOnce
}

export function createVideoRoutes(dependencies: VideoDependencies) {
  const { db, answerOnce } = dependencies
  return handlersFor(contract.videos, {
    generate: async ({ body, req, res }) => {
      const options = { principal: workspacePrincipalOf(res), request: body }
      return answerOnce({ req, res, content: body }, (trx) => createVideoGeneration(trx, dependencies, options))
    },
    estimate: async ({ body, req, res }) => {
      const options = { principal: workspacePrincipalOf(res), request: body }
      return answerOnce({ req, res, content: body }, (trx) => estimateVideo(trx, options))
    },
    regenerate: async ({ params, body, req, res }) => {
      const options = { principal: workspacePrincipalOf(res), id: params.id, request: body }
      return answerOnce({ req, res, content: body }, (trx) => regenerateVideo(trx, dependencies, options))
    },
    streamEvents: ({ params, headers, res }) =>
      sendRunEvents(dependencies, {
        res,
        params,
        headers,
        watch: (options) => watchVideoGeneration(dependencies, options),
      }),
    listGenerations: async ({ query, res }) => {
      return { status: 200, body: await listVideoGenerations(db, { principal: workspacePrincipalOf(res), query }) }
    },
    getGeneration: async ({ params, res }) => {
      const options = { principal: workspacePrincipalOf(res), id: params.id }
      return { status: 200, body: await getVideoGeneration(dependencies, options) }
    },
  })
}
