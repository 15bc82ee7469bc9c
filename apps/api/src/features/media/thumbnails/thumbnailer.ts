import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Db } from '#db/types.ts'
import type { Clock } from '#shared/clock.ts'
import { limitParallel } from '#shared/limit-parallel.ts'
import type { Logger } from '#shared/logger.ts'
import { NotStoredError } from '#storage/errors.ts'
import type { Storage } from '#storage/port.ts'
import type { MediaType } from '@powerpost/contract'
import { extractFrame, shrinkPicture } from '../look/make-pictures.ts'
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
  /** The system's ffmpeg, for frames of videos. Absent: videos have the placeholder. */
  readonly ffmpeg: string | undefined
}

export interface Thumbnail {
  /** Of a JPEG. */
  readonly bytes: Buffer
  readonly etag: string
  /** A placeholder may give way to a picture. */
  readonly keepForSeconds: number
}

/** Makes small pictures of media when they are first asked for, and keeps them beside the media. */
export interface Thumbnailer {
  /** Never fails for what the medium holds: what cannot be shown has a placeholder. */
  get(medium: StoredMedium): Promise<Thumbnail>
}

/** Of the longer side. */
const THUMBNAIL_PIXELS = 480

/** Pictures made at the same time; the others wait. Each may take a few hundred MB. */
const MAX_PARALLEL = 2

const GIVE_UP_MS = 60_000

export function createThumbnailer({ db, storage, clock, logger, ffmpeg }: ThumbnailDependencies): Thumbnailer {
  const inTurn = limitParallel(MAX_PARALLEL)
  const failures = createFailures(clock)
  const running = new Map<string, Promise<Buffer | undefined>>()

  const draw = async (medium: StoredMedium): Promise<Buffer | undefined> => {
    const signal = AbortSignal.timeout(GIVE_UP_MS)
    const largestSide = THUMBNAIL_PIXELS
    try {
      return await storage.withLocalFile(medium.storageKey, async (path) => {
        if (medium.type === 'image') return Buffer.from((await shrinkPicture(path, signal, largestSide)).bytes)
        if (ffmpeg === undefined) return undefined
        const atSeconds = (medium.durationSeconds ?? 0) / 3
        const frame = await extractFrame(path, { atSeconds, ffmpeg, largestSide, signal })
        return frame.length > 0 ? frame : undefined
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
    if (failures.isRecent(medium.id)) return undefined
    const bytes = await inTurn(() => draw(medium))
    if (bytes) await keep(medium.id, bytes).catch((err: unknown) => logger.warn({ err }, 'keeping a thumbnail'))
    else failures.note(medium.id)
    return bytes
  }

  /** However many ask for it at once, it is made once. */
  const makeOnce = (medium: StoredMedium) => {
    const going = running.get(medium.id) ?? make(medium).finally(() => running.delete(medium.id))
    running.set(medium.id, going)
    return going
  }

  return {
    async get(medium) {
      const bytes = (await read(storage, medium.id)) ?? (await makeOnce(medium))
      return bytes ? toThumbnail(bytes, Infinity) : placeholderFor(medium.type)
    },
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

async function placeholderFor(type: MediaType): Promise<Thumbnail> {
  return toThumbnail(await drawPlaceholder(type), FAILED_FOR_SECONDS)
}

function toThumbnail(bytes: Buffer, keepForSeconds: number): Thumbnail {
  return { bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url')}"`, keepForSeconds }
}
