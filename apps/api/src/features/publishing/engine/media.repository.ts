import type { Db } from '#db/types.ts'

/** The files of an item, in the order they are posted. */
export async function findFiles(db: Db, itemId: string) {
  return db
    .selectFrom('post_item_media')
    .innerJoin('media', 'media.id', 'post_item_media.media_id')
    .select([
      'media.id',
      'type',
      'mime_type',
      'file_name',
      'file_size',
      'width',
      'height',
      'duration_seconds',
      'storage_key',
      'status',
    ])
    .where('post_item_id', '=', itemId)
    .orderBy('position')
    .execute()
}

export type ItemFile = Awaited<ReturnType<typeof findFiles>>[number]
