import { initContract } from '@ts-rest/core'
import { deletedExample, deletedSchema } from '../common/deletion.ts'
import { workspaceHeaders, workspacePostHeaders } from '../common/headers.ts'
import type { Operation } from '../common/operation.ts'
import { errorResponses, IDEMPOTENCY_ERRORS, JSON_BODY_ERRORS, publicErrorResponses } from '../errors/index.ts'
import { importMediaRequestExamples, mediaExample, uploadMediaRequestExamples } from './examples.ts'
import { fileAnswers } from './file-answers.ts'
import * as schemas from './schemas.ts'
import type { MediaType } from './schemas.ts'

const c = initContract()

export const mediaRoutes = c.router({
  upload: {
    method: 'POST',
    path: '/media/upload',
    summary: 'Upload media',
    description:
      'Uploads one image, video or document (PDF) as `multipart/form-data`, streamed. An incomplete file, or one in an unsupported format, is refused and not stored. A HEIC is stored as a JPEG.',
    headers: workspacePostHeaders,
    contentType: 'multipart/form-data',
    // The body is a stream that the server reads itself; its schema is in the metadata, for the document.
    body: c.type<{ file: unknown; type: MediaType }>(),
    responses: {
      200: schemas.mediaSchema,
      ...errorResponses(
        'VALIDATION_ERROR',
        'FORBIDDEN',
        'FILE_TOO_LARGE',
        'STORAGE_QUOTA_EXCEEDED',
        'UNSUPPORTED_MEDIA_TYPE',
        ...IDEMPOTENCY_ERRORS,
      ),
    },
    metadata: {
      operationId: 'uploadMedia',
      tag: 'Media',
      scope: 'media:write',
      workspace: true,
      changes: 'media',
      multipartSchema: schemas.uploadMediaRequestSchema,
      requestExamples: uploadMediaRequestExamples,
      responseExample: mediaExample,
    } satisfies Operation,
  },
  import: {
    method: 'POST',
    path: '/media/from-url',
    summary: 'Import media',
    description:
      'Downloads one image, video or document from a URL and stores it, like an upload. Redirects are followed, to public addresses only. The response is sent when the file is stored, which can take up to ten minutes.',
    headers: workspacePostHeaders,
    body: schemas.importMediaRequestSchema,
    responses: {
      200: schemas.mediaSchema,
      ...errorResponses(
        ...JSON_BODY_ERRORS,
        'FORBIDDEN',
        'FILE_TOO_LARGE',
        'STORAGE_QUOTA_EXCEEDED',
        ...IDEMPOTENCY_ERRORS,
      ),
    },
    metadata: {
      operationId: 'importMedia',
      tag: 'Media',
      scope: 'media:write',
      workspace: true,
      changes: 'media',
      requestExamples: importMediaRequestExamples,
      responseExample: mediaExample,
    } satisfies Operation,
  },
  list: {
    method: 'GET',
    path: '/media',
    summary: 'List media',
    description: 'The media of the workspace, newest first.',
    headers: workspaceHeaders,
    query: schemas.listMediaQuerySchema,
    responses: { 200: schemas.mediaPageSchema, ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN') },
    metadata: {
      operationId: 'listMedia',
      tag: 'Media',
      scope: 'media:read',
      workspace: true,
      responseExample: { data: [mediaExample], next_cursor: null, has_more: false },
    } satisfies Operation,
  },
  get: {
    method: 'GET',
    path: '/media/:id',
    summary: 'Get media',
    description: 'One image, video or document, with fresh links to its file.',
    headers: workspaceHeaders,
    pathParams: schemas.mediaPathSchema,
    responses: { 200: schemas.mediaSchema, ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN', 'NOT_FOUND') },
    metadata: {
      operationId: 'getMedia',
      tag: 'Media',
      scope: 'media:read',
      workspace: true,
      responseExample: mediaExample,
    } satisfies Operation,
  },
  delete: {
    method: 'DELETE',
    path: '/media/:id',
    summary: 'Delete media',
    description:
      'Deletes an image, video or document permanently, and frees its storage. Refused while something unfinished uses it: a running generation, or a post that is not published. Captions written about it are kept.',
    headers: workspaceHeaders,
    pathParams: schemas.mediaPathSchema,
    responses: {
      200: deletedSchema,
      ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT'),
    },
    metadata: {
      operationId: 'deleteMedia',
      tag: 'Media',
      scope: 'media:write',
      workspace: true,
      changes: 'media',
      responseExample: deletedExample,
    } satisfies Operation,
  },
  download: {
    method: 'GET',
    path: '/media/:id/content',
    summary: 'Download media',
    description:
      'The file itself, by the `url` of a media file. Supports one byte range and conditional requests. A link that was altered or has expired, or whose file was deleted, returns the same 404.',
    pathParams: schemas.mediaPathSchema,
    query: schemas.mediaLinkQuerySchema,
    responses: {
      200: c.noBody(),
      206: c.noBody(),
      304: c.noBody(),
      412: c.noBody(),
      416: c.noBody(),
      ...publicErrorResponses('VALIDATION_ERROR', 'NOT_FOUND'),
    },
    metadata: {
      operationId: 'downloadMedia',
      tag: 'Media',
      scope: null,
      workspace: false,
      otherAnswers: fileAnswers(schemas.MIME_TYPES),
    } satisfies Operation,
  },
  downloadThumbnail: {
    method: 'GET',
    path: '/media/:id/thumbnail',
    summary: 'Download a thumbnail',
    description:
      'A small version of an image, or a frame of a video, by the `thumbnail_url` of a media file. If none can be made, it is a placeholder that shows the kind of file.',
    pathParams: schemas.mediaPathSchema,
    query: schemas.mediaLinkQuerySchema,
    responses: {
      200: c.noBody(),
      206: c.noBody(),
      304: c.noBody(),
      412: c.noBody(),
      416: c.noBody(),
      ...publicErrorResponses('VALIDATION_ERROR', 'NOT_FOUND'),
    },
    metadata: {
      operationId: 'downloadThumbnail',
      tag: 'Media',
      scope: null,
      workspace: false,
      otherAnswers: fileAnswers(['image/jpeg']),
    } satisfies Operation,
  },
})
