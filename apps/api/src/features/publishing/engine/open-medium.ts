import type { FileToPost, MediaLinks } from '#features/media/index.ts'
import { openFile } from '#features/media/index.ts'
import type { PostMedium } from '#platforms/port.ts'
import { PublishError } from '#platforms/port.ts'
import type { Storage } from '#storage/port.ts'

export interface MediumDependencies {
  readonly storage: Storage
  readonly mediaLinks: Pick<MediaLinks, 'forPlatforms'>
}

/**
 * A file as platform adapters read it.
 *
 * @throws PublishError when the file was deleted; so does reading it
 */
export function openMedium({ storage, mediaLinks }: MediumDependencies, file: FileToPost): PostMedium {
  const { id, isThere, type, mimeType, fileName, size, width, height, durationSeconds } = file
  if (!isThere) throw fileDeleted()
  return {
    mediaId: id,
    type,
    mimeType,
    fileName,
    size,
    width,
    height,
    ...(durationSeconds !== undefined && { durationSeconds }),
    read: (range, signal) => readRange(storage, { file, ...range }, signal),
    publicUrl: () => mediaLinks.forPlatforms(id),
  }
}

interface FileRange {
  readonly file: FileToPost
  readonly start: number
  /** Exclusive. */
  readonly end: number
}

async function* readRange(
  storage: Storage,
  { file, start, end }: FileRange,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  if (end <= start) return
  signal.throwIfAborted()
  const stream = await openFile(storage, file, { start, end: end - 1 })
  if (!stream) throw fileDeleted()
  const stop = () => stream.destroy(signal.reason as Error)
  signal.addEventListener('abort', stop, { once: true })
  try {
    for await (const bytes of stream) yield bytes as Uint8Array
  } finally {
    signal.removeEventListener('abort', stop)
    stream.destroy()
  }
}

export function fileDeleted(): PublishError {
  return new PublishError('never', 'A file of the item was deleted.')
}
