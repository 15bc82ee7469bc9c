import { workspaceCallerOf } from '#shared/caller.ts'
import { contract } from '@powerpost/contract'
import { initServer } from '@ts-rest/express'
import type { CreateGenerationDependencies } from './create-generation.ts'
import { createGeneration } from './create-generation.ts'
import { getGeneration } from './get-generation.ts'
import { listGenerations } from './list-generations.ts'

export function createContentRoutes(dependencies: CreateGenerationDependencies) {
  const { db } = dependencies
  return initServer().router(contract.content, {
    generate: async ({ body, res }) => {
      const created = await createGeneration(dependencies, { caller: workspaceCallerOf(res), request: body })
      return {
        status: 200,
        body: {
          generation_id: created.id,
          status: 'processing',
          credits_used: created.creditsUsed,
          remaining_credits: created.remainingCredits,
          status_url: contract.content.getGeneration.path.replace(':id', created.id),
        },
      }
    },
    listGenerations: async ({ query, res }) => {
      return { status: 200, body: await listGenerations(db, { caller: workspaceCallerOf(res), query }) }
    },
    getGeneration: async ({ params, res }) => {
      return { status: 200, body: await getGeneration(db, { caller: workspaceCallerOf(res), id: params.id }) }
    },
  })
}
