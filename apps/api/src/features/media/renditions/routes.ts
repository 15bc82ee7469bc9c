import type { Db } from '#db/types.ts'
import type { AnswerOnce } from '#features/idempotency/index.ts'
import type { Clock } from '#shared/clock.ts'
import { paginate } from '#shared/paginate.ts'
import { workspacePrincipalOf } from '#shared/principal.ts'
import { handlersFor } from '#shared/router.ts'
import { contract } from '@powerpost/contract/routes'
import type { MediaLinks } from '../media-links.ts'
import { findMedium } from '../media.repository.ts'
import { noSuchMedium } from '../present-medium.ts'
import { createRendition } from './create-rendition.ts'
import { getRendition, listRenditions, toRendition } from './get-rendition.ts'

export interface RenditionRouteDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly links: MediaLinks
  readonly answerOnce: AnswerOnce
}

export function createRenditionRoutes(dependencies: RenditionRouteDependencies) {
  const { db, links, answerOnce } = dependencies
  return handlersFor(contract.renditions, {
    create: async ({ params, body, req, res }) => {
      const options = { principal: workspacePrincipalOf(res), mediaId: params.id, request: body }
      return answerOnce({ req, res, content: body }, (trx) => createRendition(trx, dependencies, options))
    },
    list: async ({ params, query, res }) => {
      const principal = workspacePrincipalOf(res)
      if (!(await findMedium(db, principal, params.id))) throw noSuchMedium()
      const { data, ...rest } = await paginate({ list: `renditions of ${params.id}`, principal, query }, (page) =>
        listRenditions(db, { principal, mediaId: params.id, page }),
      )
      return { status: 200, body: { ...rest, data: data.map((row) => toRendition(row, links)) } }
    },
    get: async ({ params, res }) => {
      const options = { principal: workspacePrincipalOf(res), mediaId: params.id, id: params.rendition_id }
      return { status: 200, body: await getRendition(db, links, options) }
    },
  })
}
