import { initContract } from '@ts-rest/core'
import { z } from 'zod'
import { deletedExample, deletedSchema } from '../common/deletion.ts'
import { workspaceHeaders, workspacePostHeaders } from '../common/headers.ts'
import type { Operation } from '../common/operation.ts'
import { errorResponses, IDEMPOTENCY_ERRORS, JSON_BODY_ERRORS, publicErrorResponses } from '../errors/index.ts'
import type { Connection } from './schemas.ts'
import * as schemas from './schemas.ts'

const c = initContract()

const connectionExample: Connection = {
  connection_id: '0199a1b2-0000-7000-8000-000000000041',
  platform: 'x',
  sandbox: true,
  display_name: 'X sandbox',
  platform_account_id: null,
  status: 'active',
  expires_at: null,
  livemode: true,
  created_at: '2026-11-22T18:53:52.000Z',
}

const page = z.string().meta({ description: 'A page for a person.' })

export const connectionRoutes = c.router({
  list: {
    method: 'GET',
    path: '/connections',
    summary: 'List connections',
    description: 'The accounts that posts of the workspace can go to, newest first.',
    headers: workspaceHeaders,
    query: schemas.listConnectionsQuerySchema,
    responses: { 200: schemas.connectionPageSchema, ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN') },
    metadata: {
      operationId: 'listConnections',
      tag: 'Connections',
      scope: 'settings:read',
      workspace: true,
      responseExample: { data: [connectionExample], next_cursor: null, has_more: false },
    } satisfies Operation,
  },
  create: {
    method: 'POST',
    path: '/connections',
    summary: 'Create a connection',
    description:
      'Connects a platform: with `sandbox` at once, else by a person who opens `authorize_url`. Connecting the same account again renews its connection.',
    headers: workspacePostHeaders,
    body: schemas.createConnectionRequestSchema,
    responses: {
      200: schemas.createConnectionResponseSchema,
      ...errorResponses(...JSON_BODY_ERRORS, ...IDEMPOTENCY_ERRORS, 'FORBIDDEN', 'CONFLICT', 'PLATFORM_NOT_CONFIGURED'),
    },
    metadata: {
      operationId: 'createConnection',
      tag: 'Connections',
      scope: 'settings:write',
      workspace: true,
      requestExamples: { sandbox: { platform: 'x', sandbox: true }, account: { platform: 'x' } },
      responseExample: connectionExample,
    } satisfies Operation,
  },
  // Before `/connections/:id`: the first that fits answers.
  complete: {
    method: 'GET',
    path: '/connections/callback',
    summary: 'Complete a connection',
    description:
      'Where a platform sends a person back to who opened `authorize_url`. A page tells them what became of it; the connection is in the list.',
    query: schemas.completeConnectionQuerySchema,
    responses: { 200: c.noBody(), 410: c.noBody(), ...publicErrorResponses('VALIDATION_ERROR') },
    metadata: {
      operationId: 'completeConnection',
      tag: 'Connections',
      scope: null,
      workspace: false,
      otherAnswers: {
        200: { description: 'It is connected.', contentTypes: ['text/html'], schema: page },
        410: { description: 'It is not, and the page says why.', contentTypes: ['text/html'], schema: page },
      },
    } satisfies Operation,
  },
  get: {
    method: 'GET',
    path: '/connections/:id',
    summary: 'Get a connection',
    description: 'One connection, without its tokens: they are shown to nobody.',
    headers: workspaceHeaders,
    pathParams: schemas.connectionPathSchema,
    responses: { 200: schemas.connectionSchema, ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN', 'NOT_FOUND') },
    metadata: {
      operationId: 'getConnection',
      tag: 'Connections',
      scope: 'settings:read',
      workspace: true,
      responseExample: connectionExample,
    } satisfies Operation,
  },
  delete: {
    method: 'DELETE',
    path: '/connections/:id',
    summary: 'Delete a connection',
    description:
      'Gives the access up and forgets its tokens. Scheduled posts that need it fail at their time; CONFLICT while one is being published to it.',
    headers: workspaceHeaders,
    pathParams: schemas.connectionPathSchema,
    responses: { 200: deletedSchema, ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT') },
    metadata: {
      operationId: 'deleteConnection',
      tag: 'Connections',
      scope: 'settings:write',
      workspace: true,
      responseExample: deletedExample,
    } satisfies Operation,
  },
})
