import type { Trx } from '#db/types.ts'

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
