import type { Db, ImageGenerationImagesTable, Trx } from '#db/types.ts'
import type { Selectable } from 'kysely'

export type StoredImage = Selectable<ImageGenerationImagesTable>

/** The images of a generation that are neither drawn nor given up, in their order. */
export async function findPendingImages(db: Db, generationId: string): Promise<StoredImage[]> {
  return db
    .selectFrom('image_generation_images')
    .selectAll()
    .where('image_generation_id', '=', generationId)
    .where('status', '=', 'pending')
    .orderBy('position')
    .execute()
}

type ImagePlace = Pick<StoredImage, 'image_generation_id' | 'position'>

/** Says that an image was drawn. False: another attempt drew it first, or it was given up. */
export async function markDrawn(trx: Trx, place: ImagePlace, mediaId: string): Promise<boolean> {
  const result = await trx
    .updateTable('image_generation_images')
    .set({ status: 'drawn', media_id: mediaId })
    .where('image_generation_id', '=', place.image_generation_id)
    .where('position', '=', place.position)
    .where('status', '=', 'pending')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Gives up one image that is not drawn yet. */
export async function giveUpImage(db: Db, place: ImagePlace, failure: string): Promise<void> {
  await db
    .updateTable('image_generation_images')
    .set({ status: 'failed', failure })
    .where('image_generation_id', '=', place.image_generation_id)
    .where('position', '=', place.position)
    .where('status', '=', 'pending')
    .execute()
}

/** Gives up every image of a generation that is not drawn yet. */
export async function giveUpImages(trx: Trx, generationId: string, failure: string): Promise<void> {
  await trx
    .updateTable('image_generation_images')
    .set({ status: 'failed', failure })
    .where('image_generation_id', '=', generationId)
    .where('status', '=', 'pending')
    .execute()
}

/** Why images of a generation were given up, in their order; none of those that were drawn. */
export async function findFailures(trx: Trx, generationId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('image_generation_images')
    .select('failure')
    .where('image_generation_id', '=', generationId)
    .where('status', '=', 'failed')
    .orderBy('position')
    .execute()
  return rows.map((row) => row.failure ?? '')
}

/** An image that is there. */
export interface DrawnMedium {
  readonly id: string
  readonly width: number
  readonly height: number
}

/** The images of a generation that are there, in their order. */
export async function findDrawnMedia(db: Db | Trx, generationId: string): Promise<DrawnMedium[]> {
  const rows = await db
    .selectFrom('image_generation_images')
    .innerJoin('media', 'media.id', 'image_generation_images.media_id')
    .select(['media.id', 'width', 'height'])
    .where('image_generation_id', '=', generationId)
    .where('media.status', '=', 'ready')
    .orderBy('position')
    .execute()
  return rows.flatMap(({ id, width, height }) => (width === null || height === null ? [] : [{ id, width, height }]))
}
