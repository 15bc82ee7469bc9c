import type { AnswerOnce } from '#features/idempotency/index.ts'
import { workspacePrincipalOf } from '#shared/principal.ts'
import { handlersFor } from '#shared/router.ts'
import { contract } from '@powerpost/contract/routes'
import type { PublishDependencies } from './publish-post.ts'
import { publishPost } from './publish-post.ts'
import { retryPostItem } from './retry-post-item.ts'
import type { ScheduleDependencies } from './schedule-post.ts'
import { cancelPost, schedulePost } from './schedule-post.ts'

const { publish, schedule, cancel, retryItem } = contract.posts

export interface PublishingDependencies extends PublishDependencies, ScheduleDependencies {
  readonly answerOnce: AnswerOnce
}

/** What becomes of drafts. */
export function createPublishingRoutes(dependencies: PublishingDependencies) {
  const { answerOnce } = dependencies
  return handlersFor(
    { publish, schedule, cancel, retryItem },
    {
      publish: async ({ params, req, res }) => {
        const options = { principal: workspacePrincipalOf(res), id: params.id }
        return answerOnce({ req, res, content: undefined }, (trx) => publishPost(trx, dependencies, options))
      },
      schedule: async ({ params, body, req, res }) => {
        const options = { principal: workspacePrincipalOf(res), id: params.id, request: body }
        return answerOnce({ req, res, content: body }, (trx) => schedulePost(trx, dependencies, options))
      },
      cancel: async ({ params, req, res }) => {
        const options = { principal: workspacePrincipalOf(res), id: params.id }
        return answerOnce({ req, res, content: undefined }, (trx) => cancelPost(trx, dependencies, options))
      },
      retryItem: async ({ params, body, req, res }) => {
        const options = { principal: workspacePrincipalOf(res), id: params.id, itemId: params.item_id, request: body }
        return answerOnce({ req, res, content: body }, (trx) => retryPostItem(trx, dependencies, options))
      },
    },
  )
}
