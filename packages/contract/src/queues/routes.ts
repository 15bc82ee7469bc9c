import { initContract } from '@ts-rest/core'
import { deletedExample, deletedSchema } from '../common/deletion.ts'
import { workspaceHeaders, workspacePostHeaders } from '../common/headers.ts'
import type { Operation } from '../common/operation.ts'
import { principalExample } from '../common/principal.ts'
import { errorResponses, IDEMPOTENCY_ERRORS, JSON_BODY_ERRORS } from '../errors/index.ts'
import * as schemas from './schemas.ts'
import type { QueuePreview } from './slots.ts'
import { getQueueSlotsQuerySchema, queuePreviewSchema } from './slots.ts'

const c = initContract()

const slots = { monday: ['09:00', '17:30'], wednesday: ['09:00'], friday: ['12:15'] }

const example: schemas.Queue = {
  queue_id: '0199a1b2-0000-7000-8000-000000000061',
  name: 'Weekday mornings',
  timezone: 'Europe/Berlin',
  slots,
  livemode: true,
  created_by: principalExample,
  created_at: '2026-11-22T18:53:52.000Z',
  updated_at: '2026-11-22T18:53:52.000Z',
}

const previewExample: QueuePreview = {
  queue_id: example.queue_id,
  timezone: 'Europe/Berlin',
  slots: [
    {
      time: '2026-11-23T08:00:00.000Z',
      local: '2026-11-23T09:00',
      status: 'taken',
      post_id: '0199a1b2-0000-7000-8000-000000000031',
    },
    { time: '2026-11-23T16:30:00.000Z', local: '2026-11-23T17:30', status: 'free' },
  ],
}

export const queueRoutes = c.router({
  list: {
    method: 'GET',
    path: '/queues',
    summary: 'List queues',
    description: 'The queues of the workspace, newest first.',
    headers: workspaceHeaders,
    query: schemas.listQueuesQuerySchema,
    responses: { 200: schemas.queuePageSchema, ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN') },
    metadata: {
      operationId: 'listQueues',
      tag: 'Queues',
      scope: 'posts:read',
      workspace: true,
      responseExample: { data: [example], next_cursor: null, has_more: false },
    } satisfies Operation,
  },
  create: {
    method: 'POST',
    path: '/queues',
    summary: 'Create a queue',
    description:
      'Creates a queue: times of the week at which posts are published. `POST /posts/{id}/schedule` with its `queue_id` gives a post the next free one.',
    headers: workspacePostHeaders,
    body: schemas.createQueueRequestSchema,
    responses: {
      200: schemas.queueSchema,
      ...errorResponses(...JSON_BODY_ERRORS, ...IDEMPOTENCY_ERRORS, 'FORBIDDEN', 'CONFLICT'),
    },
    metadata: {
      operationId: 'createQueue',
      tag: 'Queues',
      scope: 'settings:write',
      workspace: true,
      changes: 'queue',
      requestExamples: { queue: { name: example.name, timezone: example.timezone, slots } },
      responseExample: example,
    } satisfies Operation,
  },
  get: {
    method: 'GET',
    path: '/queues/:id',
    summary: 'Get a queue',
    description: 'One queue. `GET /queues/{id}/slots` shows its next slots, and which posts have them.',
    headers: workspaceHeaders,
    pathParams: schemas.queuePathSchema,
    responses: { 200: schemas.queueSchema, ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN', 'NOT_FOUND') },
    metadata: {
      operationId: 'getQueue',
      tag: 'Queues',
      scope: 'posts:read',
      workspace: true,
      responseExample: example,
    } satisfies Operation,
  },
  update: {
    method: 'PATCH',
    path: '/queues/:id',
    summary: 'Update a queue',
    description:
      'Updates the given fields. Posts that are in the queue keep the times that they have, also those that are no slots any more: `warnings` say how many these are.',
    headers: workspaceHeaders,
    pathParams: schemas.queuePathSchema,
    body: schemas.updateQueueRequestSchema,
    responses: { 200: schemas.queueSchema, ...errorResponses(...JSON_BODY_ERRORS, 'FORBIDDEN', 'NOT_FOUND') },
    metadata: {
      operationId: 'updateQueue',
      tag: 'Queues',
      scope: 'settings:write',
      workspace: true,
      changes: 'queue',
      requestExamples: { slots: { slots: { saturday: ['10:00'] } }, rename: { name: 'Weekends' } },
      responseExample: example,
    } satisfies Operation,
  },
  delete: {
    method: 'DELETE',
    path: '/queues/:id',
    summary: 'Delete a queue',
    description: 'Deletes a queue. Posts that are in it stay scheduled for the times that they have.',
    headers: workspaceHeaders,
    pathParams: schemas.queuePathSchema,
    responses: { 200: deletedSchema, ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN', 'NOT_FOUND') },
    metadata: {
      operationId: 'deleteQueue',
      tag: 'Queues',
      scope: 'settings:write',
      workspace: true,
      changes: 'queue',
      responseExample: deletedExample,
    } satisfies Operation,
  },
  slots: {
    method: 'GET',
    path: '/queues/:id/slots',
    summary: 'Preview a queue',
    description:
      'The next slots of a queue in the next 60 days, free and taken, and the posts that have them. Where the clocks are put forward over a slot, it is as much later; where they are put back and show it twice, it is the first.',
    headers: workspaceHeaders,
    pathParams: schemas.queuePathSchema,
    query: getQueueSlotsQuerySchema,
    responses: { 200: queuePreviewSchema, ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN', 'NOT_FOUND') },
    metadata: {
      operationId: 'getQueueSlots',
      tag: 'Queues',
      scope: 'posts:read',
      workspace: true,
      responseExample: previewExample,
    } satisfies Operation,
  },
})
