import { initContract } from '@ts-rest/core'
import type { Operation } from '../common/operation.ts'
import { errorResponses } from '../errors/index.ts'
import { auditEntryExample, auditEntrySchema, auditPageSchema } from './audit.ts'
import { exportAuditLogQuerySchema, listAuditLogQuerySchema } from './audit.ts'

const c = initContract()

export const auditRoutes = c.router({
  list: {
    method: 'GET',
    path: '/account/audit',
    summary: 'List audit log entries',
    description:
      'Who changed what, newest first. Each successful change writes one entry, in the transaction of the change. A refused request writes none, except that of a revoked or expired API key. A sandbox key sees what sandbox keys did, a live key what live keys did, and a key that is limited to workspaces only changes in those. Entries are deleted after 400 days, unless the operator has set another time.',
    query: listAuditLogQuerySchema,
    responses: { 200: auditPageSchema, ...errorResponses('VALIDATION_ERROR') },
    metadata: {
      operationId: 'listAuditLog',
      tag: 'Account',
      scope: 'account:manage',
      workspace: false,
      responseExample: { data: [auditEntryExample], next_cursor: null, has_more: false },
    } satisfies Operation,
  },
  export: {
    method: 'GET',
    path: '/account/audit/export',
    summary: 'Export the audit log',
    description: 'All entries that match, newest first, as JSON Lines: one entry per line, without pages.',
    query: exportAuditLogQuerySchema,
    responses: { 200: c.noBody(), ...errorResponses('VALIDATION_ERROR') },
    metadata: {
      operationId: 'exportAuditLog',
      tag: 'Account',
      scope: 'account:manage',
      workspace: false,
      otherAnswers: {
        200: {
          description: 'JSON Lines: each line is one entry.',
          contentTypes: ['application/jsonl'],
          schema: auditEntrySchema,
          example: auditEntryExample,
        },
      },
    } satisfies Operation,
  },
})
