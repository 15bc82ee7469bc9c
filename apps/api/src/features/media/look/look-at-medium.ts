import type { Db } from '#db/types.ts'
import type { Picture } from '#models/port.ts'
import type { Logger } from '#shared/logger.ts'
import type { Storage } from '#storage/port.ts'
import { findMediumToLookAt } from './generation-media.repository.ts'
import { extractFrames } from '../ffmpeg/extract-frames.ts'
import { hdrNamed } from '../ffmpeg/read-color.ts'
import { shrinkPicture } from './make-pictures.ts'

export interface LookDependencies {
  readonly db: Db
  readonly storage: Storage
  readonly logger: Logger
  /** The system's ffmpeg program, for frames of videos. Absent: FFmpeg's libraries make them, where they are there. */
  readonly ffmpeg: string | undefined
}

/** How many frames of a video are looked at: enough to follow it, few enough to be paid for. */
const FRAMES = 6
/** Spread evenly, none at the very ends, where many are black. */
const PLACES = Array.from({ length: FRAMES }, (_, frame) => (frame + 0.5) / FRAMES)

export interface LookOptions {
  readonly generationId: string
  /** The place of the medium in the request, from 0. */
  readonly place: number
  readonly signal: AbortSignal
}

/**
 * The pictures of a generation's medium for a model to look at: the image itself, made small, or frames of the video. None
 * when it cannot be looked at: the facts about it are then all there is.
 */
export async function lookAtMedium(
  { db, storage, logger, ffmpeg }: LookDependencies,
  { generationId, place, signal }: LookOptions,
): Promise<readonly Picture[]> {
  const medium = await findMediumToLookAt(db, generationId, place)
  if (!medium) return []
  try {
    return await storage.withLocalFile(medium.storage_key, async (path) => {
      if (medium.type === 'image') return [await shrinkPicture(path, signal)]
      const { duration_seconds: durationSeconds, facts } = medium
      const video = { durationSeconds: durationSeconds ?? 0, hdr: hdrNamed(facts?.color?.transfer) }
      return extractFrames(path, { places: PLACES, ...video, program: ffmpeg, signal })
    })
  } catch (error) {
    signal.throwIfAborted()
    logger.warn({ err: error, media_id: medium.id }, 'a medium could not be looked at')
    return []
  }
}
