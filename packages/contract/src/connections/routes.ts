import { initContract } from '@ts-rest/core'
import { deletedExample, deletedSchema } from '../common/deletion.ts'
import { workspaceHeaders, workspacePostHeaders } from '../common/headers.ts'
import type { Operation } from '../common/operation.ts'
import { errorResponses, IDEMPOTENCY_ERRORS, JSON_BODY_ERRORS } from '../errors/index.ts'
import { connectionCapabilitiesSchema } from './capabilities.ts'
import { choicesPathSchema, platformChoicesSchema } from './choices.ts'
import * as examples from './examples.ts'
import { connectionHealthSchema } from './health.ts'
import { connectionLimitsSchema } from './limits.ts'
import { pageRoutes } from './page-routes.ts'
import { requestRoutes } from './request-routes.ts'
import * as schemas from './schemas.ts'

const c = initContract()

export const connectionRoutes = c.router({
  list: {
    method: 'GET',
    path: '/connections',
    summary: 'List connections',
    description: 'The platform accounts that the workspace can publish to, newest first.',
    headers: workspaceHeaders,
    query: schemas.listConnectionsQuerySchema,
    responses: { 200: schemas.connectionPageSchema, ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN') },
    metadata: {
      operationId: 'listConnections',
      tag: 'Connections',
      scope: 'settings:read',
      workspace: true,
      responseExample: { data: [examples.connectionExample], next_cursor: null, has_more: false },
    } satisfies Operation,
  },
  create: {
    method: 'POST',
    path: '/connections',
    summary: 'Create a connection',
    description:
      'Connects platform accounts. A person opens `authorize_url`, signs in to the platform, and chooses if the sign-in reaches several accounts; `GET /connections/requests/{id}` shows what became of it. A sandbox connection is created at once, unless `sign_in` is set. Connecting the same account again renews its connection, also after it was deleted.',
    headers: workspacePostHeaders,
    body: schemas.createConnectionRequestSchema,
    responses: {
      200: schemas.createConnectionResponseSchema,
      ...errorResponses(
        ...JSON_BODY_ERRORS,
        ...IDEMPOTENCY_ERRORS,
        'FORBIDDEN',
        'CONFLICT',
        'PLATFORM_NOT_CONFIGURED',
        'API_VERSION_ENDED',
      ),
    },
    metadata: {
      operationId: 'createConnection',
      tag: 'Connections',
      scope: 'settings:write',
      workspace: true,
      changes: 'connection',
      requestExamples: {
        sandbox: { platform: 'x', sandbox: true },
        account: { platform: 'x' },
        'for your users': {
          platform: 'x',
          return_url: 'https://app.example.com/connected',
          reference: 'user-1842',
          expires_in_seconds: 86_400,
        },
      },
      responseExample: examples.connectionExample,
    } satisfies Operation,
  },
  // Before `/connections/:id`: the first that fits answers.
  ...pageRoutes,
  requests: requestRoutes,
  get: {
    method: 'GET',
    path: '/connections/:id',
    summary: 'Get a connection',
    description: 'One connection. Its tokens are never shown.',
    headers: workspaceHeaders,
    pathParams: schemas.connectionPathSchema,
    responses: { 200: schemas.connectionSchema, ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN', 'NOT_FOUND') },
    metadata: {
      operationId: 'getConnection',
      tag: 'Connections',
      scope: 'settings:read',
      workspace: true,
      responseExample: examples.connectionExample,
    } satisfies Operation,
  },
  health: {
    method: 'GET',
    path: '/connections/:id/health',
    summary: 'Get the health of a connection',
    description: 'Whether a connection works, when its tokens are renewed, and what a person has to do.',
    headers: workspaceHeaders,
    pathParams: schemas.connectionPathSchema,
    responses: { 200: connectionHealthSchema, ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN', 'NOT_FOUND') },
    metadata: {
      operationId: 'getConnectionHealth',
      tag: 'Connections',
      scope: 'settings:read',
      workspace: true,
      responseExample: examples.healthExample,
    } satisfies Operation,
  },
  limits: {
    method: 'GET',
    path: '/connections/:id/limits',
    summary: 'Get the limits of a connection',
    description:
      'How much of the quotas of its platform is left, as far as the platform says it: when it is asked, or in its answers to posts. Preflight warns when a post needs more.',
    headers: workspaceHeaders,
    pathParams: schemas.connectionPathSchema,
    responses: { 200: connectionLimitsSchema, ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN', 'NOT_FOUND') },
    metadata: {
      operationId: 'getConnectionLimits',
      tag: 'Connections',
      scope: 'settings:read',
      workspace: true,
      responseExample: examples.limitsExample,
    } satisfies Operation,
  },
  capabilities: {
    method: 'GET',
    path: '/connections/:id/capabilities',
    summary: 'Get the capabilities of a connection',
    description:
      'What holds for this platform account where it differs from the limits of the platform, such as its longest video. Preflight uses it too. Asks the platform if the last answer is older than an hour.',
    headers: workspaceHeaders,
    pathParams: schemas.connectionPathSchema,
    responses: { 200: connectionCapabilitiesSchema, ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN', 'NOT_FOUND') },
    metadata: {
      operationId: 'getConnectionCapabilities',
      tag: 'Connections',
      scope: 'settings:read',
      workspace: true,
      responseExample: examples.capabilitiesExample,
    } satisfies Operation,
  },
  choices: {
    method: 'GET',
    path: '/connections/:id/choices/:name',
    summary: 'Get choices of a connection',
    description:
      'What an account can choose between and only its platform knows, such as its playlists on YouTube. `GET /platforms` says which lists a platform has; NOT_FOUND for one of another platform. Asks the platform if the last answer is older than five minutes. Where it cannot be asked, the last answer is returned with `error`; UNAVAILABLE or CONFLICT if there is none.',
    headers: workspaceHeaders,
    pathParams: choicesPathSchema,
    responses: {
      200: platformChoicesSchema,
      ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT', 'PLATFORM_NOT_CONFIGURED'),
    },
    metadata: {
      operationId: 'getConnectionChoices',
      tag: 'Connections',
      scope: 'settings:read',
      workspace: true,
      responseExample: examples.choicesExample,
    } satisfies Operation,
  },
  delete: {
    method: 'DELETE',
    path: '/connections/:id',
    summary: 'Delete a connection',
    description:
      "Revokes the platform's access and deletes the tokens. Scheduled posts that need the connection fail at their time. CONFLICT while a post is being published to it.",
    headers: workspaceHeaders,
    pathParams: schemas.connectionPathSchema,
    responses: { 200: deletedSchema, ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT') },
    metadata: {
      operationId: 'deleteConnection',
      tag: 'Connections',
      scope: 'settings:write',
      workspace: true,
      changes: 'connection',
      responseExample: deletedExample,
    } satisfies Operation,
  },
})
