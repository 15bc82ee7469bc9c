import { initContract } from '@ts-rest/core'
import { deletedExample, deletedSchema } from '../common/deletion.ts'
import { workspaceHeaders, workspacePostHeaders } from '../common/headers.ts'
import type { Operation } from '../common/operation.ts'
import { errorResponses, IDEMPOTENCY_ERRORS, JSON_BODY_ERRORS } from '../errors/index.ts'
import * as examples from './examples.ts'
import { listPostsQuerySchema, postPageSchema, postPathSchema, postSchema } from './posts.ts'
import { preflightSchema } from './preflight.ts'
import { createPostRequestSchema, preflightPostRequestSchema, updatePostRequestSchema } from './requests.ts'

const c = initContract()

export const draftRoutes = c.router({
  create: {
    method: 'POST',
    path: '/posts',
    summary: 'Create a post',
    description:
      "Creates a draft, from a generation's captions or from your own texts. A draft may break a platform's rules: preflight and publishing check them.",
    headers: workspacePostHeaders,
    body: createPostRequestSchema,
    responses: {
      200: postSchema,
      ...errorResponses(...JSON_BODY_ERRORS, ...IDEMPOTENCY_ERRORS, 'FORBIDDEN', 'CONFLICT', 'STORAGE_QUOTA_EXCEEDED'),
    },
    metadata: {
      operationId: 'createPost',
      tag: 'Posts',
      scope: 'posts:write',
      workspace: true,
      changes: 'post',
      requestExamples: examples.createPostRequestExamples,
      responseExample: examples.draftExample,
    } satisfies Operation,
  },
  list: {
    method: 'GET',
    path: '/posts',
    summary: 'List posts',
    description:
      'The posts of the workspace, newest first. A page of long texts may hold fewer than `limit`: `has_more` tells whether there is another page.',
    headers: workspaceHeaders,
    query: listPostsQuerySchema,
    responses: { 200: postPageSchema, ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN') },
    metadata: {
      operationId: 'listPosts',
      tag: 'Posts',
      scope: 'posts:read',
      workspace: true,
      responseExample: { data: [examples.publishedPostExample], next_cursor: null, has_more: false },
    } satisfies Operation,
  },
  get: {
    method: 'GET',
    path: '/posts/:id',
    summary: 'Get a post',
    description: 'One post, with the status of each item.',
    headers: workspaceHeaders,
    pathParams: postPathSchema,
    responses: { 200: postSchema, ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN', 'NOT_FOUND') },
    metadata: {
      operationId: 'getPost',
      tag: 'Posts',
      scope: 'posts:read',
      workspace: true,
      responseExample: examples.publishedPostExample,
    } satisfies Operation,
  },
  update: {
    method: 'PATCH',
    path: '/posts/:id',
    summary: 'Update a post',
    description:
      'Replaces all items of a draft; they get new ids. Missing texts are filled from its generation, if it was created from one. CONFLICT once it is scheduled or published: cancel it first.',
    headers: workspaceHeaders,
    pathParams: postPathSchema,
    body: updatePostRequestSchema,
    responses: {
      200: postSchema,
      ...errorResponses(...JSON_BODY_ERRORS, 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT', 'STORAGE_QUOTA_EXCEEDED'),
    },
    metadata: {
      operationId: 'updatePost',
      tag: 'Posts',
      scope: 'posts:write',
      workspace: true,
      changes: 'post',
      requestExamples: { text: examples.createPostRequestExamples.text },
      responseExample: examples.draftExample,
    } satisfies Operation,
  },
  delete: {
    method: 'DELETE',
    path: '/posts/:id',
    summary: 'Delete a post',
    description: 'Deletes a draft. CONFLICT for any other post: published posts are kept.',
    headers: workspaceHeaders,
    pathParams: postPathSchema,
    responses: { 200: deletedSchema, ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT') },
    metadata: {
      operationId: 'deletePost',
      tag: 'Posts',
      scope: 'posts:write',
      workspace: true,
      changes: 'post',
      responseExample: deletedExample,
    } satisfies Operation,
  },
  preflight: {
    method: 'POST',
    path: '/posts/preflight',
    summary: 'Preflight a post',
    description:
      'Lists every platform rule that a draft breaks, or that the given items would break. Publishes nothing.',
    headers: workspacePostHeaders,
    body: preflightPostRequestSchema,
    responses: { 200: preflightSchema, ...errorResponses(...JSON_BODY_ERRORS, ...IDEMPOTENCY_ERRORS, 'FORBIDDEN') },
    metadata: {
      operationId: 'preflightPost',
      tag: 'Posts',
      scope: 'posts:write',
      workspace: true,
      rateLimitGroup: 'read',
      requestExamples: { draft: { post_id: examples.draftExample.post_id }, ...examples.createPostRequestExamples },
      responseExample: examples.preflightExample,
    } satisfies Operation,
  },
})
