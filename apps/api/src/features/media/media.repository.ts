import { comesAfter, createdAtText } from '#db/keyset.ts'
import type { Db, MediaTable, Trx } from '#db/types.ts'
import type { MediaFacts } from '#models/port.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import { isUuid } from '#shared/ids.ts'
import type { ListedRow, PageOptions } from '#shared/paginate.ts'
import type { MediaType, MimeType } from '@powerpost/contract'
import type { Selectable } from 'kysely'
import type { HdrTransfer } from './ffmpeg/frame-filter.ts'
import { hdrNamed } from './ffmpeg/read-color.ts'

export type MediaRow = Selectable<MediaTable>

function mediaOf(db: Db | Trx, principal: WorkspacePrincipal) {
  return db
    .selectFrom('media')
    .selectAll()
    .where('workspace_id', '=', principal.workspaceId)
    .where('livemode', '=', principal.livemode)
    .where('status', '=', 'ready')
    .where('is_rendition', '=', false)
}

interface ListOptions extends PageOptions {
  readonly type: MediaType | undefined
}

/** Media of the caller's workspace and mode, newest first. */
export async function findMedia(
  db: Db,
  principal: WorkspacePrincipal,
  { type, limit, after }: ListOptions,
): Promise<(MediaRow & ListedRow)[]> {
  let query = mediaOf(db, principal).select(createdAtText.as('created_at_text'))
  if (type) query = query.where('type', '=', type)
  if (after) query = query.where(comesAfter(after))
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

/** A medium of the caller's workspace and mode; undefined for any other id. */
export async function findMedium(
  db: Db | Trx,
  principal: WorkspacePrincipal,
  id: string,
): Promise<MediaRow | undefined> {
  return isUuid(id) ? mediaOf(db, principal).where('id', '=', id).executeTakeFirst() : undefined
}

/** The same, locked until the transaction ends: nobody else can begin to need it. */
export async function lockMedium(trx: Trx, principal: WorkspacePrincipal, id: string): Promise<MediaRow | undefined> {
  return isUuid(id) ? mediaOf(trx, principal).where('id', '=', id).forUpdate().executeTakeFirst() : undefined
}

/** Hides the medium from every query. Its file goes next. */
export async function markMediumDeleting(trx: Trx, id: string, now: Date): Promise<void> {
  await trx.updateTable('media').set({ status: 'deleting', touched_at: now }).where('id', '=', id).execute()
}

/** Keeps a medium from being deleted until the transaction ends. False: it is gone already. */
export async function holdMedium(trx: Trx, id: string): Promise<boolean> {
  const row = await trx
    .selectFrom('media')
    .select('id')
    .where('id', '=', id)
    .where('status', '=', 'ready')
    .forKeyShare()
    .executeTakeFirst()
  return row !== undefined
}

/** Keeps the media of a generation from being deleted until the transaction ends. */
export async function holdMedia(trx: Trx, generationId: string): Promise<void> {
  const named = trx.selectFrom('generation_media').select('media_id').where('generation_id', '=', generationId)
  await trx.selectFrom('media').select('id').where('id', 'in', named).forKeyShare().execute()
}

/** What starting a generation needs to know of a file. */
export interface MediaForGeneration {
  readonly id: string
  readonly type: MediaType
  /** Of a video. */
  readonly durationSeconds: number | undefined
}

/** Those of some ids that are whole files of the caller's workspace and mode. Until the transaction ends none can be deleted. */
export async function findMediaForGeneration(
  trx: Trx,
  principal: WorkspacePrincipal,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MediaForGeneration>> {
  const possible = ids.filter(isUuid)
  if (possible.length === 0) return new Map()
  const rows = await trx
    .selectFrom('media')
    .select(['id', 'type', 'duration_seconds'])
    .where('id', 'in', possible)
    .where('workspace_id', '=', principal.workspaceId)
    .where('livemode', '=', principal.livemode)
    .where('status', '=', 'ready')
    .where('is_rendition', '=', false)
    .forKeyShare()
    .execute()
  return new Map(
    rows.flatMap(({ id, type, duration_seconds }) =>
      type === null ? [] : [[id, { id, type, durationSeconds: duration_seconds ?? undefined }]],
    ),
  )
}

/** What is known of a generation's media, in their order, for the model. */
export async function describeMedia(db: Db, generationId: string): Promise<MediaFacts[]> {
  const rows = await db
    .selectFrom('generation_media')
    .innerJoin('media', 'media.id', 'generation_media.media_id')
    .select(['type', 'file_name', 'width', 'height', 'duration_seconds', 'colours'])
    .where('generation_id', '=', generationId)
    .orderBy('position')
    .execute()
  return rows.map((row) => {
    const shared = { fileName: row.file_name ?? '', width: row.width ?? 0, height: row.height ?? 0 }
    return row.type === 'video'
      ? { kind: 'video', ...shared, durationSeconds: row.duration_seconds ?? 0 }
      : { kind: 'image', ...shared, colours: row.colours }
  })
}

/** A medium that exists, as the code that passes it on needs it. */
export interface StoredMedium {
  readonly id: string
  readonly type: MediaType
  readonly mimeType: MimeType
  readonly fileName: string
  /** Bytes of the whole file. */
  readonly size: number
  /** Of the whole file, in lower-case hex. */
  readonly sha256: string
  readonly createdAt: Date
  readonly storageKey: string
  /** Of a video, in seconds. */
  readonly durationSeconds: number | undefined
  readonly workspaceId: string
  /** In pixels, as shown. */
  readonly width: number
  readonly height: number
  /** Of a video of high dynamic range. */
  readonly hdr: HdrTransfer | undefined
}

/** The file of a medium that is there; undefined for any other id. Of whatever workspace. */
export async function findFile(db: Db, id: string): Promise<StoredMedium | undefined> {
  if (!isUuid(id)) return undefined
  const row = await db
    .selectFrom('media')
    .selectAll()
    .where('id', '=', id)
    .where('status', '=', 'ready')
    .executeTakeFirst()
  // The database lets no medium be ready without them.
  if (!row?.type || !row.mime_type || row.file_name === null || !row.sha256) return undefined
  return {
    id,
    type: row.type,
    mimeType: row.mime_type,
    fileName: row.file_name,
    size: row.file_size,
    sha256: row.sha256.toString('hex'),
    createdAt: row.created_at,
    storageKey: row.storage_key,
    durationSeconds: row.duration_seconds ?? undefined,
    workspaceId: row.workspace_id,
    width: row.width ?? 0,
    height: row.height ?? 0,
    hdr: hdrNamed(row.facts?.color?.transfer),
  }
}
