import { initContract } from '@ts-rest/core'
import { deletedExample, deletedSchema } from '../common/deletion.ts'
import { workspaceHeaders, workspacePostHeaders } from '../common/headers.ts'
import type { Operation } from '../common/operation.ts'
import { errorResponses, IDEMPOTENCY_ERRORS, JSON_BODY_ERRORS } from '../errors/index.ts'
import * as schemas from './endpoints.ts'
import * as examples from './examples.ts'

const c = initContract()

const { url, events } = examples.webhookEndpointExample

export const webhookEndpointRoutes = c.router({
  list: {
    method: 'GET',
    path: '/webhooks/endpoints',
    summary: 'List webhook endpoints',
    description: 'The webhook endpoints of the workspace, newest first.',
    headers: workspaceHeaders,
    query: schemas.listWebhookEndpointsQuerySchema,
    responses: { 200: schemas.webhookEndpointPageSchema, ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN') },
    metadata: {
      operationId: 'listWebhookEndpoints',
      tag: 'Webhooks',
      scope: 'settings:read',
      workspace: true,
      responseExample: { data: [examples.webhookEndpointExample], next_cursor: null, has_more: false },
    } satisfies Operation,
  },
  create: {
    method: 'POST',
    path: '/webhooks/endpoints',
    summary: 'Create a webhook endpoint',
    description:
      'Creates a webhook endpoint and returns the secret that signs its deliveries. The secret is shown only this once. A workspace can have up to 50.',
    headers: workspacePostHeaders,
    body: schemas.createWebhookEndpointRequestSchema,
    responses: {
      200: schemas.createWebhookEndpointResponseSchema,
      ...errorResponses(...JSON_BODY_ERRORS, ...IDEMPOTENCY_ERRORS, 'FORBIDDEN', 'CONFLICT'),
    },
    metadata: {
      operationId: 'createWebhookEndpoint',
      tag: 'Webhooks',
      scope: 'settings:write',
      workspace: true,
      shownOnce: 'secret',
      changes: 'webhook_endpoint',
      requestExamples: { generations: { url, events } },
      responseExample: examples.createWebhookEndpointResponseExample,
    } satisfies Operation,
  },
  get: {
    method: 'GET',
    path: '/webhooks/endpoints/:id',
    summary: 'Get a webhook endpoint',
    description: 'One webhook endpoint, without its secret.',
    headers: workspaceHeaders,
    pathParams: schemas.webhookEndpointPathSchema,
    responses: {
      200: schemas.webhookEndpointSchema,
      ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN', 'NOT_FOUND'),
    },
    metadata: {
      operationId: 'getWebhookEndpoint',
      tag: 'Webhooks',
      scope: 'settings:read',
      workspace: true,
      responseExample: examples.webhookEndpointExample,
    } satisfies Operation,
  },
  update: {
    method: 'PATCH',
    path: '/webhooks/endpoints/:id',
    summary: 'Update a webhook endpoint',
    description:
      'Updates the given fields. `disabled: true` makes its pending deliveries fail; `disabled: false` enables it again.',
    headers: workspaceHeaders,
    pathParams: schemas.webhookEndpointPathSchema,
    body: schemas.updateWebhookEndpointRequestSchema,
    responses: {
      200: schemas.webhookEndpointSchema,
      ...errorResponses(...JSON_BODY_ERRORS, 'FORBIDDEN', 'NOT_FOUND'),
    },
    metadata: {
      operationId: 'updateWebhookEndpoint',
      tag: 'Webhooks',
      scope: 'settings:write',
      workspace: true,
      changes: 'webhook_endpoint',
      requestExamples: { enable: { disabled: false }, move: { url } },
      responseExample: examples.webhookEndpointExample,
    } satisfies Operation,
  },
  delete: {
    method: 'DELETE',
    path: '/webhooks/endpoints/:id',
    summary: 'Delete a webhook endpoint',
    description: 'Deletes a webhook endpoint and its deliveries. Pending deliveries are not sent.',
    headers: workspaceHeaders,
    pathParams: schemas.webhookEndpointPathSchema,
    responses: { 200: deletedSchema, ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN', 'NOT_FOUND') },
    metadata: {
      operationId: 'deleteWebhookEndpoint',
      tag: 'Webhooks',
      scope: 'settings:write',
      workspace: true,
      changes: 'webhook_endpoint',
      responseExample: deletedExample,
    } satisfies Operation,
  },
  rotateSecret: {
    method: 'POST',
    path: '/webhooks/endpoints/:id/rotate-secret',
    summary: 'Rotate a webhook secret',
    description:
      'Creates a new secret and returns it. The secret is shown only this once. Each earlier secret signs deliveries for 24 hours after it was replaced: a delivery carries one signature of each. CONFLICT for a fifth rotation within 24 hours.',
    headers: workspacePostHeaders,
    pathParams: schemas.webhookEndpointPathSchema,
    body: c.noBody(),
    responses: {
      200: schemas.rotateWebhookSecretResponseSchema,
      ...errorResponses(...JSON_BODY_ERRORS, ...IDEMPOTENCY_ERRORS, 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT'),
    },
    metadata: {
      operationId: 'rotateWebhookSecret',
      tag: 'Webhooks',
      scope: 'settings:write',
      workspace: true,
      shownOnce: 'secret',
      changes: 'webhook_endpoint',
      responseExample: examples.rotateWebhookSecretResponseExample,
    } satisfies Operation,
  },
})
