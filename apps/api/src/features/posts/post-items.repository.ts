import type { Db, PostItemMediaTable, PostItemsTable, Trx } from '#db/types.ts'
import { findAccountNames } from '#features/connections/index.ts'
import type { MediumToPost, PostedRendition } from '#features/media/index.ts'
import { findMediaToPost, findRenditions } from '#features/media/index.ts'
import type { Platform } from '@powerpost/contract'
import type { Insertable, Selectable } from 'kysely'
import { sql } from 'kysely'
import type { PlacedMedium } from './placed-medium.ts'
import type { ThreadPart } from './preflight/finding.ts'

export interface StoredItem extends Selectable<PostItemsTable> {
  /** In the order they are posted. */
  readonly media: readonly PlacedMedium[]
  /** What follows in the same thread. */
  readonly parts: readonly ThreadPart[]
  /** The name of the platform account that it is posted to, also when its connection was deleted. */
  readonly platform_account_name: string | null
}

/** The media of an item and of its thread. */
export function mediaOf({ media, parts }: Pick<StoredItem, 'media' | 'parts'>): readonly PlacedMedium[] {
  return [media, ...parts.map((part) => part.media)].flat()
}

/** The items of a post in their order, each with its media. */
export async function findItems(db: Db | Trx, postId: string): Promise<StoredItem[]> {
  return (await findItemsOf(db, [postId])).get(postId) ?? []
}

/** The same of some posts, by the post. */
export async function findItemsOf(
  db: Db | Trx,
  postIds: readonly string[],
): Promise<ReadonlyMap<string, StoredItem[]>> {
  if (postIds.length === 0) return new Map()
  const items = await db
    .selectFrom('post_items')
    .selectAll()
    .where('post_id', 'in', postIds)
    .orderBy('position')
    .execute()
  if (items.length === 0) return new Map()
  const ids = items.map(({ id }) => id)
  const media = await findMediaOf(db, ids)
  const names = await findAccountNames(
    db,
    items.flatMap(({ connection_id }) => connection_id ?? []),
  )
  return Map.groupBy(
    items.map((item) => ({
      ...item,
      media: media.get(item.id)?.get(0) ?? [],
      parts: item.thread.map((content, index) => ({ content, media: media.get(item.id)?.get(index + 1) ?? [] })),
      platform_account_name: names.get(item.connection_id ?? '') ?? null,
    })),
    (item) => item.post_id,
  )
}

/** A text that was published. */
export interface PostedText {
  /** With its title before it, where it has one. */
  readonly text: string
  readonly platform: Platform
  readonly postId: string
  readonly itemId: string
}

/** The texts that were published through a connection, the newest first. */
export async function findPostedTexts(db: Db, connectionId: string, limit: number): Promise<PostedText[]> {
  const rows = await db
    .selectFrom('post_items')
    .select(['id', 'post_id', 'platform', 'title', 'content'])
    .where('connection_id', '=', connectionId)
    .where('status', '=', 'posted')
    .where('content', '<>', '')
    .orderBy('posted_at', (order) => order.desc().nullsLast())
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id, post_id, platform, title, content }) => ({
    text: title === null ? content : `${title}\n${content}`,
    platform,
    postId: post_id,
    itemId: id,
  }))
}

