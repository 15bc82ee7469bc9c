import type { Mutate, WithAccess } from '#features/audit/index.ts'
import type { AnswerOnce, FindKeptAnswer } from '#features/idempotency/index.ts'
import { abortWhenGone } from '#shared/abort-when-gone.ts'
import { workspacePrincipalOf } from '#shared/principal.ts'
import { paginate } from '#shared/paginate.ts'
import { handlersFor } from '#shared/router.ts'
import type { LearnedWritingStyle } from '@powerpost/contract'
import { contract } from '@powerpost/contract/routes'
import type { LearnDependencies, LearnOnce } from './learn-writing-style.ts'
import { learnWritingStyle } from './learn-writing-style.ts'
import { noSuchStyle, toWritingStyle } from './present-writing-style.ts'
import { createWritingStyle, deleteWritingStyle, updateWritingStyle } from './save-writing-style.ts'
import { findWritingStyle, findWritingStyles } from './writing-styles.repository.ts'

export interface WritingStyleDependencies extends LearnDependencies {
  readonly mutate: Mutate
  readonly withAccess: WithAccess
  readonly answerOnce: AnswerOnce
  readonly findKeptAnswer: FindKeptAnswer
}

export function createWritingStyleRoutes(dependencies: WritingStyleDependencies) {
  const { db, clock, mutate, withAccess, answerOnce, findKeptAnswer } = dependencies
  return handlersFor(contract.writingStyles, {
    list: async ({ query, res }) => {
      const principal = workspacePrincipalOf(res)
      const page = await paginate({ list: 'writing-styles', principal, query }, (options) =>
        findWritingStyles(db, principal, options),
      )
      return { status: 200, body: { ...page, data: page.data.map(toWritingStyle) } }
    },
    create: async ({ body, req, res }) => {
      const options = { principal: workspacePrincipalOf(res), request: body, clock }
      return answerOnce({ req, res, content: body }, (trx) => createWritingStyle(trx, options))
    },
    fromPosts: async ({ body, req, res }) => {
      const signal = abortWhenGone(req, res)
      const exchange = { req, res, content: body }
      const once: LearnOnce = {
        async find() {
          // A vendor is asked in the caller's name: not for one whose access has ended.
          await withAccess(exchange, async () => undefined)
          return findKeptAnswer<LearnedWritingStyle>(exchange)
        },
        keep: async (make) => (await answerOnce(exchange, make)).body,
      }
      const options = { principal: workspacePrincipalOf(res), request: body, signal, once }
      return { status: 200, body: await learnWritingStyle(dependencies, options) }
    },
    get: async ({ params, res }) => {
      const style = await findWritingStyle(db, workspacePrincipalOf(res), params.id)
      if (!style) throw noSuchStyle()
      return { status: 200, body: toWritingStyle(style) }
    },
    update: async ({ params, body, req, res }) => {
      const options = { principal: workspacePrincipalOf(res), id: params.id, request: body, clock }
      return mutate({ req, res }, (trx) => updateWritingStyle(trx, options))
    },
    delete: async ({ params, req, res }) => {
      const options = { principal: workspacePrincipalOf(res), id: params.id }
      return mutate({ req, res }, (trx) => deleteWritingStyle(trx, options))
    },
  })
}
