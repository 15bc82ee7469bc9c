import type { Trx } from '#db/types.ts'

/** What needs a medium of the generations: one that runs. */
export async function findGenerationUse(trx: Trx, mediaId: string): Promise<string | undefined> {
  const running = await trx
    .selectFrom('generation_media')
    .innerJoin('generations', 'generations.id', 'generation_media.generation_id')
    .select('generations.id')
    .where('media_id', '=', mediaId)
    .where('status', '=', 'processing')
    .limit(1)
    .executeTakeFirst()
  return running && `the generation ${running.id}, which is processing`
}
