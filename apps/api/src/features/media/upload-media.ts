import type { Db } from '#db/types.ts'
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
import { InspectionFailedError, UnsupportedMediaError } from './inspect/errors.ts'
import { limitByKind } from './inspect/limit-by-kind.ts'
import type { InspectedMedia } from './inspect/media-facts.ts'
import { discardUpload, reserveUpload, settleUpload, touchUpload } from './uploads.repository.ts'
import type { IncomingFile, MultipartRequest } from './receive-multipart.ts'
import { MultipartError, receiveMultipart } from './receive-multipart.ts'

export interface UploadMediaDependencies {
  readonly db: Db
  readonly storage: Storage
  readonly clock: Clock
  readonly logger: Logger
  /** Looks at a whole file. Throws UnsupportedMediaError for what is none of the formats, or not whole. */
  readonly inspect: (path: string) => Promise<InspectedMedia>
}

interface ReceivedFile {
  readonly id: string
  readonly key: string
  readonly fileName: string
  readonly size: number
  readonly sha256: string
}

const MAX_BYTES_BY_KIND = { image: MEDIA_RULES.image.maxBytes, video: MEDIA_RULES.video.maxBytes }
const MAX_FILE_BYTES = Math.max(...Object.values(MAX_BYTES_BY_KIND))

/** How often an upload that goes on says so; one that has not for long is swept. */
const TOUCH_INTERVAL_MS = 30_000

/**
 * Takes one picture or video: room is reserved, the file streamed to storage, looked at, and then kept with what was
 * seen. A broken or refused upload leaves nothing behind; what a dead process leaves is swept.
 */
export async function uploadMedia(
  dependencies: UploadMediaDependencies,
  { caller, request }: { readonly caller: WorkspaceCaller; readonly request: MultipartRequest },
): Promise<Media> {
  const started: string[] = []
  try {
    const { fields, file } = await receiveMultipart(request, {
      maxFileBytes: MAX_FILE_BYTES,
      onFile: (incoming) => receiveFile(dependencies, caller, request, incoming, started),
    })
    return await keepFile(dependencies, caller, parseType(fields), file)
  } catch (error) {
    for (const id of started) await discardUpload(dependencies, id)
    throw toRefusal(error)
  }
}

/** Reserves room for the file and streams it to storage. */
async function receiveFile(
  { db, storage, clock, logger }: UploadMediaDependencies,
  caller: WorkspaceCaller,
  request: MultipartRequest,
  file: IncomingFile,
  started: string[],
): Promise<ReceivedFile> {
  if (file.fields['type'] !== undefined) parseType(file.fields)
  const id = makeId(clock)
  const key = makeStorageKey('media', id)
  // Without a length, as much is reserved as may come.
  const bytes = Math.min(Number(request.headers['content-length'] ?? MAX_FILE_BYTES), MAX_FILE_BYTES)
  await reserveUpload(db, { id, key, caller, bytes, now: clock.now() })
  started.push(id)
  const touch = () =>
    touchUpload(db, id, clock.now()).catch((err: unknown) => logger.warn({ err }, 'touching an upload'))
  const touching = setInterval(() => void touch(), TOUCH_INTERVAL_MS)
  try {
    const stored = await storage.write(key, limitByKind(file.stream, MAX_BYTES_BY_KIND))
    return { id, key, fileName: file.fileName, ...stored }
  } finally {
    clearInterval(touching)
  }
}

/** Looks at the file that was received, and keeps it if it is what it claims. */
async function keepFile(
  { db, storage, inspect }: UploadMediaDependencies,
  caller: WorkspaceCaller,
  type: MediaType,
  file: ReceivedFile,
): Promise<Media> {
  if (file.size > MAX_BYTES_BY_KIND[type]) throw new TooLargeError(MAX_BYTES_BY_KIND[type])
  const facts = await storage.withLocalFile(file.key, inspect)
  if (facts.kind !== type) {
    throw new AppError('UNSUPPORTED_MEDIA_TYPE', `The file is ${withArticle(facts.kind)}, and type says ${type}.`)
  }
  return settleUpload(db, { ...file, caller, facts })
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
