import { initContract } from '@ts-rest/core'
import { deletedExample, deletedSchema } from '../common/deletion.ts'
import { idempotencyHeaders } from '../common/headers.ts'
import type { Operation } from '../common/operation.ts'
import { errorResponses, IDEMPOTENCY_ERRORS, JSON_BODY_ERRORS } from '../errors/index.ts'
import { apiKeyExample, createApiKeyRequestExamples, createApiKeyResponseExample } from './examples.ts'
import * as schemas from './schemas.ts'

const c = initContract()

export const apiKeyRoutes = c.router({
  list: {
    method: 'GET',
    path: '/account/api-keys',
    summary: 'List API keys',
    description:
      'The active API keys of the account, newest first. A sandbox key sees only sandbox keys. A key limited to some workspaces sees only keys that are limited to the same or fewer.',
    query: schemas.listApiKeysQuerySchema,
    responses: { 200: schemas.apiKeyPageSchema, ...errorResponses('VALIDATION_ERROR') },
    metadata: {
      operationId: 'listApiKeys',
      tag: 'Account',
      scope: 'account:read',
      workspace: false,
      responseExample: { data: [apiKeyExample], next_cursor: null, has_more: false },
    } satisfies Operation,
  },
  create: {
    method: 'POST',
    path: '/account/api-keys',
    summary: 'Create an API key',
    description:
      'Creates an API key and returns it. The key is shown only this once. It cannot have more scopes, more workspaces or a longer life than the key that creates it; a sandbox key creates only sandbox keys.',
    headers: idempotencyHeaders,
    body: schemas.createApiKeyRequestSchema,
    responses: {
      200: schemas.createApiKeyResponseSchema,
      ...errorResponses(...JSON_BODY_ERRORS, ...IDEMPOTENCY_ERRORS, 'FORBIDDEN', 'CONFLICT'),
    },
    metadata: {
      operationId: 'createApiKey',
      tag: 'Account',
      scope: 'account:manage',
      workspace: false,
      shownOnce: 'key',
      changes: 'api_key',
      requestExamples: createApiKeyRequestExamples,
      responseExample: createApiKeyResponseExample,
    } satisfies Operation,
  },
  delete: {
    method: 'DELETE',
    path: '/account/api-keys/:id',
    summary: 'Delete an API key',
    description:
      'Revokes an API key at once, on every server process. The last key that can manage the whole account cannot be revoked.',
    pathParams: schemas.apiKeyPathSchema,
    query: schemas.deleteApiKeyQuerySchema,
    responses: { 200: deletedSchema, ...errorResponses('VALIDATION_ERROR', 'NOT_FOUND', 'CONFLICT') },
    metadata: {
      operationId: 'deleteApiKey',
      tag: 'Account',
      scope: 'account:manage',
      workspace: false,
      changes: 'api_key',
      responseExample: deletedExample,
    } satisfies Operation,
  },
})
