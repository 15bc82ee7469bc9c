import type { Db } from '#db/types.ts'
import type { VideoFile } from '#models/port.ts'
import type { Storage } from '#storage/port.ts'
import { findMediumToLookAt } from './generation-media.repository.ts'
import type { LookOptions } from './look-at-medium.ts'

interface OpenVideoDependencies {
  readonly db: Db
  readonly storage: Storage
}

/** The video of a generation itself, for a model that takes one; undefined for a picture, and where there is none. */
export async function openVideo(
  { db, storage }: OpenVideoDependencies,
  { generationId, place }: Omit<LookOptions, 'signal'>,
): Promise<VideoFile | undefined> {
  const medium = await findMediumToLookAt(db, generationId, place)
  const mimeType = VIDEO_TYPES.find((type) => type === medium?.mime_type)
  if (!medium || !mimeType) return undefined
  return { mimeType, size: medium.file_size, read: (signal) => readWhole(storage, medium.storage_key, signal) }
}

const VIDEO_TYPES = ['video/mp4', 'video/quicktime', 'video/webm'] as const

/** Filled piece by piece, so that it is never in memory twice. */
async function readWhole(storage: Storage, key: string, signal: AbortSignal): Promise<Uint8Array> {
  const { size, stream } = await storage.open(key)
  const bytes = Buffer.alloc(size)
  let read = 0
  for await (const chunk of stream) {
    signal.throwIfAborted()
    bytes.set(chunk, read)
    read += chunk.length
  }
  return bytes
}
