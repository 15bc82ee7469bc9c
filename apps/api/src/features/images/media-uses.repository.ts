import type { Trx } from '#db/types.ts'

/** The id of an image generation that is processing and draws in the style of a medium. */
export async function findProcessingWith(trx: Trx, mediaId: string): Promise<string | undefined> {
  const generation = await trx
    .selectFrom('image_generation_styles')
    .innerJoin('image_generations', 'image_generations.id', 'image_generation_styles.image_generation_id')
    .select('image_generations.id')
    .where('media_id', '=', mediaId)
    .where('status', '=', 'processing')
    .limit(1)
    .executeTakeFirst()
  return generation?.id
}
