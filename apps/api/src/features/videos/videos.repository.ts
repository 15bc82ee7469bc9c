import type { Db, Trx, VideoGenerationVideosTable } from '#db/types.ts'
import { selectRunsOf } from '#features/runs/index.ts'
import type { Selectable } from 'kysely'

export type StoredVideo = Selectable<VideoGenerationVideosTable>

export async function insertVideo(
  trx: Trx,
  { runId, seed }: { readonly runId: string; readonly seed: number },
): Promise<void> {
  const pending = { status: 'pending', media_id: null, ...NOT_SUBMITTED } as const
  await trx
    .insertInto('video_generation_videos')
    .values({ run_id: runId, seed, ...pending })
    .execute()
}

const NOT_SUBMITTED = {
  served_by: null,
  submission_id: null,
  submitting_since: null,
  vendor_job: null,
  submitted_at: null,
} as const

export async function findVideoOfRun(db: Db | Trx, runId: string): Promise<StoredVideo> {
  return db.selectFrom('video_generation_videos').selectAll().where('run_id', '=', runId).executeTakeFirstOrThrow()
}

interface Submitting {
  readonly runId: string
  readonly servedBy: string
  readonly submissionId: string
  readonly at: Date
}

/** Records that a vendor is asked from now on. False: it was asked before, or nothing is to be made any more. */
export async function updateSubmitting(
  db: Db | Trx,
  { runId, servedBy, submissionId, at }: Submitting,
): Promise<boolean> {
  const result = await db
    .updateTable('video_generation_videos')
    .set({ served_by: servedBy, submission_id: submissionId, submitting_since: at })
    .where('run_id', '=', runId)
    .where('status', '=', 'pending')
    .where('submitting_since', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Records that the vendor did not take the request: it may be asked again. */
export async function updateNotSubmitted(db: Db | Trx, runId: string, submissionId: string): Promise<void> {
  await db
    .updateTable('video_generation_videos')
    .set(NOT_SUBMITTED)
    .where('run_id', '=', runId)
    .where('submission_id', '=', submissionId)
    .where('vendor_job', 'is', null)
    .execute()
}

interface Submitted {
  readonly runId: string
  readonly submissionId: string
  readonly job: string
  readonly at: Date
}

/** Records the vendor's job. False: another attempt did. */
export async function updateSubmitted(db: Db | Trx, { runId, submissionId, job, at }: Submitted): Promise<boolean> {
  const result = await db
    .updateTable('video_generation_videos')
    .set({ vendor_job: job, submitted_at: at })
    .where('run_id', '=', runId)
    .where('submission_id', '=', submissionId)
    .where('vendor_job', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Records that the video was made. False: another attempt made it first, or it failed. */
export async function updateMade(trx: Trx, runId: string, mediaId: string): Promise<boolean> {
  const result = await trx
    .updateTable('video_generation_videos')
    .set({ status: 'made', media_id: mediaId })
    .where('run_id', '=', runId)
    .where('status', '=', 'pending')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Fails the video of a run, unless it was made. */
export async function failPendingVideo(trx: Trx, runId: string): Promise<void> {
  await trx
    .updateTable('video_generation_videos')
    .set({ status: 'failed' })
    .where('run_id', '=', runId)
    .where('status', '=', 'pending')
    .execute()
}

/**
 * The medium of the newest video of a generation that was made; null when its file was deleted. That of a regeneration counts from its
 * end on. Undefined: none was made.
 */
export async function findMadeMedium(db: Db | Trx, id: string): Promise<string | null | undefined> {
  const row = await db
    .selectFrom('video_generation_videos')
    .innerJoin(selectRunsOf(db, id), 'run.run_id', 'video_generation_videos.run_id')
    .select('media_id')
    .where('status', '=', 'made')
    .where('run_status', '!=', 'processing')
    .orderBy('run_created_at', 'desc')
    .orderBy('run.run_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.media_id
}
