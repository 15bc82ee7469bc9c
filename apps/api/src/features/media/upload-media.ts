import type { Trx } from '#db/types.ts'
import { AppError, invalidField } from '#shared/app-error.ts'
import type { WorkspaceCaller } from '#shared/caller.ts'
import type { Media, MediaType } from '@powerpost/contract'
import { mediaTypeSchema } from '@powerpost/contract'
import { MultipartError } from './multipart-error.ts'
import type { MultipartRequest } from './receive-multipart.ts'
import { receiveMultipart } from './receive-multipart.ts'
import type { TakeFileDependencies } from './take-file.ts'
import { MAX_FILE_BYTES, takeFile } from './take-file.ts'

interface Upload {
  readonly caller: WorkspaceCaller
  readonly request: MultipartRequest
  /** Aborted when the caller has gone away. */
  readonly signal: AbortSignal
  /** Makes a received file a medium in a transaction; or answers the medium that the same request made before. */
  readonly keepOnce: KeepOnce
}

/** What makes an upload the same upload. */
export interface UploadContent {
  readonly fields: Readonly<Record<string, string>>
  /** Of the file, in hex. */
  readonly sha256: string
}

export type KeepOnce = (content: UploadContent, keep: (trx: Trx) => Promise<Media>) => Promise<Media>

/** Takes one picture or video out of a form that is sent to us. */
export async function uploadMedia(dependencies: TakeFileDependencies, upload: Upload): Promise<Media> {
  const { caller, request, signal } = upload
  const length = request.headers['content-length']
  return takeFile(dependencies, {
    caller,
    signal,
    receive: (store) =>
      receiveMultipart(request, {
        maxFileBytes: MAX_FILE_BYTES,
        signal,
        async onFile({ fileName, stream, fields }) {
          if (fields['type'] !== undefined) parseType(fields)
          return store({ fileName, stream, maxBytes: length === undefined ? undefined : Number(length) })
        },
      }).catch((error: unknown) => {
        throw error instanceof MultipartError ? toRefusal(error) : error
      }),
    typeOf: ({ fields }) => parseType(fields),
    keepOnce: ({ fields, file }, keep) => upload.keepOnce({ fields, sha256: file.sha256 }, keep),
  })
}

function parseType(fields: Readonly<Record<string, string>>): MediaType {
  const type = mediaTypeSchema.safeParse(fields['type'])
  if (type.success) return type.data
  throw invalidField(
    'type',
    fields['type'] === undefined ? 'is required' : `must be one of: ${mediaTypeSchema.options.join(', ')}`,
  )
}

function toRefusal({ code, publicMessage }: MultipartError): AppError {
  if (code === 'not_multipart') return new AppError('UNSUPPORTED_MEDIA_TYPE', publicMessage)
  const path = code === 'missing_file' || code === 'unexpected_file' ? 'file' : 'body'
  return new AppError('VALIDATION_ERROR', publicMessage, { details: [{ path, message: publicMessage }] })
}
