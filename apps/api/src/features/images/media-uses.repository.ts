import type { Trx } from '#db/types.ts'

/** What needs a medium of the image generations: one that runs, in whose look it draws. */
export async function findImageGenerationUse(trx: Trx, mediaId: string): Promise<string | undefined> {
  const running = await trx
    .selectFrom('image_generation_styles')
    .innerJoin('image_generations', 'image_generations.id', 'image_generation_styles.image_generation_id')
    .select('image_generations.id')
    .where('media_id', '=', mediaId)
    .where('status', '=', 'processing')
    .limit(1)
    .executeTakeFirst()
  return running && `the image generation ${running.id}, which is processing`
}
