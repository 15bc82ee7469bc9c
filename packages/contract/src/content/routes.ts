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
      'Starts writing captions from a text, images or a video, and returns at once. Poll `status_url` for the result. The credits of a failed generation are refunded.',
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
      changes: 'generation',
      requestExamples: examples.generateContentRequestExamples,
      responseExample: examples.generateContentResponseExample,
    } satisfies Operation,
  },
  estimate: {
    method: 'POST',
    path: '/content/estimate',
    summary: 'Estimate credits',
    description: 'Returns what a generation would cost. Takes the same body as starting one, and starts nothing.',
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
    description: 'One generation, with its captions when it is `completed`, or its error when it is `failed`.',
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
      'Streams the progress of a generation as Server-Sent Events: `queued`, `researching`, `analyzing`, the `caption` of each platform when it is finished, and `completed` or `failed`, which ends the stream. A lost connection is resumed with `Last-Event-ID`, on any server process, without gaps or duplicates. Without it the stream begins at the start of the last run. Seven days after a run ended, only its last event is left. A comment is sent every 15 seconds when there is no event. A key may have 20 open streams.',
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
          description: 'The events. `data` is the event, `id` its number and `event` its name.',
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
      'Regenerates some captions of a completed generation. It is `processing` until they are finished; if that fails, the captions stay unchanged and the credits are refunded. Costs the same as a text prompt in the same research mode for that many platforms.',
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
      changes: 'generation',
      requestExamples: examples.regenerateRequestExamples,
      responseExample: examples.generateContentResponseExample,
    } satisfies Operation,
  },
})
