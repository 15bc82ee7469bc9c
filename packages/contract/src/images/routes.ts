import { initContract } from '@ts-rest/core'
import { workspaceHeaders, workspacePostHeaders, workspaceStreamHeaders } from '../common/headers.ts'
import type { Operation } from '../common/operation.ts'
import { errorResponses, IDEMPOTENCY_ERRORS, JSON_BODY_ERRORS } from '../errors/index.ts'
import * as examples from './examples.ts'
import * as schemas from './schemas.ts'

const c = initContract()

export const imageRoutes = c.router({
  generate: {
    method: 'POST',
    path: '/images/generate',
    summary: 'Generate images',
    description:
      'Starts generating 1-4 images from a prompt, in the style of reference images, or for the caption of a generation, and returns at once. Poll `status_url` for the result. The credits of failed images are refunded.',
    headers: workspacePostHeaders,
    body: schemas.generateImagesRequestSchema,
    responses: {
      200: schemas.generateImagesResponseSchema,
      ...errorResponses(...JSON_BODY_ERRORS, ...IDEMPOTENCY_ERRORS, 'INSUFFICIENT_CREDITS', 'FORBIDDEN'),
    },
    metadata: {
      operationId: 'generateImages',
      tag: 'Images',
      scope: 'images:generate',
      workspace: true,
      changes: 'image_generation',
      requestExamples: examples.generateImagesRequestExamples,
      responseExample: examples.generateImagesResponseExample,
    } satisfies Operation,
  },
  listGenerations: {
    method: 'GET',
    path: '/images/generations',
    summary: 'List image generations',
    description: 'The image generations of the workspace, newest first, without their images.',
    headers: workspaceHeaders,
    query: schemas.listImageGenerationsQuerySchema,
    responses: {
      200: schemas.imageGenerationPageSchema,
      ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN'),
    },
    metadata: {
      operationId: 'listImageGenerations',
      tag: 'Images',
      scope: 'images:read',
      workspace: true,
      responseExample: examples.imageGenerationPageExample,
    } satisfies Operation,
  },
  getGeneration: {
    method: 'GET',
    path: '/images/generations/:id',
    summary: 'Get an image generation',
    description: 'One image generation, with its images. Every request returns fresh links.',
    headers: workspaceHeaders,
    pathParams: schemas.imageGenerationPathSchema,
    responses: {
      200: schemas.imageGenerationSchema,
      ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN', 'NOT_FOUND'),
    },
    metadata: {
      operationId: 'getImageGeneration',
      tag: 'Images',
      scope: 'images:read',
      workspace: true,
      responseExample: examples.imageGenerationExample,
    } satisfies Operation,
  },
  streamEvents: {
    method: 'GET',
    path: '/images/generations/:id/events',
    summary: 'Watch an image generation',
    description:
      'Streams the progress of an image generation as Server-Sent Events: `queued`, `drawing`, each `image` when it is finished, and `completed` or `failed`, which ends the stream. A lost connection is resumed with `Last-Event-ID`, on any server process, without gaps or duplicates. Without it the stream begins at the start of the last run. Seven days after a run ended, only its last event is left. A comment is sent every 15 seconds when there is no event. A key may have 20 open streams.',
    headers: workspaceStreamHeaders,
    pathParams: schemas.imageGenerationPathSchema,
    responses: {
      200: c.noBody(),
      ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN', 'NOT_FOUND'),
    },
    metadata: {
      operationId: 'streamImageGenerationEvents',
      tag: 'Images',
      scope: 'images:read',
      workspace: true,
      otherAnswers: {
        200: {
          description: 'The events. `data` is the event, `id` its number and `event` its name.',
          contentTypes: ['text/event-stream'],
          schema: schemas.imageGenerationEventSchema,
          example: examples.imageGenerationEventExample,
        },
      },
    } satisfies Operation,
  },
  regenerate: {
    method: 'POST',
    path: '/images/generations/:id/regenerate',
    summary: 'Regenerate images',
    description:
      'Regenerates some images of a completed image generation. It is `processing` until they are finished; then they replace the old ones, whose files stay in the workspace. An image that fails stays unchanged and its credits are refunded. Costs the price of the model for each image.',
    headers: workspacePostHeaders,
    pathParams: schemas.imageGenerationPathSchema,
    body: schemas.regenerateImagesRequestSchema,
    responses: {
      200: schemas.generateImagesResponseSchema,
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
      operationId: 'regenerateImages',
      tag: 'Images',
      scope: 'images:generate',
      workspace: true,
      changes: 'image_generation',
      requestExamples: examples.regenerateImagesRequestExamples,
      responseExample: examples.generateImagesResponseExample,
    } satisfies Operation,
  },
})
