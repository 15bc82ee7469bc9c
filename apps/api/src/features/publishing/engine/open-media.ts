import type { Db, PostItemMediaTable } from '#db/types.ts'
import type { FileToPost } from '#features/media/index.ts'
import { findFilesToPost } from '#features/media/index.ts'
import type { PostMedium } from '#platforms/port.ts'
import type { Selectable } from 'kysely'
import { findItemMedia } from './items.repository.ts'
import type { MediumDependencies } from './open-medium.ts'
import { openMedium } from './open-medium.ts'

interface MediaDependencies extends MediumDependencies {
  readonly db: Db
}

/**
 * The media of an item, or of a part of its thread, in their order, as platform adapters read them, with what is said about each.
 *
 * @throws PublishError when a file was deleted
 */
export async function openMedia(
  dependencies: MediaDependencies,
  of: { readonly itemId: string; readonly part: number },
): Promise<PostMedium[]> {
  const { db } = dependencies
  const links = await findItemMedia(db, of)
  const named = links.flatMap(({ media_id, cover_media_id }) => [media_id, cover_media_id ?? []].flat())
  const files = new Map((await findFilesToPost(db, [...new Set(named)])).map((file) => [file.id, file]))
  return links.flatMap((link) => {
    const file = files.get(link.media_id)
    return file ? [{ ...openMedium(dependencies, file), ...describe(dependencies, link, files) }] : []
  })
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
