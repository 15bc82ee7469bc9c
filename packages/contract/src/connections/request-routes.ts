import { initContract } from '@ts-rest/core'
import { workspaceHeaders, workspacePostHeaders } from '../common/headers.ts'
import type { Operation } from '../common/operation.ts'
import { errorResponses, IDEMPOTENCY_ERRORS, JSON_BODY_ERRORS } from '../errors/index.ts'
import type { ConnectionRequest } from './requests.ts'
import * as schemas from './requests.ts'

const c = initContract()

const requestExample: ConnectionRequest = {
  request_id: '0199a1b2-0000-7000-8000-000000000051',
  platform: 'facebook',
  sandbox: false,
  status: 'choosing',
  reference: 'user-1842',
  choices: [
    { choice_id: '1', platform: 'facebook', kind: 'page', display_name: 'Bakery on Main Street' },
    { choice_id: '2', platform: 'facebook', kind: 'page', display_name: 'Café on Main Street' },
  ],
  expires_at: '2026-11-22T19:53:52.000Z',
  livemode: true,
}

const { choices: _, ...chosen } = requestExample

/** What became of the sign-ins that `POST /connections` began. */
export const requestRoutes = c.router({
  get: {
    method: 'GET',
    path: '/connections/requests/:id',
    summary: 'Get a connection request',
    description: 'What became of a sign-in that `POST /connections` began.',
    headers: workspaceHeaders,
    pathParams: schemas.connectionRequestPathSchema,
    responses: {
      200: schemas.connectionRequestSchema,
      ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN', 'NOT_FOUND'),
    },
    metadata: {
      operationId: 'getConnectionRequest',
      tag: 'Connections',
      scope: 'settings:read',
      workspace: true,
      responseExample: requestExample,
    } satisfies Operation,
  },
  choose: {
    method: 'POST',
    path: '/connections/requests/:id/choose',
    summary: 'Choose accounts',
    description: 'Connects the chosen accounts of a sign-in, all or none. CONFLICT unless the status is `choosing`.',
    headers: workspacePostHeaders,
    pathParams: schemas.connectionRequestPathSchema,
    body: schemas.chooseAccountsRequestSchema,
    responses: {
      200: schemas.connectionRequestSchema,
      ...errorResponses(...JSON_BODY_ERRORS, ...IDEMPOTENCY_ERRORS, 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT'),
    },
    metadata: {
      operationId: 'chooseAccounts',
      tag: 'Connections',
      scope: 'settings:write',
      workspace: true,
      changes: 'connection_request',
      requestExamples: { both: { choice_ids: ['1', '2'] } },
      responseExample: {
        ...chosen,
        status: 'connected',
        connection_ids: ['0199a1b2-0000-7000-8000-000000000041', '0199a1b2-0000-7000-8000-000000000042'],
      },
    } satisfies Operation,
  },
})
