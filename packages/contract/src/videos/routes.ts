import { initContract } from '@ts-rest/core'
import { workspaceHeaders, workspacePostHeaders, workspaceStreamHeaders } from '../common/headers.ts'
import type { Operation } from '../common/operation.ts'
import { errorResponses, IDEMPOTENCY_ERRORS, JSON_BODY_ERRORS } from '../errors/index.ts'
import * as examples from './examples.ts'
import * as schemas from './schemas.ts'

const c = initContract()

export const videoRoutes = c.router({
  generate: {
    method: 'POST',
    path: '/videos/generate',
    summary: 'Generate a video',
    description:
      'Starts generating a video from a prompt, or from a prompt and an image, and returns at once. Poll `status_url` for the result. Refused without room for a video of 500 MiB. The credits of a video that fails are refunded, unless a vendor is paid and the account has no room left for its file.',
    headers: workspacePostHeaders,
    body: schemas.generateVideoRequestSchema,
    responses: {
      200: schemas.generateVideoResponseSchema,
      ...errorResponses(
        ...JSON_BODY_ERRORS,
        ...IDEMPOTENCY_ERRORS,
        'INSUFFICIENT_CREDITS',
        'FORBIDDEN',
        'STORAGE_QUOTA_EXCEEDED',
      ),
    },
    metadata: {
      operationId: 'generateVideo',
      tag: 'Videos',
      scope: 'videos:generate',
      workspace: true,
      changes: 'video_generation',
      requestExamples: examples.generateVideoRequestExamples,
      responseExample: examples.generateVideoResponseExample,
    } satisfies Operation,
  },
  estimate: {
    method: 'POST',
    path: '/videos/estimate',
    summary: 'Estimate the credits of a video',
    description: 'Returns what a video would cost. Takes the same body as generating it, and starts nothing.',
    headers: workspacePostHeaders,
    body: schemas.generateVideoRequestSchema,
    responses: {
      200: schemas.videoEstimateSchema,
      ...errorResponses(...JSON_BODY_ERRORS, ...IDEMPOTENCY_ERRORS, 'FORBIDDEN', 'STORAGE_QUOTA_EXCEEDED'),
    },
    metadata: {
      operationId: 'estimateVideo',
      tag: 'Videos',
      scope: 'videos:generate',
      workspace: true,
      rateLimitGroup: 'read',
      requestExamples: examples.generateVideoRequestExamples,
      responseExample: examples.videoEstimateExample,
    } satisfies Operation,
  },
  listGenerations: {
    method: 'GET',
    path: '/videos/generations',
    summary: 'List video generations',
    description: 'The video generations of the workspace, newest first, without their videos.',
    headers: workspaceHeaders,
    query: schemas.listVideoGenerationsQuerySchema,
    responses: {
      200: schemas.videoGenerationPageSchema,
      ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN'),
    },
    metadata: {
      operationId: 'listVideoGenerations',
      tag: 'Videos',
      scope: 'videos:read',
      workspace: true,
      responseExample: examples.videoGenerationPageExample,
    } satisfies Operation,
  },
  getGeneration: {
    method: 'GET',
    path: '/videos/generations/:id',
    summary: 'Get a video generation',
    description:
      'One video generation, with its video when it is `completed`, or its error when it is `failed`. Every request returns fresh links.',
    headers: workspaceHeaders,
    pathParams: schemas.videoGenerationPathSchema,
    responses: {
      200: schemas.videoGenerationSchema,
      ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN', 'NOT_FOUND'),
    },
    metadata: {
      operationId: 'getVideoGeneration',
      tag: 'Videos',
      scope: 'videos:read',
      workspace: true,
      responseExample: examples.videoGenerationExample,
    } satisfies Operation,
  },
  streamEvents: {
    method: 'GET',
    path: '/videos/generations/:id/events',
    summary: 'Watch a video generation',
    description:
      'Streams the progress of a video generation as Server-Sent Events: `queued`, `generating`, `submitted` when a vendor has accepted it, and `completed` or `failed`, which ends the stream. A lost connection is resumed with `Last-Event-ID`, on any server process, without gaps or duplicates. Without it the stream begins at the start of the last run. A comment is sent every 15 seconds when there is no event. A key may have 20 open streams.',
    headers: workspaceStreamHeaders,
    pathParams: schemas.videoGenerationPathSchema,
    responses: {
      200: c.noBody(),
      ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN', 'NOT_FOUND'),
    },
    metadata: {
      operationId: 'streamVideoGenerationEvents',
      tag: 'Videos',
      scope: 'videos:read',
      workspace: true,
      otherAnswers: {
        200: {
          description: 'The events. `data` is the event, `id` its number and `event` its name.',
          contentTypes: ['text/event-stream'],
          schema: schemas.videoGenerationEventSchema,
          example: examples.videoGenerationEventExample,
        },
      },
    } satisfies Operation,
  },
  regenerate: {
    method: 'POST',
    path: '/videos/generations/:id/regenerate',
    summary: 'Regenerate a video',
    description:
      'Regenerates the video of a completed video generation. It is `processing` until the new one is finished, which then replaces the old one, whose file stays in the workspace. When it fails, the old video is unchanged and the credits are refunded as those of the first would be. Costs the same, and needs the same room.',
    headers: workspacePostHeaders,
    pathParams: schemas.videoGenerationPathSchema,
    body: schemas.regenerateVideoRequestSchema,
    responses: {
      200: schemas.generateVideoResponseSchema,
      ...errorResponses(
        ...JSON_BODY_ERRORS,
        ...IDEMPOTENCY_ERRORS,
        'INSUFFICIENT_CREDITS',
        'FORBIDDEN',
        'NOT_FOUND',
        'CONFLICT',
        'STORAGE_QUOTA_EXCEEDED',
      ),
    },
    metadata: {
      operationId: 'regenerateVideo',
      tag: 'Videos',
      scope: 'videos:generate',
      workspace: true,
      changes: 'video_generation',
      requestExamples: examples.regenerateVideoRequestExamples,
      responseExample: examples.generateVideoResponseExample,
    } satisfies Operation,
  },
})
