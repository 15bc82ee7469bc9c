import { initContract } from '@ts-rest/core'
import { workspaceHeaders } from '../common/headers.ts'
import type { Operation } from '../common/operation.ts'
import { errorResponses } from '../errors/index.ts'
import * as examples from './examples.ts'
import * as items from './items.ts'
import * as summary from './summary.ts'

const c = initContract()

const DOWNLOAD = { 'Content-Disposition': 'The name of the file.' }

export const analyticsRoutes = c.router({
  item: {
    method: 'GET',
    path: '/post-items/:id/analytics',
    summary: 'Get the metrics of an item',
    description:
      'The latest metrics of an item. The platform is asked 1, 6 and 24 hours after it was posted, then daily for 90 days; there is no refresh on request. A metric that the platform does not give is 0 and named in `unavailable`.',
    headers: workspaceHeaders,
    pathParams: items.itemAnalyticsPathSchema,
    query: items.itemAnalyticsQuerySchema,
    responses: { 200: items.itemAnalyticsSchema, ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN', 'NOT_FOUND') },
    metadata: {
      operationId: 'getItemAnalytics',
      tag: 'Analytics',
      scope: 'analytics:read',
      workspace: true,
      responseExample: examples.itemAnalyticsExample,
    } satisfies Operation,
  },
  summary: {
    method: 'GET',
    path: '/analytics/summary',
    summary: 'Summarize metrics',
    description:
      'The latest metrics of all items that were posted in a range of at most 366 days, added up by day, platform, post type or connection.',
    headers: workspaceHeaders,
    query: summary.summarizeAnalyticsQuerySchema,
    responses: { 200: summary.analyticsSummarySchema, ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN') },
    metadata: {
      operationId: 'getAnalyticsSummary',
      queryExample: { from: '2026-12-01', to: '2026-12-31' },
      tag: 'Analytics',
      scope: 'analytics:read',
      workspace: true,
      responseExample: examples.analyticsSummaryExample,
    } satisfies Operation,
  },
  export: {
    method: 'GET',
    path: '/analytics/export',
    summary: 'Export metrics',
    description:
      "All items that were posted in a range of at most 366 days with their metrics, the oldest first, without pages. In CSV a text that begins with `=`, `+`, `-`, `@`, a tab or a carriage return has a `'` before it, so that no spreadsheet takes it for a formula.",
    headers: workspaceHeaders,
    query: summary.exportAnalyticsQuerySchema,
    responses: { 200: c.noBody(), ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN') },
    metadata: {
      operationId: 'exportAnalytics',
      queryExample: { from: '2026-12-01', to: '2026-12-31' },
      tag: 'Analytics',
      scope: 'analytics:read',
      workspace: true,
      otherAnswers: {
        200: {
          description: 'CSV or JSON Lines: each line is one row.',
          contentTypes: ['text/csv', 'application/jsonl'],
          schema: summary.analyticsRowSchema,
          example: examples.analyticsRowExample,
          headers: DOWNLOAD,
        },
      },
    } satisfies Operation,
  },
})
