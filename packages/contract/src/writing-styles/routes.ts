import { principalExample } from '../common/principal.ts'
import { initContract } from '@ts-rest/core'
import { deletedExample, deletedSchema } from '../common/deletion.ts'
import { workspaceHeaders, workspacePostHeaders } from '../common/headers.ts'
import type { Operation } from '../common/operation.ts'
import { errorResponses, IDEMPOTENCY_ERRORS, JSON_BODY_ERRORS } from '../errors/index.ts'
import * as schemas from './schemas.ts'

const c = initContract()

const example: schemas.WritingStyle = {
  writing_style_id: '0199a1b2-0000-7000-8000-000000000003',
  name: 'Our voice',
  instructions: 'Short sentences. Dry humour. Never say "excited".',
  examples: ['Dark mode is here. Your eyes may now rest.'],
  active: true,
  livemode: true,
  created_by: principalExample,
  created_at: '2026-11-22T18:53:52.000Z',
  updated_at: '2026-11-22T18:53:52.000Z',
}

const { name, instructions, examples } = example
const platform_examples: schemas.WritingStyle['platform_examples'] = [
  { platform: 'linkedin', text: 'Dark mode is here.\n\nIt took us a year. The hard part was grey.' },
]

export const writingStyleRoutes = c.router({
  list: {
    method: 'GET',
    path: '/writing-styles',
    summary: 'List writing styles',
    description: 'The writing styles of the workspace, newest first.',
    headers: workspaceHeaders,
    query: schemas.listWritingStylesQuerySchema,
    responses: { 200: schemas.writingStylePageSchema, ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN') },
    metadata: {
      operationId: 'listWritingStyles',
      tag: 'Writing styles',
      scope: 'settings:read',
      workspace: true,
      responseExample: { data: [example], next_cursor: null, has_more: false },
    } satisfies Operation,
  },
  create: {
    method: 'POST',
    path: '/writing-styles',
    summary: 'Create a writing style',
    description: 'Creates a writing style. `active: true` makes it the only active style of the workspace.',
    headers: workspacePostHeaders,
    body: schemas.createWritingStyleRequestSchema,
    responses: {
      200: schemas.writingStyleSchema,
      ...errorResponses(...JSON_BODY_ERRORS, ...IDEMPOTENCY_ERRORS, 'FORBIDDEN', 'CONFLICT'),
    },
    metadata: {
      operationId: 'createWritingStyle',
      tag: 'Writing styles',
      scope: 'settings:write',
      workspace: true,
      changes: 'writing_style',
      requestExamples: { style: { name, instructions, examples, platform_examples, active: true } },
      responseExample: example,
    } satisfies Operation,
  },
  fromPosts: {
    method: 'POST',
    path: '/writing-styles/from-posts',
    summary: 'Learn a writing style from posts',
    description:
      'Has the text model of the server describe the voice of posts, and creates a writing style of it, with the most typical as examples. What code can count (hashtags, emoji, exclamation marks) is counted. It is free, and counts as a request that generates. It needs a text model; with a sandbox key the style is what code can count.',
    headers: workspacePostHeaders,
    body: schemas.learnWritingStyleRequestSchema,
    responses: {
      200: schemas.learnedWritingStyleSchema,
      ...errorResponses(...JSON_BODY_ERRORS, ...IDEMPOTENCY_ERRORS, 'FORBIDDEN', 'CONFLICT', 'MODEL_NOT_CONFIGURED'),
    },
    metadata: {
      operationId: 'learnWritingStyle',
      tag: 'Writing styles',
      scope: 'settings:write',
      workspace: true,
      changes: 'writing_style',
      rateLimitGroup: 'generate',
      requestExamples: {
        texts: { texts: ['Dark mode is here. Your eyes may now rest.', 'It works. We checked.'], name: 'Dry' },
        connection: { connection_id: '0199a1b2-0000-7000-8000-000000000021', active: true },
      },
      responseExample: {
        ...example,
        platform_examples: [{ platform: 'x', text: 'It works. We checked.' }],
        model: 'openai:gpt-5-mini',
        posts_read: [
          {
            excerpt: 'It works. We checked.',
            platform: 'x',
            post_id: '0199a1b2-0000-7000-8000-000000000031',
            item_id: '0199a1b2-0000-7000-8000-000000000032',
          },
        ],
      } satisfies schemas.LearnedWritingStyle,
    } satisfies Operation,
  },
  get: {
    method: 'GET',
    path: '/writing-styles/:id',
    summary: 'Get a writing style',
    description: 'One writing style.',
    headers: workspaceHeaders,
    pathParams: schemas.writingStylePathSchema,
    responses: {
      200: schemas.writingStyleSchema,
      ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN', 'NOT_FOUND'),
    },
    metadata: {
      operationId: 'getWritingStyle',
      tag: 'Writing styles',
      scope: 'settings:read',
      workspace: true,
      responseExample: example,
    } satisfies Operation,
  },
  update: {
    method: 'PATCH',
    path: '/writing-styles/:id',
    summary: 'Update a writing style',
    description: 'Updates the given fields. Generations that were accepted earlier keep the style as it was.',
    headers: workspaceHeaders,
    pathParams: schemas.writingStylePathSchema,
    body: schemas.updateWritingStyleRequestSchema,
    responses: {
      200: schemas.writingStyleSchema,
      ...errorResponses(...JSON_BODY_ERRORS, 'FORBIDDEN', 'NOT_FOUND'),
    },
    metadata: {
      operationId: 'updateWritingStyle',
      tag: 'Writing styles',
      scope: 'settings:write',
      workspace: true,
      changes: 'writing_style',
      requestExamples: { activate: { active: true }, rename: { name } },
      responseExample: example,
    } satisfies Operation,
  },
  delete: {
    method: 'DELETE',
    path: '/writing-styles/:id',
    summary: 'Delete a writing style',
    description: 'Deletes a writing style. Generations that were accepted earlier keep it.',
    headers: workspaceHeaders,
    pathParams: schemas.writingStylePathSchema,
    responses: { 200: deletedSchema, ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN', 'NOT_FOUND') },
    metadata: {
      operationId: 'deleteWritingStyle',
      tag: 'Writing styles',
      scope: 'settings:write',
      workspace: true,
      changes: 'writing_style',
      responseExample: deletedExample,
    } satisfies Operation,
  },
})
