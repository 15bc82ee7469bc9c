import type { Db } from '#db/types.ts'
import type { AnswerOnce } from '#features/idempotency/index.ts'
import type { RunFeed } from '#features/runs/index.ts'
import { workspaceCallerOf } from '#shared/caller.ts'
import { sendEventStream, signalEndOf } from '#shared/event-stream.ts'
import type { Logger } from '#shared/logger.ts'
import { router } from '#shared/router.ts'
import type { StartTimer } from '#shared/timer.ts'
import { LAST_EVENT_ID_HEADER } from '@powerpost/contract'
import { contract } from '@powerpost/contract/routes'
import type { CreateGenerationDependencies } from './create-generation.ts'
import { createGeneration } from './create-generation.ts'
import { estimateGeneration } from './estimate-generation.ts'
import { getGeneration } from './get-generation.ts'
import { regenerateCaptions } from './regenerate-captions.ts'
import { listGenerations } from './list-generations.ts'
import { watchGeneration } from './watch-generation.ts'

export interface ContentDependencies extends CreateGenerationDependencies {
  readonly db: Db
  readonly answerOnce: AnswerOnce
  readonly feed: RunFeed
  readonly startTimer: StartTimer
  readonly logger: Logger
}

export function createContentRoutes(dependencies: ContentDependencies) {
  const { db, answerOnce, startTimer, logger } = dependencies
  return router(contract.content, {
    generate: async ({ body, req, res }) => {
      const options = { caller: workspaceCallerOf(res), request: body }
      return answerOnce({ req, res, content: body }, (trx) => createGeneration(trx, dependencies, options))
    },
    estimate: async ({ body, req, res }) => {
      const options = { caller: workspaceCallerOf(res), request: body }
      return answerOnce({ req, res, content: body }, (trx) => estimateGeneration(trx, dependencies, options))
    },
    regenerate: async ({ params, body, req, res }) => {
      const options = { caller: workspaceCallerOf(res), id: params.id, request: body }
      return answerOnce({ req, res, content: body }, (trx) => regenerateCaptions(trx, dependencies, options))
    },
    listGenerations: async ({ query, res }) => {
      return { status: 200, body: await listGenerations(db, { caller: workspaceCallerOf(res), query }) }
    },
    getGeneration: async ({ params, res }) => {
      return { status: 200, body: await getGeneration(db, { caller: workspaceCallerOf(res), id: params.id }) }
    },
    streamEvents: async ({ params, headers, res }) => {
      const signal = signalEndOf(res)
      const options = {
        caller: workspaceCallerOf(res),
        id: params.id,
        lastEventId: headers[LAST_EVENT_ID_HEADER],
        signal,
      }
      const events = await watchGeneration(dependencies, options)
      const onError = (err: unknown) => logger.warn({ err, generation_id: params.id }, 'a stream of events broke off')
      await sendEventStream(res, { events, startTimer, onError })
      return { status: 200, body: undefined }
    },
  })
}
