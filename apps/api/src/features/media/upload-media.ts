import type { Trx } from '#db/types.ts'
import { AppError, invalidField } from '#shared/app-error.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { Media, MediaType } from '@powerpost/contract'
import { mediaTypeSchema } from '@powerpost/contract'
import type { InspectDependencies } from './inspect-upload.ts'
import { inspectUpload } from './inspect-upload.ts'
import type { MediaLinks } from './media-links.ts'
import type { MultipartProblem } from './multipart-error.ts'
import { MultipartError } from './multipart-error.ts'
import { toMedia } from './present-medium.ts'
import type { MultipartRequest } from './receive-multipart.ts'
import { receiveMultipart } from './receive-multipart.ts'
import type { Reserve, StoreDependencies, StoredUpload } from './store-upload.ts'
import { MAX_FILE_BYTES, storeUpload } from './store-upload.ts'
import { toUploadRefusal } from './upload-refusal.ts'
import { toOwner } from './to-owner.ts'

export interface UploadDependencies extends StoreDependencies, InspectDependencies {
  readonly links: MediaLinks
}

interface Upload {
  readonly principal: WorkspacePrincipal
  readonly request: MultipartRequest
  /** Aborted when the caller has gone away. */
  readonly signal: AbortSignal
  /** Makes a received file a medium in a transaction; or returns the medium that the same request made before. */
  readonly keepOnce: KeepOnce
  readonly reserve: Reserve
  /** Called with the text fields of the form before anything is kept; throws to refuse them. */
  readonly onFields: (fields: Readonly<Record<string, string>>) => void
}

/** What makes an upload the same upload. */
export interface UploadContent {
  readonly fields: Readonly<Record<string, string>>
  /** Of the file, in hex. */
  readonly sha256: string
}

export type KeepOnce = (content: UploadContent, keep: (trx: Trx) => Promise<Media>) => Promise<Media>

/** Takes one picture or video out of a form that is sent to us. */
export async function uploadMedia(dependencies: UploadDependencies, options: Upload): Promise<Media> {
  try {
    const { fields, file } = await receiveForm(dependencies, options)
    await using upload = file
    options.onFields(fields)
    const facts = await inspectUpload(dependencies, upload, { type: parseType(fields), signal: options.signal })
    return await options.keepOnce({ fields, sha256: upload.sha256 }, async (trx) =>
      toMedia(await upload.keep(trx, facts), dependencies.links),
    )
  } catch (error) {
    throw error instanceof MultipartError ? toFormRefusal(error) : toUploadRefusal(error)
  }
}

/** Stores the file as it arrives. A form that goes wrong behind its file leaves nothing. */
async function receiveForm(dependencies: UploadDependencies, { principal, request, signal, reserve }: Upload) {
  const length = request.headers['content-length']
  let stored: StoredUpload | undefined
  try {
    return await receiveMultipart(request, {
      maxFileBytes: MAX_FILE_BYTES,
      signal,
      async onFile({ fileName, stream, fields }) {
        if (fields['type'] !== undefined) parseType(fields)
        const maxBytes = length === undefined ? undefined : Number(length)
        stored = await storeUpload(dependencies, { owner: toOwner(principal), fileName, stream, maxBytes, reserve })
        return stored
      },
    })
  } catch (error) {
    await stored?.discard()
    throw error
  }
}

function parseType(fields: Readonly<Record<string, string>>): MediaType {
  const type = mediaTypeSchema.safeParse(fields['type'])
  if (type.success) return type.data
  throw invalidField(
    'type',
    fields['type'] === undefined ? 'is required' : `must be one of: ${mediaTypeSchema.options.join(', ')}`,
  )
}

function toFormRefusal({ code, publicMessage }: MultipartError): AppError {
  if (code === 'not_multipart') return new AppError('UNSUPPORTED_MEDIA_TYPE', publicMessage)
  const path = PATHS[code] ?? 'body'
  return new AppError('VALIDATION_ERROR', publicMessage, { details: [{ path, message: publicMessage }] })
}

const PATHS: Partial<Record<MultipartProblem, string>> = {
  missing_file: 'file',
  unexpected_file: 'file',
  missing_boundary: 'Content-Type',
}
