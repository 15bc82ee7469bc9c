import { initContract } from '@ts-rest/core'
import type { z } from 'zod'
import { workspacePostHeaders } from '../common/headers.ts'
import type { Operation } from '../common/operation.ts'
import { errorResponses, IDEMPOTENCY_ERRORS } from '../errors/index.ts'
import type { Media, MediaType } from './schemas.ts'
import { mediaSchema, uploadMediaRequestSchema } from './schemas.ts'

const c = initContract()

const mediaExample: Media = {
  media_id: '0199a1b2-0000-7000-8000-000000000001',
  type: 'image',
  file_name: 'launch.jpg',
  file_size: 248_113,
  mime_type: 'image/jpeg',
  width: 1080,
  height: 1350,
  created_at: '2026-11-22T18:53:52.000Z',
}

const uploadMediaRequestExamples = {
  image: { file: new File([], 'launch.jpg'), type: 'image' },
} satisfies Record<string, z.input<typeof uploadMediaRequestSchema>>

export const mediaRoutes = c.router({
  upload: {
    method: 'POST',
    path: '/media/upload',
    summary: 'Upload media',
    description:
      'Uploads one picture or video as `multipart/form-data`, streamed. A file that is not whole, or not one of the supported formats, is refused and nothing of it is kept.',
    headers: workspacePostHeaders,
    contentType: 'multipart/form-data',
    // The body is a stream that the server reads itself; its schema is in the metadata, for the document.
    body: c.type<{ file: unknown; type: MediaType }>(),
    responses: {
      200: mediaSchema,
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
      multipartSchema: uploadMediaRequestSchema,
      requestExamples: uploadMediaRequestExamples,
      responseExample: mediaExample,
    } satisfies Operation,
  },
})
