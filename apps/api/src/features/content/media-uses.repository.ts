import type { Db, Trx } from '#db/types.ts'

/** The media of a generation, in their order. */
export async function findMediaIds(db: Db, generationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('generation_media')
    .select('media_id')
    .where('generation_id', '=', generationId)
    .orderBy('position')
    .execute()
  return rows.map(({ media_id }) => media_id)
}

/** The id of a generation that is processing and needs a medium. */
export async function findProcessingWith(trx: Trx, mediaId: string): Promise<string | undefined> {
  const generation = await trx
    .selectFrom('generation_media')
    .innerJoin('generations', 'generations.id', 'generation_media.generation_id')
    .select('generations.id')
    .where('media_id', '=', mediaId)
    .where('status', '=', 'processing')
    .limit(1)
    .executeTakeFirst()
  return generation?.id
}
