import { initContract } from '@ts-rest/core'
import { workspaceHeaders, workspacePostHeaders, workspaceStreamHeaders } from '../common/headers.ts'
import type { Operation } from '../common/operation.ts'
import { errorResponses, IDEMPOTENCY_ERRORS, JSON_BODY_ERRORS } from '../errors/index.ts'
import * as examples from './examples.ts'
import * as schemas from './schemas.ts'

const c = initContract()

export const contentRoutes = c.router({
  generate: {
    method: 'POST',
    path: '/content/generate',
    summary: 'Generate content',
    description:
      'Starts writing captions from a text, images or a video, and answers at once. Poll `status_url` for the result. A generation that fails gives its credits back.',
    headers: workspacePostHeaders,
    body: schemas.generateContentRequestSchema,
    responses: {
      200: schemas.generateContentResponseSchema,
      ...errorResponses(...JSON_BODY_ERRORS, ...IDEMPOTENCY_ERRORS, 'INSUFFICIENT_CREDITS', 'FORBIDDEN'),
    },
    metadata: {
      operationId: 'generateContent',
      tag: 'Content',
      scope: 'content:generate',
      workspace: true,
      requestExamples: examples.generateContentRequestExamples,
      responseExample: examples.generateContentResponseExample,
    } satisfies Operation,
  },
  estimate: {
    method: 'POST',
    path: '/content/estimate',
    summary: 'Estimate credits',
    description: 'What a generation would cost: the same body as to start it, and nothing is started.',
    headers: workspacePostHeaders,
    body: schemas.generateContentRequestSchema,
    responses: {
      200: schemas.estimateSchema,
      ...errorResponses(...JSON_BODY_ERRORS, ...IDEMPOTENCY_ERRORS, 'FORBIDDEN'),
    },
    metadata: {
      operationId: 'estimateContent',
      tag: 'Content',
      scope: 'content:generate',
      workspace: true,
      rateLimitGroup: 'read',
      requestExamples: examples.generateContentRequestExamples,
      responseExample: examples.estimateExample,
    } satisfies Operation,
  },
  listGenerations: {
    method: 'GET',
    path: '/content/generations',
    summary: 'List generations',
    description: 'The generations of the workspace, newest first, without their captions.',
    headers: workspaceHeaders,
    query: schemas.listGenerationsQuerySchema,
    responses: {
      200: schemas.generationPageSchema,
      ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN'),
    },
    metadata: {
      operationId: 'listGenerations',
      tag: 'Content',
      scope: 'content:read',
      workspace: true,
      responseExample: examples.generationPageExample,
    } satisfies Operation,
  },
  getGeneration: {
    method: 'GET',
    path: '/content/generations/:id',
    summary: 'Get a generation',
    description: 'One generation, with its captions once it is `completed`, or its error once it is `failed`.',
    headers: workspaceHeaders,
    pathParams: schemas.generationPathSchema,
    responses: {
      200: schemas.generationSchema,
      ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN', 'NOT_FOUND'),
    },
    metadata: {
      operationId: 'getGeneration',
      tag: 'Content',
      scope: 'content:read',
      workspace: true,
      responseExample: examples.generationExample,
    } satisfies Operation,
  },
  streamEvents: {
    method: 'GET',
    path: '/content/generations/:id/events',
    summary: 'Watch a generation',
    description:
      'What happens to a generation, as it happens, as Server-Sent Events: `queued`, `researching`, `analyzing`, the `caption` of each platform as it is finished, and `completed` or `failed`, with which the stream ends. A connection that was lost is taken up with `Last-Event-ID`, on any server process, without a gap or a double. Without it the stream begins where the last writing of the captions began. A comment comes every 15 seconds when nothing else does. A key may have 20 streams open at once.',
    headers: workspaceStreamHeaders,
    pathParams: schemas.generationPathSchema,
    responses: {
      200: c.noBody(),
      ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN', 'NOT_FOUND'),
    },
    metadata: {
      operationId: 'streamGenerationEvents',
      tag: 'Content',
      scope: 'content:read',
      workspace: true,
      otherAnswers: {
        200: {
          description: 'Each event, as the `data` of a message whose `id` is its number and whose `event` is its name.',
          contentTypes: ['text/event-stream'],
          schema: schemas.generationEventSchema,
          example: examples.generationEventExample,
        },
      },
    } satisfies Operation,
  },
  regenerate: {
    method: 'POST',
    path: '/content/generations/:id/regenerate',
    summary: 'Regenerate captions',
    description:
      'Writes some captions of a completed generation anew. It is `processing` until they are there; if that fails, the captions stay as they were and the credits are given back. Costs what a text in the same research mode costs for that many platforms.',
    headers: workspacePostHeaders,
    pathParams: schemas.generationPathSchema,
    body: schemas.regenerateRequestSchema,
    responses: {
      200: schemas.generateContentResponseSchema,
      ...errorResponses(
        ...JSON_BODY_ERRORS,
        ...IDEMPOTENCY_ERRORS,
        'INSUFFICIENT_CREDITS',
        'FORBIDDEN',
        'NOT_FOUND',
        'CONFLICT',
      ),
    },
    metadata: {
      operationId: 'regenerateContent',
      tag: 'Content',
      scope: 'content:generate',
      workspace: true,
      requestExamples: examples.regenerateRequestExamples,
      responseExample: examples.generateContentResponseExample,
    } satisfies Operation,
  },
})
