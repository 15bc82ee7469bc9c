import { initContract } from '@ts-rest/core'
import { workspacePostHeaders } from '../common/headers.ts'
import type { Operation } from '../common/operation.ts'
import { errorResponses, IDEMPOTENCY_ERRORS, JSON_BODY_ERRORS } from '../errors/index.ts'
import * as examples from './examples.ts'
import { postItemPathSchema, postPathSchema, postSchema, publishPostResponseSchema } from './posts.ts'
import { retryPostItemRequestSchema } from './requests.ts'
import { schedulePostRequestSchema } from './schedule.ts'

const c = initContract()

const POST_ERRORS = [...JSON_BODY_ERRORS, ...IDEMPOTENCY_ERRORS, 'FORBIDDEN', 'NOT_FOUND'] as const
const NOT_READY = ['PLATFORM_NOT_CONNECTED', 'POST_NOT_PUBLISHABLE', 'API_VERSION_ENDED'] as const

export const publishingRoutes = c.router({
  publish: {
    method: 'POST',
    path: '/posts/:id/publish',
    summary: 'Publish a post',
    description:
      'Publishes the items of a draft; one with a later `scheduled_at` of its own waits until then. Each item succeeds or fails by itself. Returns at once: poll `status_url` for the result. The credits of items that are not posted are refunded at the end.',
    headers: workspacePostHeaders,
    pathParams: postPathSchema,
    body: c.noBody(),
    responses: {
      200: publishPostResponseSchema,
      ...errorResponses(...POST_ERRORS, 'INSUFFICIENT_CREDITS', 'ALREADY_PUBLISHED', 'CONFLICT', ...NOT_READY),
    },
    metadata: {
      operationId: 'publishPost',
      tag: 'Posts',
      scope: 'posts:publish',
      workspace: true,
      changes: 'post',
      responseExample: examples.publishPostResponseExample,
    } satisfies Operation,
  },
  schedule: {
    method: 'POST',
    path: '/posts/:id/schedule',
    summary: 'Schedule a post',
    description:
      'Schedules a draft, or reschedules a scheduled post. Nothing is charged before that time. The post is checked now and again at that time. Each item goes to the connection that is chosen now; if that is gone at the time, the item fails. An item with a `scheduled_at` of its own is posted then: the post is `scheduled` again until the last one. With a `queue_id` it gets the first free slot of the queue; CONFLICT if all of the next 60 days are taken.',
    headers: workspacePostHeaders,
    pathParams: postPathSchema,
    body: schedulePostRequestSchema,
    responses: { 200: postSchema, ...errorResponses(...POST_ERRORS, 'ALREADY_PUBLISHED', 'CONFLICT', ...NOT_READY) },
    metadata: {
      operationId: 'schedulePost',
      tag: 'Posts',
      scope: 'posts:publish',
      workspace: true,
      changes: 'post',
      requestExamples: {
        evening: { scheduled_at: '2026-12-24T18:00:00Z' },
        local: { scheduled_local: '2026-12-24T18:00', timezone: 'Europe/Berlin' },
        queue: { queue_id: '0199a1b2-0000-7000-8000-000000000061' },
      },
      responseExample: examples.scheduledPostExample,
    } satisfies Operation,
  },
  cancel: {
    method: 'POST',
    path: '/posts/:id/cancel',
    summary: 'Cancel a scheduled post',
    description:
      'Turns a scheduled post back into a draft. If some of its items are posted already, the others fail and can be retried. CONFLICT for any other post.',
    headers: workspacePostHeaders,
    pathParams: postPathSchema,
    body: c.noBody(),
    responses: { 200: postSchema, ...errorResponses(...POST_ERRORS, 'CONFLICT') },
    metadata: {
      operationId: 'cancelPost',
      tag: 'Posts',
      scope: 'posts:publish',
      workspace: true,
      changes: 'post',
      responseExample: examples.draftExample,
    } satisfies Operation,
  },
  retryItem: {
    method: 'POST',
    path: '/posts/:id/items/:item_id/retry',
    summary: 'Retry a post item',
    description:
      'Retries a failed item from the step where it stopped, or on another account. It is never posted twice. CONFLICT while its post is publishing, for an item that has not failed, and for an unknown outcome without `not_posted`.',
    headers: workspacePostHeaders,
    pathParams: postItemPathSchema,
    body: retryPostItemRequestSchema,
    responses: {
      200: publishPostResponseSchema,
      ...errorResponses(...POST_ERRORS, 'INSUFFICIENT_CREDITS', 'CONFLICT', ...NOT_READY),
    },
    metadata: {
      operationId: 'retryPostItem',
      tag: 'Posts',
      scope: 'posts:publish',
      workspace: true,
      changes: 'post',
      requestExamples: {
        retry: {},
        looked: { not_posted: true },
        account: { connection_id: '0199a1b2-0000-7000-8000-000000000042' },
      },
      responseExample: examples.publishPostResponseExample,
    } satisfies Operation,
  },
})
