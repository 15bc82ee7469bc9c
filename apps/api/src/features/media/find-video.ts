import type { Db, Trx } from '#db/types.ts'

/** A video that is there. */
export interface VideoFile {
  readonly id: string
  /** In pixels, as it is shown. */
  readonly width: number
  readonly height: number
  /** In seconds. */
  readonly duration: number
}

/** A video of any workspace; undefined when its file was deleted. */
export async function findVideo(db: Db | Trx, id: string): Promise<VideoFile | undefined> {
  const row = await db
    .selectFrom('media')
    .select(['width', 'height', 'duration_seconds'])
    .where('id', '=', id)
    .where('status', '=', 'ready')
    .where('type', '=', 'video')
    .executeTakeFirst()
  if (!row || row.width === null || row.height === null) return undefined
  return { id, width: row.width, height: row.height, duration: row.duration_seconds ?? 0 }
}
