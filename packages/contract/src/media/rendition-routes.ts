import { initContract } from '@ts-rest/core'
import { workspaceHeaders, workspacePostHeaders } from '../common/headers.ts'
import type { Operation } from '../common/operation.ts'
import { errorResponses, IDEMPOTENCY_ERRORS, JSON_BODY_ERRORS } from '../errors/index.ts'
import { createRenditionRequestExamples, queuedRenditionExample, renditionExample } from './examples.ts'
import * as renditions from './renditions.ts'
import { mediaPathSchema } from './schemas.ts'

const c = initContract()

export const renditionRoutes = c.router({
  create: {
    method: 'POST',
    path: '/media/:id/renditions',
    summary: 'Make a rendition',
    description:
      'Makes a version of a file that fits a post type, as publishing does by itself. It is made once: the same request returns it again, and one that failed is made again. Free; its bytes count toward the storage of the account.',
    headers: workspacePostHeaders,
    pathParams: mediaPathSchema,
    body: renditions.createRenditionRequestSchema,
    responses: {
      200: renditions.renditionSchema,
      ...errorResponses(...JSON_BODY_ERRORS, ...IDEMPOTENCY_ERRORS, 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT'),
    },
    metadata: {
      operationId: 'createRendition',
      tag: 'Media',
      scope: 'media:write',
      workspace: true,
      changes: 'media',
      requestExamples: createRenditionRequestExamples,
      responseExample: queuedRenditionExample,
    } satisfies Operation,
  },
  list: {
    method: 'GET',
    path: '/media/:id/renditions',
    summary: 'List renditions',
    description: 'The renditions of a file, newest first: those that were requested, and those that were posted.',
    headers: workspaceHeaders,
    pathParams: mediaPathSchema,
    query: renditions.listRenditionsQuerySchema,
    responses: {
      200: renditions.renditionPageSchema,
      ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN', 'NOT_FOUND'),
    },
    metadata: {
      operationId: 'listRenditions',
      tag: 'Media',
      scope: 'media:read',
      workspace: true,
      responseExample: { data: [renditionExample], next_cursor: null, has_more: false },
    } satisfies Operation,
  },
  get: {
    method: 'GET',
    path: '/media/:id/renditions/:rendition_id',
    summary: 'Get a rendition',
    description: 'One rendition, with fresh links to its file once it was made.',
    headers: workspaceHeaders,
    pathParams: renditions.renditionPathSchema,
    responses: {
      200: renditions.renditionSchema,
      ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN', 'NOT_FOUND'),
    },
    metadata: {
      operationId: 'getRendition',
      tag: 'Media',
      scope: 'media:read',
      workspace: true,
      responseExample: renditionExample,
    } satisfies Operation,
  },
})
