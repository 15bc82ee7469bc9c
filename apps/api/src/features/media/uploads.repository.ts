import { isForeignKeyViolation } from '#db/is-foreign-key-violation.ts'
import type { Db, StoredPrincipal, Trx } from '#db/types.ts'
import { lockAccount } from '#features/account/index.ts'
import { AppError } from '#shared/app-error.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { OriginalFile } from '@powerpost/contract'
import { mimeTypeSchema } from '@powerpost/contract'
import { sql } from 'kysely'
import type { InspectedMedia } from './inspect/media-facts.ts'
import type { MediaRow } from './media.repository.ts'
import { hasRoom } from './room.repository.ts'

const UNSETTLED = ['uploading', 'deleting'] as const

/** Whose a file is. */
export interface MediaOwner extends Pick<WorkspacePrincipal, 'accountId' | 'workspaceId' | 'livemode'> {
  /** Null: who asked for it is not known any more. */
  readonly createdBy: StoredPrincipal | null
}

interface Reservation {
  readonly id: string
  readonly key: string
  readonly owner: MediaOwner
  /** What the file may have at the most. */
  readonly bytes: number
  readonly isRendition: boolean
  readonly now: Date
}

/** What a key has on its way. */
export interface RunningUploads {
  readonly count: number
  /** That are reserved. */
  readonly bytes: number
}

/** What a key has on its way. Until the transaction ends nobody else of the account can begin an upload. */
export async function findRunningUploads(trx: Trx, principal: WorkspacePrincipal): Promise<RunningUploads> {
  await lockAccount(trx, principal.accountId)
  const { count, bytes } = await trx
    .selectFrom('media')
    .select((e) => [e.fn.countAll<number>().as('count'), e.fn.sum<string | null>('file_size').as('bytes')])
    .where('account_id', '=', principal.accountId)
    .where('status', '=', 'uploading')
    .where('is_rendition', '=', false)
    .where(sql`created_by ->> 'id'`, '=', principal.id)
    .executeTakeFirstOrThrow()
  return { count, bytes: Number(bytes ?? 0) }
}

/** Reserves an upload's room. Throws STORAGE_QUOTA_EXCEEDED when the account has none left. */
export async function reserveUpload(trx: Trx, { id, key, owner, bytes, isRendition, now }: Reservation): Promise<void> {
  await requireRoom(trx, { owner, bytes })
  await trx
    .insertInto('media')
    .values({
      id,
      account_id: owner.accountId,
      workspace_id: owner.workspaceId,
      livemode: owner.livemode,
      status: 'uploading',
      storage_key: key,
      is_rendition: isRendition,
      file_size: bytes,
      colours: [],
      created_by: owner.createdBy && JSON.stringify(owner.createdBy),
      created_at: now,
      touched_at: now,
    })
    .execute()
}

/** Makes a reservation as large as its file became. Throws STORAGE_QUOTA_EXCEEDED when the account has no room for it. */
export async function resizeReservation(
  trx: Trx,
  { id, owner, bytes }: Pick<Reservation, 'id' | 'owner' | 'bytes'>,
): Promise<void> {
  await requireRoom(trx, { owner, bytes, except: id })
  await trx
    .updateTable('media')
    .set({ file_size: bytes })
    .where('id', '=', id)
    .where('status', '=', 'uploading')
    .execute()
}

interface RoomOptions {
  readonly owner: MediaOwner
  readonly bytes: number
  /** An upload whose own room is not counted. */
  readonly except?: string
}

async function requireRoom(trx: Trx, { owner: { accountId }, bytes, except }: RoomOptions): Promise<void> {
  // Two uploads cannot both take the last room.
  await lockAccount(trx, accountId)
  if (!(await hasRoom(trx, { accountId, bytes, ...(except !== undefined && { except }) }))) {
    throw new AppError('STORAGE_QUOTA_EXCEEDED', 'The media of this account would take more than 10 GiB.')
  }
}

