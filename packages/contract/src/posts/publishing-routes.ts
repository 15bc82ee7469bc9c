import { initContract } from '@ts-rest/core'
import { workspacePostHeaders } from '../common/headers.ts'
import type { Operation } from '../common/operation.ts'
import { errorResponses, IDEMPOTENCY_ERRORS, JSON_BODY_ERRORS } from '../errors/index.ts'
import * as examples from './examples.ts'
import { postItemPathSchema, postPathSchema, postSchema, publishPostResponseSchema } from './posts.ts'
import { retryPostItemRequestSchema, schedulePostRequestSchema } from './requests.ts'

const c = initContract()

const POST_ERRORS = [...JSON_BODY_ERRORS, ...IDEMPOTENCY_ERRORS, 'FORBIDDEN', 'NOT_FOUND'] as const
const NOT_READY = ['PLATFORM_NOT_CONNECTED', 'POST_NOT_PUBLISHABLE'] as const

export const publishingRoutes = c.router({
  publish: {
    method: 'POST',
    path: '/posts/:id/publish',
    summary: 'Publish a post',
    description:
      'Begins to post the items of a draft, each by itself: one that fails does not stop the others. Poll `status_url` for what became of them. What is not posted is given back at the end.',
    headers: workspacePostHeaders,
    pathParams: postPathSchema,
    body: c.noBody(),
    responses: {
      200: publishPostResponseSchema,
      ...errorResponses(...POST_ERRORS, 'INSUFFICIENT_CREDITS', 'ALREADY_PUBLISHED', ...NOT_READY),
    },
    metadata: {
      operationId: 'publishPost',
      tag: 'Posts',
      scope: 'posts:publish',
      workspace: true,
      responseExample: examples.publishPostResponseExample,
    } satisfies Operation,
  },
  schedule: {
    method: 'POST',
    path: '/posts/:id/schedule',
    summary: 'Schedule a post',
    description:
      'Publishes a draft at a time, or a scheduled post at another. Nothing is charged before. What keeps it from being published is refused now, and again then.',
    headers: workspacePostHeaders,
    pathParams: postPathSchema,
    body: schedulePostRequestSchema,
    responses: { 200: postSchema, ...errorResponses(...POST_ERRORS, 'ALREADY_PUBLISHED', ...NOT_READY) },
    metadata: {
      operationId: 'schedulePost',
      tag: 'Posts',
      scope: 'posts:publish',
      workspace: true,
      requestExamples: { evening: { scheduled_at: '2026-12-24T18:00:00Z' } },
      responseExample: examples.scheduledPostExample,
    } satisfies Operation,
  },
  cancel: {
    method: 'POST',
    path: '/posts/:id/cancel',
    summary: 'Cancel a scheduled post',
    description: 'Makes a scheduled post a draft again. CONFLICT for any other.',
    headers: workspacePostHeaders,
    pathParams: postPathSchema,
    body: c.noBody(),
    responses: { 200: postSchema, ...errorResponses(...POST_ERRORS, 'CONFLICT') },
    metadata: {
      operationId: 'cancelPost',
      tag: 'Posts',
      scope: 'posts:publish',
      workspace: true,
      responseExample: examples.draftExample,
    } satisfies Operation,
  },
  retryItem: {
    method: 'POST',
    path: '/posts/:id/items/:item_id/retry',
    summary: 'Retry a post item',
    description:
      'Tries an item that failed again, going on where it was left: what is posted is never posted twice. CONFLICT while its post is publishing, for an item that has not failed, and for an unknown outcome without `not_posted`.',
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
      requestExamples: { retry: {}, looked: { not_posted: true } },
      responseExample: examples.publishPostResponseExample,
    } satisfies Operation,
  },
})
