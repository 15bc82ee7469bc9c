import type { Db, Trx } from '#db/types.ts'
import { AppError, invalidField, unavailable } from '#shared/app-error.ts'
import type { WorkspaceCaller } from '#shared/caller.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import type { Logger } from '#shared/logger.ts'
import { StorageFullError, TooLargeError } from '#storage/errors.ts'
import { makeStorageKey } from '#storage/key.ts'
import type { Storage } from '#storage/port.ts'
import type { Media, MediaType } from '@powerpost/contract'
import { MEDIA_RULES, mediaTypeSchema } from '@powerpost/contract'
import { discardUpload } from './discard-upload.ts'
import { MultipartError } from './multipart-error.ts'
import { InspectionFailedError, UnsupportedMediaError } from './inspect/errors.ts'
import type { InspectedMedia } from './inspect/media-facts.ts'
import { limitByKind } from './inspect/limit-by-kind.ts'
import type { InspectFile } from './inspect/index.ts'
import { reserveUpload, settleUpload, touchUpload } from './uploads.repository.ts'
import type { IncomingFile, MultipartRequest } from './receive-multipart.ts'
import { receiveMultipart } from './receive-multipart.ts'

export interface UploadMediaDependencies {
  readonly db: Db
  readonly storage: Storage
  readonly clock: Clock
  readonly logger: Logger
  /** Looks at a whole file. Throws UnsupportedMediaError for what is none of the formats, or not whole. */
  readonly inspect: InspectFile
}

interface StartedUpload {
  readonly id: string
  readonly key: string
}

interface ReceivedFile extends StartedUpload {
  readonly fileName: string
  readonly size: number
  readonly sha256: string
}

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

const MAX_BYTES_BY_KIND = { image: MEDIA_RULES.image.maxBytes, video: MEDIA_RULES.video.maxBytes }
const MAX_FILE_BYTES = Math.max(...Object.values(MAX_BYTES_BY_KIND))

/** How often an upload that goes on says so; one that has not for long is swept. */
const TOUCH_INTERVAL_MS = 30_000

/**
 * Takes one picture or video: room is reserved, the file streamed to storage, looked at, and then kept with what was
 * seen. A broken or refused upload leaves nothing behind; what a dead process leaves is swept.
 */
export async function uploadMedia(dependencies: UploadMediaDependencies, upload: Upload): Promise<Media> {
  const started: StartedUpload[] = []
  const touching = setInterval(() => touchUploads(dependencies, started), TOUCH_INTERVAL_MS)
  try {
    const { fields, file } = await receiveMultipart(upload.request, {
      maxFileBytes: MAX_FILE_BYTES,
      signal: upload.signal,
      onFile: (incoming) => receiveFile(dependencies, upload, incoming, started),
    })
    const facts = await inspectFile(dependencies, { type: parseType(fields), file, signal: upload.signal })
    const media = await upload.keepOnce({ fields, sha256: file.sha256 }, (trx) => settleUpload(trx, { ...file, facts }))
    // It was kept before: this copy of it is one too many.
    if (media.media_id !== file.id) await discardUploads(dependencies, started)
    return media
  } catch (error) {
    await discardUploads(dependencies, started)
    throw toRefusal(error)
  } finally {
    clearInterval(touching)
  }
}

function touchUploads({ db, clock, logger }: UploadMediaDependencies, started: readonly StartedUpload[]): void {
  for (const { id } of started) {
    touchUpload(db, id, clock.now()).catch((err: unknown) => logger.warn({ err }, 'touching an upload'))
  }
}

/** What cannot be removed now is swept later; the caller is to hear why the upload was refused, not that. */
async function discardUploads(dependencies: UploadMediaDependencies, started: readonly StartedUpload[]): Promise<void> {
  for (const upload of started) {
    try {
      await discardUpload(dependencies, upload)
    } catch (err) {
      dependencies.logger.warn({ err, media_id: upload.id }, 'discarding an upload')
    }
  }
}

/** Reserves room for the file and streams it to storage. */
async function receiveFile(
  { db, storage, clock }: UploadMediaDependencies,
  { caller, request }: Upload,
  file: IncomingFile,
  started: StartedUpload[],
): Promise<ReceivedFile> {
  if (file.fields['type'] !== undefined) parseType(file.fields)
  const id = makeId(clock)
  const key = makeStorageKey('media', id)
  // Without a length, as much is reserved as may come.
  const bytes = Math.min(Number(request.headers['content-length'] ?? MAX_FILE_BYTES), MAX_FILE_BYTES)
  await reserveUpload(db, { id, key, caller, bytes, now: clock.now() })
  started.push({ id, key })
  const stored = await storage.write(key, limitByKind(file.stream, MAX_BYTES_BY_KIND))
  return { id, key, fileName: file.fileName, ...stored }
}

interface Inspection {
  readonly type: MediaType
  readonly file: ReceivedFile
  readonly signal: AbortSignal
}

/** Looks at the file that was received. Throws when it is not what it claims. */
async function inspectFile(
  { storage, inspect }: UploadMediaDependencies,
  { type, file, signal }: Inspection,
): Promise<InspectedMedia> {
  if (file.size > MAX_BYTES_BY_KIND[type]) throw new TooLargeError(MAX_BYTES_BY_KIND[type])
  const facts = await storage.withLocalFile(file.key, (path) => inspect(path, { signal }))
  if (facts.kind !== type) {
    throw new AppError('UNSUPPORTED_MEDIA_TYPE', `The file is ${withArticle(facts.kind)}, and type says ${type}.`)
  }
  return facts
}

function withArticle(type: MediaType): string {
  return type === 'image' ? 'an image' : 'a video'
}

function parseType(fields: Readonly<Record<string, string>>): MediaType {
  const type = mediaTypeSchema.safeParse(fields['type'])
  if (type.success) return type.data
  throw invalidField(
    'type',
    fields['type'] === undefined ? 'is required' : `must be one of: ${mediaTypeSchema.options.join(', ')}`,
  )
}

function toRefusal(error: unknown): unknown {
  if (error instanceof TooLargeError) {
    const mebibytes = Math.round(error.maxBytes / 1024 / 1024)
    return new AppError('FILE_TOO_LARGE', `The file is larger than ${mebibytes} MiB.`)
  }
  if (error instanceof UnsupportedMediaError) return new AppError('UNSUPPORTED_MEDIA_TYPE', error.publicMessage)
  if (error instanceof InspectionFailedError) return unavailable('The file could not be looked at right now.', error)
  if (error instanceof StorageFullError) return unavailable('The server has no space left to store the file.', error)
  if (!(error instanceof MultipartError)) return error
  if (error.code === 'not_multipart') return new AppError('UNSUPPORTED_MEDIA_TYPE', error.publicMessage)
  const path = error.code === 'missing_file' || error.code === 'unexpected_file' ? 'file' : 'body'
  return new AppError('VALIDATION_ERROR', error.publicMessage, { details: [{ path, message: error.publicMessage }] })
}
