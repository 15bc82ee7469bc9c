import type { Db, ImageGenerationImagesTable, Trx } from '#db/types.ts'
import { selectRunsOf } from '#features/runs/index.ts'
import type { Selectable } from 'kysely'

export type StoredImage = Selectable<ImageGenerationImagesTable>

interface NewImage {
  /** From 0. */
  readonly position: number
  readonly seed: number
}

export async function insertImages(trx: Trx, runId: string, images: readonly NewImage[]): Promise<void> {
  const pending = { run_id: runId, status: 'pending', media_id: null, failure: null } as const
  await trx
    .insertInto('image_generation_images')
    .values(images.map((image) => ({ ...image, ...pending })))
    .execute()
}

/** The images of a run that are neither drawn nor failed, in their order. */
export async function findPendingImages(db: Db, runId: string): Promise<StoredImage[]> {
  return db
    .selectFrom('image_generation_images')
    .selectAll()
    .where('run_id', '=', runId)
    .where('status', '=', 'pending')
    .orderBy('position')
    .execute()
}

type ImagePlace = Pick<StoredImage, 'run_id' | 'position'>

/** Records that an image was drawn. False: another attempt drew it first, or it failed. */
export async function updateDrawn(trx: Trx, place: ImagePlace, mediaId: string): Promise<boolean> {
  const result = await trx
    .updateTable('image_generation_images')
    .set({ status: 'drawn', media_id: mediaId })
    .where('run_id', '=', place.run_id)
    .where('position', '=', place.position)
    .where('status', '=', 'pending')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Fails one image that is not drawn yet. */
export async function failImage(db: Db, place: ImagePlace, failure: string): Promise<void> {
  await db
    .updateTable('image_generation_images')
    .set({ status: 'failed', failure })
    .where('run_id', '=', place.run_id)
    .where('position', '=', place.position)
    .where('status', '=', 'pending')
    .execute()
}

/** Fails every image of a run that is not drawn yet. */
export async function failPendingImages(trx: Trx, runId: string, failure: string): Promise<void> {
  await trx
    .updateTable('image_generation_images')
    .set({ status: 'failed', failure })
    .where('run_id', '=', runId)
    .where('status', '=', 'pending')
    .execute()
}

/** For each image of a run in their order, why it failed; null: it did not. */
export async function findFailures(trx: Trx, runId: string): Promise<(string | null)[]> {
  const rows = await trx
    .selectFrom('image_generation_images')
    .select('failure')
    .where('run_id', '=', runId)
    .orderBy('position')
    .execute()
  return rows.map((row) => row.failure)
}

/** An image that is there. */
export interface DrawnMedium {
  readonly id: string
  readonly width: number
  readonly height: number
}

/**
 * The images of an image generation that are there, in their order: of each the newest. Those of a regeneration count from its
 * end on, and those of the run that is named.
 */
export async function findDrawnMedia(db: Db | Trx, id: string, runId = id): Promise<DrawnMedium[]> {
  const newest = db
    .selectFrom('image_generation_images')
    .innerJoin(selectRunsOf(db, id), 'run.run_id', 'image_generation_images.run_id')
    .distinctOn('position')
    .select(['position', 'media_id'])
    .where('status', '=', 'drawn')
    .where((where) => where.or([where('run_status', '!=', 'processing'), where('run.run_id', 'in', [id, runId])]))
    .orderBy('position')
    .orderBy('run_created_at', 'desc')
    .orderBy('run.run_id', 'desc')
    .as('newest')
  const rows = await db
    .selectFrom(newest)
    .innerJoin('media', 'media.id', 'newest.media_id')
    .select(['media.id', 'width', 'height'])
    .where('media.status', '=', 'ready')
    .orderBy('position')
    .execute()
  return rows.flatMap(({ id: mediaId, width, height }) =>
    width === null || height === null ? [] : [{ id: mediaId, width, height }],
  )
}
