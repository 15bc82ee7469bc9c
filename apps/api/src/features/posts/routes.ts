import type { Mutate } from '#features/audit/index.ts'
import type { CapabilityDependencies } from '#features/connections/index.ts'
import { refreshCapabilities } from '#features/connections/index.ts'
import type { AnswerOnce } from '#features/idempotency/index.ts'
import { workspacePrincipalOf } from '#shared/principal.ts'
import { handlersFor } from '#shared/router.ts'
import { contract } from '@powerpost/contract/routes'
import { createPost } from './create-post.ts'
import { deletePost } from './delete-post.ts'
import { getPost } from './get-post.ts'
import { listPosts } from './list-posts.ts'
import type { PreflightDependencies } from './preflight-post.ts'
import { preflightPost } from './preflight-post.ts'
import { updatePost } from './update-post.ts'

export interface DraftDependencies extends CapabilityDependencies, PreflightDependencies {
  readonly mutate: Mutate
  readonly answerOnce: AnswerOnce
}

const { create, list, get, update, delete: remove, preflight } = contract.posts

/** Drafts, and what is to be seen of any post. */
export function createDraftRoutes(dependencies: DraftDependencies) {
  const { db, mutate, answerOnce } = dependencies
  return handlersFor(
    { create, list, get, update, delete: remove, preflight },
    {
      create: async ({ body, req, res }) => {
        const options = { principal: workspacePrincipalOf(res), request: body }
        return answerOnce({ req, res, content: body }, (trx) => createPost(trx, dependencies, options))
      },
      list: async ({ query, res }) => {
        return { status: 200, body: await listPosts(db, { principal: workspacePrincipalOf(res), query }) }
      },
      get: async ({ params, res }) => {
        return { status: 200, body: await getPost(db, { principal: workspacePrincipalOf(res), id: params.id }) }
      },
      update: async ({ params, body, req, res }) => {
        const options = { principal: workspacePrincipalOf(res), id: params.id, request: body }
        return mutate({ req, res }, (trx) => updatePost(trx, dependencies, options))
      },
      delete: async ({ params, req, res }) => {
        const options = { principal: workspacePrincipalOf(res), id: params.id }
        return mutate({ req, res }, (trx) => deletePost(trx, options))
      },
      preflight: async ({ body, req, res }) => {
        const options = { principal: workspacePrincipalOf(res), request: body }
        // Before the transaction: platforms are asked.
        await refreshCapabilities(dependencies, options.principal)
        return answerOnce({ req, res, content: body }, (trx) => preflightPost(trx, dependencies, options))
      },
    },
  )
}
