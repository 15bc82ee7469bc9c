import { initContract } from '@ts-rest/core'
import { workspaceHeaders, workspacePostHeaders } from '../common/headers.ts'
import type { Operation } from '../common/operation.ts'
import { errorResponses, IDEMPOTENCY_ERRORS, JSON_BODY_ERRORS } from '../errors/index.ts'
import * as schemas from './deliveries.ts'
import { webhookEndpointPathSchema } from './endpoints.ts'
import * as examples from './examples.ts'

const c = initContract()

/** What asks for deliveries to an endpoint: a test, or everything again. */
export const webhookEndpointDeliveryRoutes = c.router({
  test: {
    method: 'POST',
    path: '/webhooks/endpoints/:id/test',
    summary: 'Test a webhook endpoint',
    description:
      'Sends a `webhook.test` event to the endpoint, and returns its delivery. The list of deliveries shows the result. CONFLICT while the endpoint is disabled.',
    headers: workspacePostHeaders,
    pathParams: webhookEndpointPathSchema,
    body: c.noBody(),
    responses: {
      200: schemas.webhookDeliverySchema,
      ...errorResponses(...JSON_BODY_ERRORS, ...IDEMPOTENCY_ERRORS, 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT'),
    },
    metadata: {
      operationId: 'testWebhookEndpoint',
      tag: 'Webhooks',
      scope: 'settings:write',
      workspace: true,
      changes: 'webhook_endpoint',
      responseExample: examples.webhookTestExample,
    } satisfies Operation,
  },
  replay: {
    method: 'POST',
    path: '/webhooks/endpoints/:id/replay',
    summary: 'Replay webhook deliveries',
    description:
      'Sends finished deliveries of an endpoint again, with the same `webhook-id`, oldest first. CONFLICT while the endpoint is disabled.',
    headers: workspacePostHeaders,
    pathParams: webhookEndpointPathSchema,
    body: schemas.replayWebhookDeliveriesRequestSchema,
    responses: {
      200: schemas.replayWebhookDeliveriesResponseSchema,
      ...errorResponses(...JSON_BODY_ERRORS, ...IDEMPOTENCY_ERRORS, 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT'),
    },
    metadata: {
      operationId: 'replayWebhookDeliveries',
      tag: 'Webhooks',
      scope: 'settings:write',
      workspace: true,
      changes: 'webhook_endpoint',
      requestExamples: { failed: { since: '2026-11-22T18:00:00Z', status: 'failed' } },
      responseExample: { replayed: 3, has_more: false, next_since: null },
    } satisfies Operation,
  },
})

export const webhookDeliveryRoutes = c.router({
  list: {
    method: 'GET',
    path: '/webhooks/deliveries',
    summary: 'List webhook deliveries',
    description: 'The deliveries of the last 30 days, newest first, each with its attempts and their responses.',
    headers: workspaceHeaders,
    query: schemas.listWebhookDeliveriesQuerySchema,
    responses: { 200: schemas.webhookDeliveryPageSchema, ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN') },
    metadata: {
      operationId: 'listWebhookDeliveries',
      tag: 'Webhooks',
      scope: 'settings:read',
      workspace: true,
      responseExample: { data: [examples.webhookDeliveryExample], next_cursor: null, has_more: false },
    } satisfies Operation,
  },
  get: {
    method: 'GET',
    path: '/webhooks/deliveries/:id',
    summary: 'Get a webhook delivery',
    description: 'One delivery, with the body of its request.',
    headers: workspaceHeaders,
    pathParams: schemas.webhookDeliveryPathSchema,
    responses: {
      200: schemas.webhookDeliveryWithPayloadSchema,
      ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN', 'NOT_FOUND'),
    },
    metadata: {
      operationId: 'getWebhookDelivery',
      tag: 'Webhooks',
      scope: 'settings:read',
      workspace: true,
      responseExample: {
        ...examples.webhookDeliveryExample,
        payload:
          '{"event":"webhook.test","timestamp":"2026-11-22T18:53:52.000Z","workspace_id":"0199a1b2-0000-7000-8000-000000000004","livemode":true,"data":{}}',
      },
    } satisfies Operation,
  },
  replay: {
    method: 'POST',
    path: '/webhooks/deliveries/:id/replay',
    summary: 'Replay a webhook delivery',
    description:
      'Sends a delivery again at once, with the same `webhook-id`, whatever its status. CONFLICT while its endpoint is disabled.',
    headers: workspacePostHeaders,
    pathParams: schemas.webhookDeliveryPathSchema,
    body: c.noBody(),
    responses: {
      200: schemas.webhookDeliverySchema,
      ...errorResponses(...JSON_BODY_ERRORS, ...IDEMPOTENCY_ERRORS, 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT'),
    },
    metadata: {
      operationId: 'replayWebhookDelivery',
      tag: 'Webhooks',
      scope: 'settings:write',
      workspace: true,
      changes: 'webhook_delivery',
      responseExample: examples.webhookDeliveryExample,
    } satisfies Operation,
  },
})
