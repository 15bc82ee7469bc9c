import { initContract } from '@ts-rest/core'
import type { Operation } from '../common/operation.ts'
import { errorResponses } from '../errors/index.ts'
import { apiKeyRoutes } from './api-key-routes.ts'
import { auditRoutes } from './audit-routes.ts'
import { ledgerPageExample } from './examples.ts'
import type { Credits } from './schemas.ts'
import { creditsSchema, ledgerPageSchema, listLedgerQuerySchema } from './schemas.ts'
import { workspaceRoutes } from './workspace-routes.ts'

const c = initContract()

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
  listLedger: {
    method: 'GET',
    path: '/account/credits/ledger',
    summary: 'List ledger entries',
    description:
      'Every change of the balance, newest first. A key limited to some workspaces sees only what those paid and were refunded. A sandbox key sees an empty ledger: what it does costs nothing.',
    query: listLedgerQuerySchema,
    responses: { 200: ledgerPageSchema, ...errorResponses('VALIDATION_ERROR') },
    metadata: {
      operationId: 'listLedgerEntries',
      tag: 'Account',
      scope: 'account:read',
      workspace: false,
      responseExample: ledgerPageExample,
    } satisfies Operation,
  },
  workspaces: workspaceRoutes,
  apiKeys: apiKeyRoutes,
  audit: auditRoutes,
})
