import { initContract } from '@ts-rest/core'
import { deletedExample, deletedSchema } from '../common/deletion.ts'
import { idempotencyHeaders } from '../common/headers.ts'
import type { Operation } from '../common/operation.ts'
import { errorResponses, IDEMPOTENCY_ERRORS, JSON_BODY_ERRORS } from '../errors/index.ts'
import { workspaceExample } from './examples.ts'
import * as schemas from './schemas.ts'

const c = initContract()

const { name } = workspaceExample

export const workspaceRoutes = c.router({
  list: {
    method: 'GET',
    path: '/account/workspaces',
    summary: 'List workspaces',
    description: 'The workspaces of the account, newest first. A key limited to some workspaces sees only those.',
    query: schemas.listWorkspacesQuerySchema,
    responses: { 200: schemas.workspacePageSchema, ...errorResponses('VALIDATION_ERROR') },
    metadata: {
      operationId: 'listWorkspaces',
      tag: 'Account',
      scope: 'account:read',
      workspace: false,
      responseExample: { data: [workspaceExample], next_cursor: null, has_more: false },
    } satisfies Operation,
  },
  create: {
    method: 'POST',
    path: '/account/workspaces',
    summary: 'Create a workspace',
    description: 'Creates a workspace. A key limited to some workspaces cannot.',
    headers: idempotencyHeaders,
    body: schemas.createWorkspaceRequestSchema,
    responses: {
      200: schemas.workspaceSchema,
      ...errorResponses(...JSON_BODY_ERRORS, ...IDEMPOTENCY_ERRORS, 'FORBIDDEN', 'CONFLICT'),
    },
    metadata: {
      operationId: 'createWorkspace',
      tag: 'Account',
      scope: 'account:manage',
      workspace: false,
      changes: 'workspace',
      requestExamples: { workspace: { name } },
      responseExample: workspaceExample,
    } satisfies Operation,
  },
  update: {
    method: 'PATCH',
    path: '/account/workspaces/:id',
    summary: 'Update a workspace',
    description: 'Renames a workspace.',
    pathParams: schemas.workspacePathSchema,
    body: schemas.updateWorkspaceRequestSchema,
    responses: { 200: schemas.workspaceSchema, ...errorResponses(...JSON_BODY_ERRORS, 'NOT_FOUND') },
    metadata: {
      operationId: 'updateWorkspace',
      tag: 'Account',
      scope: 'account:manage',
      workspace: false,
      changes: 'workspace',
      requestExamples: { rename: { name } },
      responseExample: workspaceExample,
    } satisfies Operation,
  },
  delete: {
    method: 'DELETE',
    path: '/account/workspaces/:id',
    summary: 'Delete a workspace',
    description:
      "Deletes a workspace. Refused if it is not empty, unless `force=true`: then everything in it is deleted permanently, and what is still running is ended and refunded, but for a video that a vendor was asked for: the vendor is paid. The account's last workspace cannot be deleted, and a sandbox key deletes nothing that a live key created.",
    pathParams: schemas.workspacePathSchema,
    query: schemas.deleteWorkspaceQuerySchema,
    responses: { 200: deletedSchema, ...errorResponses('VALIDATION_ERROR', 'NOT_FOUND', 'CONFLICT') },
    metadata: {
      operationId: 'deleteWorkspace',
      tag: 'Account',
      scope: 'account:manage',
      workspace: false,
      changes: 'workspace',
      responseExample: deletedExample,
    } satisfies Operation,
  },
})
