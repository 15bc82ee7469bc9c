import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Db } from '#db/types.ts'
import type { Clock } from '#shared/clock.ts'
import { createFairQueue } from '#shared/fair-queue.ts'
import type { Logger } from '#shared/logger.ts'
import { NotStoredError } from '#storage/errors.ts'
import type { Storage } from '#storage/port.ts'
import { extractFrames } from '../ffmpeg/extract-frames.ts'
import { shrinkPicture } from '../look/make-pictures.ts'
import type { StoredMedium } from '../media.repository.ts'
import { holdMedium } from '../media.repository.ts'
import { drawPlaceholder } from './draw-placeholder.ts'
import { createFailures, FAILED_FOR_SECONDS } from './failures.ts'
import { thumbnailKeyOf } from './thumbnail-key.ts'

interface ThumbnailDependencies {
  readonly db: Db
  readonly storage: Storage
  readonly clock: Clock
  readonly logger: Logger
  /** The system's ffmpeg program, for frames of videos. Absent: FFmpeg's libraries make them, where they are there. */
  readonly ffmpeg: string | undefined
  /** After how long a request is answered with the placeholder while the picture is still being made. @default 10_000 */
  readonly lateAfterMs?: number
}

export interface Thumbnail {
  /** Of a JPEG. */
  readonly bytes: Buffer
  readonly etag: string
  /** A placeholder may give way to a picture. */
  readonly keepForSeconds: number
}

/** Makes small pictures of media when they are first asked for, and keeps them next to the media. */
export interface Thumbnailer {
  /** Never fails for what the medium holds: what cannot be shown has a placeholder. */
  get(medium: StoredMedium): Promise<Thumbnail>
}

/** Of the longer side. */
const THUMBNAIL_PIXELS = 480

/** Pictures made at the same time, each in up to a few hundred MB; and how many more a workspace may have waiting for their turn. */
const LIMITS = { parallel: 2, waitingPerOwner: 50 }

const GIVE_UP_MS = 60_000
const LATE_AFTER_MS = 10_000
/** How long a placeholder is kept where the picture may be there any moment. */
const LATE_FOR_SECONDS = 5

export function createThumbnailer(dependencies: ThumbnailDependencies): Thumbnailer {
  const { db, storage, clock, logger, ffmpeg, lateAfterMs = LATE_AFTER_MS } = dependencies
  const queue = createFairQueue(LIMITS)
  const failures = createFailures(clock)
  const running = new Map<string, Promise<Buffer | undefined>>()

  const draw = async (medium: StoredMedium): Promise<Buffer | undefined> => {
    const signal = AbortSignal.timeout(GIVE_UP_MS)
    const largestSide = THUMBNAIL_PIXELS
    try {
      return await storage.withLocalFile(medium.storageKey, async (path) => {
        if (medium.type === 'image') return Buffer.from((await shrinkPicture(path, signal, largestSide)).bytes)
        const { durationSeconds = 0, hdr } = medium
        const video = { places: [1 / 3], durationSeconds, hdr, program: ffmpeg, largestSide, signal }
        const [frame] = await extractFrames(path, video)
        return frame && Buffer.from(frame.bytes)
      })
    } catch (err) {
      logger.warn({ err, media_id: medium.id }, 'a thumbnail could not be made')
      return undefined
    }
  }

  /** While the medium's row is held it cannot be deleted, so that no thumbnail is left of one that was. */
  const keep = (id: string, bytes: Buffer) =>
    db.transaction().execute(async (trx) => {
      if (await holdMedium(trx, id)) await storage.write(thumbnailKeyOf(id), Readable.from([bytes]))
    })

  const make = async (medium: StoredMedium): Promise<Buffer | undefined> => {
    const bytes = await draw(medium)
    if (bytes) await keep(medium.id, bytes).catch((err: unknown) => logger.warn({ err }, 'keeping a thumbnail'))
    else failures.note(medium.id)
    return bytes
  }

  /** However many ask for it at once, it is made once; undefined while its workspace has too many waiting. */
  const makeOnce = (medium: StoredMedium): Promise<Buffer | undefined> | undefined => {
    const going = running.get(medium.id)
    if (going) return going
    const begun = queue.tryRun(medium.workspaceId, () => make(medium))?.finally(() => running.delete(medium.id))
    if (begun) running.set(medium.id, begun)
    return begun
  }

  return {
    async get(medium) {
      // Nothing of a document is drawn.
      if (medium.type === 'document') return placeholderFor(medium, Infinity)
      const kept = await read(storage, medium.id)
      if (kept) return toThumbnail(kept, Infinity)
      if (failures.isRecent(medium.id)) return placeholderFor(medium, FAILED_FOR_SECONDS)
      const making = makeOnce(medium)
      const bytes = making ? await inTime(making, lateAfterMs) : 'late'
      if (bytes === 'late') return placeholderFor(medium, LATE_FOR_SECONDS)
      return bytes ? toThumbnail(bytes, Infinity) : placeholderFor(medium, FAILED_FOR_SECONDS)
    },
  }
}

/** The result, or that it is late: it continues then, and the next request finds it. */
async function inTime<T>(making: Promise<T>, lateAfterMs: number): Promise<T | 'late'> {
  const late = Promise.withResolvers<'late'>()
  const timer = setTimeout(() => late.resolve('late'), lateAfterMs)
  try {
    return await Promise.race([making, late.promise])
  } finally {
    clearTimeout(timer)
  }
}

async function read(storage: Storage, id: string): Promise<Buffer | undefined> {
  try {
    const { stream } = await storage.open(thumbnailKeyOf(id))
    return Buffer.concat(await stream.toArray())
  } catch (error) {
    if (error instanceof NotStoredError) return undefined
    throw error
  }
}

async function placeholderFor({ type, width, height }: StoredMedium, keepForSeconds: number): Promise<Thumbnail> {
  return toThumbnail(await drawPlaceholder(type, { width, height }), keepForSeconds)
}

function toThumbnail(bytes: Buffer, keepForSeconds: number): Thumbnail {
  return { bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url')}"`, keepForSeconds }
}
