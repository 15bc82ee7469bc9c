import { initContract } from '@ts-rest/core'
import { z } from 'zod'
import { credits } from '../common/ids.ts'
import type { Operation } from '../common/operation.ts'
import { errorResponses } from '../errors/index.ts'

const c = initContract()

export const creditsSchema = z
  .object({ balance: credits('Credits left to spend.') })
  .meta({ id: 'Credits', description: "The account's balance." })

export type Credits = z.output<typeof creditsSchema>

export const accountRoutes = c.router({
  getCredits: {
    method: 'GET',
    path: '/account/credits',
    summary: 'Get credits',
    description: "The account's balance, shared by its workspaces.",
    responses: { 200: creditsSchema, ...errorResponses() },
    metadata: {
      operationId: 'getCredits',
      tag: 'Account',
      scope: 'account:read',
      workspace: false,
      responseExample: { balance: 47 } satisfies Credits,
    } satisfies Operation,
  },
})
