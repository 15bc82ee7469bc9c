import { Readable } from 'node:stream'
import type { Db, Trx } from '#db/types.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import type { Logger } from '#shared/logger.ts'
import { makeStorageKey } from '#storage/key.ts'
import type { Storage, StoredFile } from '#storage/port.ts'
import { MEDIA_RULES } from '@powerpost/contract'
import { discardUpload } from './discard-upload.ts'
import { limitByKind } from './inspect/limit-by-kind.ts'
import type { InspectedMedia } from './inspect/media-facts.ts'
import type { MediaRow } from './media.repository.ts'
import type { MediaOwner } from './uploads.repository.ts'
import { reserveUpload, resizeReservation, settleUpload, touchUpload } from './uploads.repository.ts'

export interface StoreDependencies {
  readonly db: Db
  readonly storage: Storage
  readonly clock: Clock
  readonly logger: Logger
}

interface NewUpload {
  readonly owner: MediaOwner
  /** Made safe to show. */
  readonly fileName: string
  /** Bytes that it may have at most, where that is known. */
  readonly maxBytes: number | undefined
  readonly stream: AsyncIterable<Uint8Array>
  readonly signal?: AbortSignal
  /** Runs the reservation in a transaction that holds the access of who uploads. @default in any transaction */
  readonly reserve?: Reserve
  /** Whether it is the file of a rendition, which nobody lists. @default false */
  readonly isRendition?: boolean
}

export type Reserve = (work: (trx: Trx) => Promise<void>) => Promise<void>

/** A file that is stored and not a medium yet. Discarded at the end of its block unless it was kept. */
export interface StoredUpload extends AsyncDisposable {
  readonly id: string
  readonly key: string
  readonly fileName: string
  /** Of the bytes that were sent. */
  readonly size: number
  /** Of the bytes that were sent, in lower-case hex. */
  readonly sha256: string
  /** Stores other bytes in the place of those that were sent. Throws STORAGE_QUOTA_EXCEEDED when they take more room than there is. */
  replace(bytes: Uint8Array): Promise<void>
  /** Makes it a medium, once the transaction commits. */
  keep(trx: Trx, facts: InspectedMedia): Promise<MediaRow>
  /** Removes it. Does nothing to one that was kept. */
  discard(): Promise<void>
}

/** In bytes, by kind. */
export const MAX_BYTES_BY_KIND = {
  image: MEDIA_RULES.image.maxBytes,
  video: MEDIA_RULES.video.maxBytes,
  document: MEDIA_RULES.document.maxBytes,
}
export const MAX_FILE_BYTES = Math.max(...Object.values(MAX_BYTES_BY_KIND))

/** How often an upload that goes on says so; a silent one is swept after a few minutes. */
const TOUCH_INTERVAL_MS = 30_000

/**
 * Reserves room for a file and streams it to storage. An upload that breaks leaves nothing; what a process that died leaves is
 * swept.
 *
 * @throws STORAGE_QUOTA_EXCEEDED, TooLargeError, UnsupportedMediaError, StorageFullError, or whatever the stream throws
 */
export async function storeUpload(dependencies: StoreDependencies, upload: NewUpload): Promise<StoredUpload> {
  const { db, storage, clock, logger } = dependencies
  const { owner, fileName, maxBytes = MAX_FILE_BYTES, stream, signal } = upload
  const { reserve = (work) => db.transaction().execute(work), isRendition = false } = upload
  const id = makeId(clock)
  const key = makeStorageKey('media', id)
  // Without a length, as much is reserved as may come.
  const bytes = Math.min(maxBytes, MAX_FILE_BYTES)
  await reserve((trx) => reserveUpload(trx, { id, key, owner, bytes, isRendition, now: clock.now() }))
  const touching = setInterval(() => {
    touchUpload(db, id, clock.now()).catch((err: unknown) => logger.warn({ err }, 'touching an upload'))
  }, TOUCH_INTERVAL_MS)
  const discard = async () => {
    clearInterval(touching)
    // What cannot be removed now is swept later: the caller needs to hear how the upload went, not that.
    await discardUpload({ db, storage }, { id, key }).catch((err: unknown) =>
      logger.warn({ err, media_id: id }, 'discarding an upload'),
    )
  }
  try {
    const stored = await storage.write(key, limitByKind(stream, MAX_BYTES_BY_KIND), signal && { signal })
    return toUpload({ id, key, owner, fileName, db, storage, sent: stored, discard })
  } catch (error) {
    await discard()
    throw error
  }
}

interface UploadParts {
  readonly id: string
  readonly key: string
  readonly owner: MediaOwner
  readonly fileName: string
  readonly db: Db
  readonly storage: Storage
  readonly sent: StoredFile
  readonly discard: () => Promise<void>
}

function toUpload({ id, key, owner, fileName, db, storage, sent, discard }: UploadParts): StoredUpload {
  let stored = sent
  return {
    id,
    key,
    fileName,
    ...sent,
    async replace(bytes) {
      await db.transaction().execute((trx) => resizeReservation(trx, { id, owner, bytes: bytes.length }))
      stored = await storage.write(key, Readable.from([bytes]))
    },
    keep: (trx, facts) => settleUpload(trx, { id, fileName, ...stored, facts, ...nameOriginal(fileName, sent, facts) }),
    discard,
    [Symbol.asyncDispose]: discard,
  }
}

/** What is kept is called as what was sent, with its own extension. */
function nameOriginal(fileName: string, { size }: StoredFile, facts: InspectedMedia) {
  if (facts.kind !== 'image' || !facts.original) return { original: undefined }
  return {
    fileName: `${fileName.replace(/\.[\p{L}\p{N}]{1,8}$/u, '')}.jpg`,
    original: { file_name: fileName, file_size: size, ...facts.original },
  }
}
