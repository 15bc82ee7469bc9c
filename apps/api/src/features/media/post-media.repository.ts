import type { Db, StoredFacts, Trx } from '#db/types.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import { isUuid } from '#shared/ids.ts'
import type { MediaType, MimeType } from '@powerpost/contract'

/** A file, as far as what the platforms take goes. */
export interface MediumToPost {
  readonly id: string
  /** False once its file was deleted. */
  readonly isThere: boolean
  readonly type: MediaType
  readonly mimeType: MimeType
  /** In bytes. */
  readonly size: number
  /** In pixels, as shown. */
  readonly width: number
  readonly height: number
  /** Of a video. */
  readonly durationSeconds: number | undefined
  /** How it is encoded. Undefined: it was uploaded before that was read. */
  readonly facts: StoredFacts | undefined
}

/** Those of some ids that are whole files of the caller's workspace and mode. Until the transaction ends none can be deleted. */
export async function holdMediaToPost(
  trx: Trx,
  principal: WorkspacePrincipal,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MediumToPost>> {
  const possible = ids.filter(isUuid)
  if (possible.length === 0) return new Map()
  const rows = await mediaOf(trx, possible)
    .where('workspace_id', '=', principal.workspaceId)
    .where('livemode', '=', principal.livemode)
    .where('status', '=', 'ready')
    .where('is_rendition', '=', false)
    .forKeyShare()
    .execute()
  return toMedia(rows)
}

/** What is known of some files, were they deleted since. */
export async function findMediaToPost(
  db: Db | Trx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MediumToPost>> {
  return ids.length === 0 ? new Map() : toMedia(await mediaOf(db, ids).execute())
}

/** A file that is posted, with what reading it needs. */
export interface FileToPost extends MediumToPost {
  readonly fileName: string
  readonly storageKey: string
}

/** Some files in the order in which their ids are given. One that was deleted since is among them. */
export async function findFilesToPost(db: Db, ids: readonly string[]): Promise<FileToPost[]> {
  if (ids.length === 0) return []
  const rows = await mediaOf(db, ids).select(['file_name', 'storage_key']).execute()
  const files = new Map(
    rows.map((row) => [row.id, { ...toMedium(row), fileName: row.file_name ?? '', storageKey: row.storage_key }]),
  )
  return ids.flatMap((id) => files.get(id) ?? [])
}

function mediaOf(db: Db | Trx, ids: readonly string[]) {
  return db
    .selectFrom('media')
    .select(['id', 'status', 'type', 'mime_type', 'file_size', 'width', 'height', 'duration_seconds', 'facts'])
    .where('id', 'in', ids)
}

type MediumRow = Awaited<ReturnType<ReturnType<typeof mediaOf>['execute']>>[number]

function toMedia(rows: readonly MediumRow[]): Map<string, MediumToPost> {
  return new Map(rows.map((row) => [row.id, toMedium(row)]))
}

function toMedium(row: MediumRow): MediumToPost {
  const { id, status, type, mime_type, file_size: size, width, height, duration_seconds } = row
  // The database lets no medium be ready without them, and nothing names one that was never ready.
  if (type === null || mime_type === null || width === null || height === null) {
    throw new Error(`The medium ${id} is not whole`)
  }
  const durationSeconds = duration_seconds ?? undefined
  const facts = row.facts ?? undefined
  return { id, isThere: status === 'ready', type, mimeType: mime_type, size, width, height, durationSeconds, facts }
}
