import { stat } from 'node:fs/promises'
import type { InspectFile } from '#features/media/inspect/index.ts'
import type { MediumToPost } from '#features/media/index.ts'
import { mimeTypeSchema } from '@powerpost/contract'

/** A file as the platforms' rules see it once it was uploaded. */
export async function describeFile(inspect: InspectFile, path: string): Promise<MediumToPost> {
  const media = await inspect(path)
  const { kind: type, width, height, facts } = media
  const mimeType = mimeTypeSchema.parse(media.mimeType)
  const durationSeconds = media.kind === 'video' ? media.durationSeconds : undefined
  return {
    id: path,
    isThere: true,
    type,
    mimeType,
    size: (await stat(path)).size,
    width,
    height,
    durationSeconds,
    facts,
  }
}
