import type { Db } from '#db/types.ts'

/** A medium of a generation that is still there, by its place in the request, from 0. */
export async function findMediumToLookAt(db: Db, generationId: string, place: number) {
  return db
    .selectFrom('generation_media')
    .innerJoin('media', 'media.id', 'generation_media.media_id')
    .select(['media.id', 'storage_key', 'type', 'mime_type', 'file_size', 'duration_seconds', 'facts'])
    .where('generation_id', '=', generationId)
    .where('position', '=', place)
    .where('status', '=', 'ready')
    .executeTakeFirst()
}
