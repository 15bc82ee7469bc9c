import type { Db } from '#db/types.ts'
import type { Mutate } from '#features/audit/index.ts'
import type { AnswerOnce } from '#features/idempotency/index.ts'
import { workspacePrincipalOf } from '#shared/principal.ts'
import type { Clock } from '#shared/clock.ts'
import { paginate } from '#shared/paginate.ts'
import { handlersFor } from '#shared/router.ts'
import { contract } from '@powerpost/contract/routes'
import { noSuchStyle, toWritingStyle } from './present-writing-style.ts'
import { createWritingStyle, deleteWritingStyle, updateWritingStyle } from './save-writing-style.ts'
import { findWritingStyle, findWritingStyles } from './writing-styles.repository.ts'

export interface WritingStyleDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly mutate: Mutate
  readonly answerOnce: AnswerOnce
}

export function createWritingStyleRoutes(dependencies: WritingStyleDependencies) {
  const { db, clock, mutate, answerOnce } = dependencies
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