/** How many bytes the texts of some posts have, by the post. */
export async function measureTexts(db: Db, postIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (postIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('post_items')
    .select([
      'post_id',
      sql<string>`sum(octet_length(content) + coalesce(octet_length(first_comment), 0) + octet_length(thread::text))`.as(
        'bytes',
      ),
    ])
    .where('post_id', 'in', postIds)
    .groupBy('post_id')
    .execute()
  return new Map(rows.map(({ post_id, bytes }) => [post_id, Number(bytes)]))
}

/** The media of some items by their part: 0 is the item itself. */
type MediaByPart = ReadonlyMap<number, readonly PlacedMedium[]>

async function findMediaOf(db: Db | Trx, itemIds: readonly string[]): Promise<ReadonlyMap<string, MediaByPart>> {
  const links = await db
    .selectFrom('post_item_media')
    .selectAll()
    .where('post_item_id', 'in', itemIds)
    .orderBy('position')
    .execute()
  const named = links.flatMap(({ media_id, cover_media_id }) => [media_id, cover_media_id ?? []].flat())
  const media = await findMediaToPost(db, [...new Set(named)])
  const renditions = await findRenditions(
    db,
    links.flatMap(({ rendition_id }) => rendition_id ?? []),
  )
  const found = new Map<string, Map<number, PlacedMedium[]>>()
  for (const link of links) {
    const medium = placeLinked(link, media, renditions)
    if (!medium) continue
    const parts = found.get(link.post_item_id) ?? new Map<number, PlacedMedium[]>()
    found.set(link.post_item_id, parts.set(link.part, [...(parts.get(link.part) ?? []), medium]))
  }
  return found
}

function placeLinked(
  { media_id, alt_text, focus_x, focus_y, cover_seconds, cover_media_id, rendition_id }: Selectable<PostItemMediaTable>,
  media: ReadonlyMap<string, MediumToPost>,
  renditions: ReadonlyMap<string, PostedRendition>,
): PlacedMedium | undefined {
  const medium = media.get(media_id)
  const picture = cover_media_id === null ? undefined : media.get(cover_media_id)
  const rendition = rendition_id === null ? undefined : renditions.get(rendition_id)
  return (
    medium && {
      ...medium,
      ...(alt_text !== null && { altText: alt_text }),
      ...(focus_x !== null && focus_y !== null && { focus: { x: focus_x, y: focus_y } }),
      ...(cover_seconds !== null && { cover: { seconds: cover_seconds } }),
      ...(picture && { cover: { picture } }),
      ...(rendition && { rendition }),
    }
  )
}

/** Keeps the media of some items from being deleted until the transaction ends. */
export async function holdItemMedia(trx: Trx, itemIds: readonly string[]): Promise<void> {
  if (itemIds.length === 0) return
  const links = trx.selectFrom('post_item_media').where('post_item_id', 'in', itemIds)
  const named = links
    .select('media_id')
    .unionAll(links.select('cover_media_id as media_id').$castTo<{ media_id: string }>())
  await trx.selectFrom('media').select('id').where('id', 'in', named).forKeyShare().execute()
}

export interface NewItem {
  readonly row: Insertable<PostItemsTable>
  /** Of the item, then of each part of its thread; each in the order they are posted. */
  readonly media: readonly (readonly PlacedMedium[])[]
}

/** Writes the items of a post. */
export async function insertItems(trx: Trx, items: readonly NewItem[]): Promise<void> {
  await trx
    .insertInto('post_items')
    .values(items.map(({ row }) => row))
    .execute()
  const links = items.flatMap(({ row, media }) =>
    media
      .flatMap((placed, part) => placed.map((medium) => ({ ...medium, part })))
      .map(({ id: media_id, altText, focus, cover, part }, position) => ({
        post_item_id: row.id,
        position,
        part,
        media_id,
        alt_text: altText ?? null,
        focus_x: focus?.x ?? null,
        focus_y: focus?.y ?? null,
        cover_seconds: cover && 'seconds' in cover ? cover.seconds : null,
        cover_media_id: cover && 'picture' in cover ? cover.picture.id : null,
      })),
  )
  if (links.length > 0) await trx.insertInto('post_item_media').values(links).execute()
}

/** Deletes the items of a post. */
export async function removeItems(trx: Trx, postId: string): Promise<void> {
  await trx.deleteFrom('post_items').where('post_id', '=', postId).execute()
}

interface PlacedRendition {
  readonly itemId: string
  readonly mediaId: string
  /** Null: the file itself is posted. */
  readonly renditionId: string | null
}

/** Writes down what is posted in the place of a file of an item. */
export async function updateRendition(trx: Trx, { itemId, mediaId, renditionId }: PlacedRendition): Promise<void> {
  await trx
    .updateTable('post_item_media')
    .set({ rendition_id: renditionId })
    .where('post_item_id', '=', itemId)
    .where('media_id', '=', mediaId)
    .execute()
}
