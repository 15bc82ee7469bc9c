import type { Db, PostItemMediaTable } from '#db/types.ts'
import type { FileToPost } from '#features/media/index.ts'
import { findFilesToPost, findRenditions } from '#features/media/index.ts'
import type { PostMedium } from '#platforms/port.ts'
import { PublishError } from '#platforms/port.ts'
import type { Selectable } from 'kysely'
import { findItemMedia } from './items.repository.ts'
import type { MediumDependencies } from './open-medium.ts'
import { fileDeleted, openMedium } from './open-medium.ts'

interface MediaDependencies extends MediumDependencies {
  readonly db: Db
}

/**
 * The media of an item, or of a part of its thread, in their order, as platform adapters read them, with what is said about each.
 *
 * @throws PublishError when a file was deleted, or cannot be made to fit
 * @throws MediaNotReadyError
 */
export async function openMedia(
  dependencies: MediaDependencies,
  of: { readonly itemId: string; readonly part: number },
): Promise<PostMedium[]> {
  const { db } = dependencies
  const links = await findItemMedia(db, of)
  const renditions = await findMadeRenditions(
    db,
    links.flatMap(({ rendition_id }) => rendition_id ?? []),
  )
  const named = links.flatMap(({ media_id, cover_media_id }) => [media_id, cover_media_id ?? []].flat())
  const ids = new Set([...named, ...renditions.values()])
  const files = new Map((await findFilesToPost(db, [...ids])).map((file) => [file.id, file]))
  return links.flatMap((link) => {
    const file = files.get(renditions.get(link.rendition_id ?? '') ?? link.media_id)
    return file ? [{ ...openMedium(dependencies, file), ...describe(dependencies, link, files) }] : []
  })
}

/** A rendition of an item is not made yet. */
export class MediaNotReadyError extends Error {
  override readonly name = 'MediaNotReadyError'
}

/** The files of some renditions, by the rendition. */
async function findMadeRenditions(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  for (const rendition of (await findRenditions(db, ids)).values()) {
    const { id, status, file_id, error_message, retryable } = rendition
    if (status === 'failed') throw new PublishError(retryable ? 'retry' : 'never', error_message ?? '')
    if (status !== 'completed') throw new MediaNotReadyError(id)
    if (file_id === null) throw fileDeleted()
    files.set(id, file_id)
  }
  return files
}

function describe(
  dependencies: MediumDependencies,
  { alt_text, focus_x, focus_y, cover_seconds, cover_media_id }: Selectable<PostItemMediaTable>,
  files: ReadonlyMap<string, FileToPost>,
): Pick<PostMedium, 'altText' | 'focus' | 'cover'> {
  const picture = cover_media_id === null ? undefined : files.get(cover_media_id)
  return {
    ...(alt_text !== null && { altText: alt_text }),
    ...(focus_x !== null && focus_y !== null && { focus: { x: focus_x, y: focus_y } }),
    ...(cover_seconds !== null && { cover: { seconds: cover_seconds } }),
    ...(picture && { cover: { picture: openMedium(dependencies, picture) } }),
  }
}