/** Says that an upload goes on. */
export async function touchUpload(db: Db, id: string, now: Date): Promise<void> {
  await db.updateTable('media').set({ touched_at: now }).where('id', '=', id).execute()
}

interface SettledUpload {
  readonly id: string
  readonly fileName: string
  readonly size: number
  /** In hex. */
  readonly sha256: string
  readonly facts: InspectedMedia
  /** The file that was sent, where another is kept. */
  readonly original: OriginalFile | undefined
}

/** Turns a reservation into a file: from now on it can be written about, and takes the room that it has. */
export async function settleUpload(trx: Trx, upload: SettledUpload): Promise<MediaRow> {
  const { id, fileName, size, sha256, facts, original } = upload
  const row = await trx
    .updateTable('media')
    .set({
      status: 'ready',
      file_size: size,
      file_name: fileName,
      type: facts.kind,
      mime_type: mimeTypeSchema.parse(facts.mimeType),
      width: facts.width,
      height: facts.height,
      duration_seconds: facts.kind === 'video' ? facts.durationSeconds : null,
      colours: facts.kind === 'image' ? [...facts.colours] : [],
      sha256: Buffer.from(sha256, 'hex'),
      facts: JSON.stringify(facts.facts),
      original: original ? JSON.stringify(original) : null,
    })
    .where('id', '=', id)
    .where('status', '=', 'uploading')
    .returningAll()
    .executeTakeFirst()
  if (!row) throw new Error(`The upload ${id} was swept while it ran`)
  return row
}

/**
 * Marks an upload as being deleted, so that it can no longer be settled, and returns where its file is. Undefined when it
 * was settled or is gone.
 *
 * @param options.before only an upload that was not touched since
 */
export async function markUploadDeleting(
  db: Db,
  { id, before }: { readonly id: string; readonly before?: Date },
): Promise<string | undefined> {
  let query = db.updateTable('media').set({ status: 'deleting' }).where('id', '=', id).where('status', 'in', UNSETTLED)
  if (before) query = query.where('touched_at', '<', before)
  const row = await query.returning('storage_key').executeTakeFirst()
  return row?.storage_key
}

/** Where an upload stands; undefined when its row is gone. */
export async function findUploadStatus(db: Db, id: string): Promise<MediaRow['status'] | undefined> {
  const row = await db.selectFrom('media').select('status').where('id', '=', id).executeTakeFirst()
  return row?.status
}

/** Removes the row of an upload that is being deleted, once its file is gone; one that something names stays as `deleted`. */
export async function removeUpload(db: Db, id: string): Promise<void> {
  try {
    await db.deleteFrom('media').where('id', '=', id).where('status', '=', 'deleting').execute()
  } catch (error) {
    if (!isForeignKeyViolation(error)) throw error
    await db
      .updateTable('media')
      .set({ status: 'deleted', file_size: 0 })
      .where('id', '=', id)
      .where('status', '=', 'deleting')
      .execute()
  }
}

/** Uploads, and media that are being deleted, that were not touched since a time. */
export async function findStaleUploads(db: Db, before: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('media')
    .select('id')
    .where('status', 'in', UNSETTLED)
    .where('touched_at', '<', before)
    .execute()
  return rows.map((row) => row.id)
}

/** Marks some media of a workspace that was deleted as being deleted, whatever their status. */
export async function markMediaDeleting(db: Db, workspaceId: string, limit: number) {
  return db
    .updateTable('media')
    .set({ status: 'deleting' })
    .where('id', 'in', (query) =>
      // A process that stores a thumbnail of one locks its row: that is waited for, so that it is removed too.
      query.selectFrom('media').select('id').where('workspace_id', '=', workspaceId).limit(limit).forUpdate(),
    )
    .returning(['id', 'storage_key'])
    .execute()
}

/** Removes a medium of a workspace that was deleted, once its file is gone: nothing names it any more. */
export async function removeMedium(db: Db, id: string): Promise<void> {
  await db.deleteFrom('media').where('id', '=', id).execute()
}
