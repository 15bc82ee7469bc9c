import type { Db, Trx } from '#db/types.ts'
import { AppError, unavailable } from '#shared/app-error.ts'
import type { WorkspaceCaller } from '#shared/caller.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import type { Logger } from '#shared/logger.ts'
import { StorageFullError, TooLargeError } from '#storage/errors.ts'
import { makeStorageKey } from '#storage/key.ts'
import type { Storage } from '#storage/port.ts'
import type { Media, MediaType } from '@powerpost/contract'
import { MEDIA_RULES } from '@powerpost/contract'
import { discardUpload } from './discard-upload.ts'
import { InspectionFailedError, UnsupportedMediaError } from './inspect/errors.ts'
import type { InspectFile } from './inspect/index.ts'
import { limitByKind } from './inspect/limit-by-kind.ts'
import type { InspectedMedia } from './inspect/media-facts.ts'
import type { MediaLinks } from './media-links.ts'
import { toMedia } from './present-medium.ts'
import { reserveUpload, settleUpload, touchUpload } from './uploads.repository.ts'

export interface TakeFileDependencies {
  readonly db: Db
  readonly storage: Storage
  readonly clock: Clock
  readonly logger: Logger
  readonly links: MediaLinks
  /** Looks at a whole file. Throws UnsupportedMediaError for what is none of the formats, or not whole. */
  readonly inspect: InspectFile
}

/** A file on its way to us. */
export interface ComingFile {
  /** Made safe to show. */
  readonly fileName: string
  /** Bytes that it may have at the most, where that is known. */
  readonly maxBytes: number | undefined
  readonly stream: AsyncIterable<Uint8Array>
}

interface StartedUpload {
  readonly id: string
  readonly key: string
}

export interface ReceivedFile extends StartedUpload {
  readonly fileName: string
  readonly size: number
  readonly sha256: string
}

interface TakeOptions<Received extends { readonly file: ReceivedFile }> {
  readonly caller: WorkspaceCaller
  /** Aborted when the caller has gone away. */
  readonly signal: AbortSignal
  /** Lets the file come: it is given to `store`, as it comes, once at the most. */
  readonly receive: (store: (file: ComingFile) => Promise<ReceivedFile>) => Promise<Received>
  /** What the file must be. Undefined: whatever it is. */
  readonly typeOf: (received: Received) => MediaType | undefined
  /** Makes a received file a medium in a transaction; or answers the medium that the same request made before. */
  readonly keepOnce: (received: Received, keep: (trx: Trx) => Promise<Media>) => Promise<Media>
}

const MAX_BYTES_BY_KIND = { image: MEDIA_RULES.image.maxBytes, video: MEDIA_RULES.video.maxBytes }
export const MAX_FILE_BYTES = Math.max(...Object.values(MAX_BYTES_BY_KIND))

/** How often an upload that goes on says so; one that has not for long is swept. */
const TOUCH_INTERVAL_MS = 30_000

/**
 * Takes one picture or video: room is reserved, the file streamed to storage, looked at, and then kept with what was
 * seen. A broken or refused upload leaves nothing behind; what a dead process leaves is swept.
 */
export async function takeFile<Received extends { readonly file: ReceivedFile }>(
  dependencies: TakeFileDependencies,
  { caller, signal, receive, typeOf, keepOnce }: TakeOptions<Received>,
): Promise<Media> {
  const started: StartedUpload[] = []
  const touching = setInterval(() => touchUploads(dependencies, started), TOUCH_INTERVAL_MS)
  try {
    const received = await receive((file) => storeFile(dependencies, { caller, file, started }))
    const { file } = received
    const facts = await inspectFile(dependencies, { type: typeOf(received), file, signal })
    const media = await keepOnce(received, async (trx) =>
      toMedia(await settleUpload(trx, { ...file, facts }), dependencies.links),
    )
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

function touchUploads({ db, clock, logger }: TakeFileDependencies, started: readonly StartedUpload[]): void {
  for (const { id } of started) {
    touchUpload(db, id, clock.now()).catch((err: unknown) => logger.warn({ err }, 'touching an upload'))
  }
}

/** What cannot be removed now is swept later; the caller is to hear why the upload was refused, not that. */
async function discardUploads(dependencies: TakeFileDependencies, started: readonly StartedUpload[]): Promise<void> {
  for (const upload of started) {
    try {
      await discardUpload(dependencies, upload)
    } catch (err) {
      dependencies.logger.warn({ err, media_id: upload.id }, 'discarding an upload')
    }
  }
}

interface Storing {
  readonly caller: WorkspaceCaller
  readonly file: ComingFile
  readonly started: StartedUpload[]
}

/** Reserves room for the file and streams it to storage. */
async function storeFile(
  { db, storage, clock }: TakeFileDependencies,
  { caller, file, started }: Storing,
): Promise<ReceivedFile> {
  const id = makeId(clock)
  const key = makeStorageKey('media', id)
  // Without a length, as much is reserved as may come.
  const bytes = Math.min(file.maxBytes ?? MAX_FILE_BYTES, MAX_FILE_BYTES)
  await reserveUpload(db, { id, key, caller, bytes, now: clock.now() })
  started.push({ id, key })
  const stored = await storage.write(key, limitByKind(file.stream, MAX_BYTES_BY_KIND))
  return { id, key, fileName: file.fileName, ...stored }
}

interface Inspection {
  readonly type: MediaType | undefined
  readonly file: ReceivedFile
  readonly signal: AbortSignal
}

/** Looks at the file that was received. Throws when it is not what it claims. */
async function inspectFile(
  { storage, inspect }: TakeFileDependencies,
  { type, file, signal }: Inspection,
): Promise<InspectedMedia> {
  if (type && file.size > MAX_BYTES_BY_KIND[type]) throw new TooLargeError(MAX_BYTES_BY_KIND[type])
  const facts = await storage.withLocalFile(file.key, (path) => inspect(path, { signal }))
  if (type && facts.kind !== type) {
    throw new AppError('UNSUPPORTED_MEDIA_TYPE', `The file is ${withArticle(facts.kind)}, and type says ${type}.`)
  }
  return facts
}

function withArticle(type: MediaType): string {
  return type === 'image' ? 'an image' : 'a video'
}

function toRefusal(error: unknown): unknown {
  if (error instanceof TooLargeError) {
    const mebibytes = Math.round(error.maxBytes / 1024 / 1024)
    return new AppError('FILE_TOO_LARGE', `The file is larger than ${mebibytes} MiB.`)
  }
  if (error instanceof UnsupportedMediaError) return new AppError('UNSUPPORTED_MEDIA_TYPE', error.publicMessage)
  if (error instanceof InspectionFailedError) return unavailable('The file could not be looked at right now.', error)
  if (error instanceof StorageFullError) return unavailable('The server has no space left to store the file.', error)
  return error
}
