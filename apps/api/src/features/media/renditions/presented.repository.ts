import type { Db, Trx } from '#db/types.ts'
import { isUuid } from '#shared/ids.ts'
import type { ListedRow, PageOptions } from '#shared/paginate.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import { sql } from 'kysely'

/** From 1, among those that wait for the same slot: the turns of workspaces may change it. */
const queuePosition = sql<number | null>`case when rendition.status = 'queued' then (
  select count(*)::int from media_renditions as other
  where other.status = 'queued' and other.lane = rendition.lane and other.id <= rendition.id) end`

const createdAtText = sql<string>`to_char(rendition.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

function renditionsOf(db: Db | Trx, principal: WorkspacePrincipal, mediaId: string) {
  return db
    .selectFrom('media_renditions as rendition')
    .innerJoin('media as original', 'original.id', 'rendition.original_id')
    .leftJoin('media as file', (join) =>
      join.onRef('file.id', '=', 'rendition.file_id').on('file.status', '=', 'ready'),
    )
    .select(['rendition.id', 'rendition.original_id', 'rendition.status', 'rendition.changes', 'rendition.created_at'])
    .select(['rendition.error_message', 'rendition.retryable', 'rendition.file_id'])
    .select(['file.file_size', 'file.mime_type', 'file.width', 'file.height', 'file.duration_seconds'])
    .select([queuePosition.as('queue_position'), createdAtText.as('created_at_text')])
    .where('rendition.original_id', '=', mediaId)
    .where('rendition.workspace_id', '=', principal.workspaceId)
    .where('rendition.livemode', '=', principal.livemode)
    .where('original.status', '=', 'ready')
}

export type PresentedRendition = Awaited<ReturnType<ReturnType<typeof renditionsOf>['execute']>>[number] & ListedRow

interface Place {
  readonly mediaId: string
  readonly id: string
}

export async function findRenditionOf(
  db: Db | Trx,
  principal: WorkspacePrincipal,
  { mediaId, id }: Place,
): Promise<PresentedRendition | undefined> {
  if (!isUuid(mediaId) || !isUuid(id)) return undefined
  return renditionsOf(db, principal, mediaId).where('rendition.id', '=', id).executeTakeFirst()
}

export async function findRenditionsOf(
  db: Db,
  principal: WorkspacePrincipal,
  { mediaId, limit, after }: PageOptions & { readonly mediaId: string },
): Promise<PresentedRendition[]> {
  let query = renditionsOf(db, principal, mediaId)
  if (after) {
    const place = sql`(${after.createdAt}::timestamptz, ${after.id}::uuid)`
    query = query.where(sql<boolean>`(rendition.created_at, rendition.id) < ${place}`)
  }
  return query.orderBy('rendition.created_at', 'desc').orderBy('rendition.id', 'desc').limit(limit).execute()
}
