import type { StoredFacts } from '#db/types.ts'
import { AppError } from '#shared/app-error.ts'
import type { Media } from '@powerpost/contract'
import type { MediaLinks } from './media-links.ts'
import type { MediaRow } from './media.repository.ts'

/** A medium that is there, with links to it. */
export function toMedia(row: MediaRow, links: MediaLinks): Media {
  const { type, file_name, mime_type, width, height, duration_seconds } = row
  if (!type || file_name === null || !mime_type || width === null || height === null) {
    throw new Error(`The medium ${row.id} is not ready`)
  }
  return {
    media_id: row.id,
    type,
    file_name,
    file_size: row.file_size,
    mime_type,
    width,
    height,
    ...(duration_seconds !== null && { duration_seconds }),
    ...(row.facts && presentFacts(row.facts)),
    ...(row.original && { original: row.original }),
    created_by: row.created_by,
    created_at: row.created_at.toISOString(),
    ...links.of(row.id),
  }
}

function presentFacts(facts: StoredFacts) {
  const { pages, video_codec, frame_rate, color, warnings } = facts
  const { has_audio, audio_codec, audio_sample_rate, audio_channels } = facts
  const sound = { has_audio, audio_codec, audio_sample_rate, audio_channels }
  return { pages, video_codec, frame_rate, ...sound, color, warnings }
}

/** NOT_FOUND, in the same words for another workspace's, for one that was deleted, and for none at all. */
export function noSuchMedium(): AppError {
  return new AppError('NOT_FOUND', 'There is no such file in this workspace.')
}
