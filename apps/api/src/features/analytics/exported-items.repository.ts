import type { Db } from '#db/types.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import { sql } from 'kysely'
import type { StoredMetrics } from './item-metrics.repository.ts'
import type { DayRange } from './range.ts'

/** Where a batch ended. */
export interface ExportPlace {
  /** To the microsecond, as the database orders by it. */
  readonly postedAt: string
  readonly itemId: string
}

interface FindOptions {
  readonly range: Pick<DayRange, 'bounds'>
  readonly limit: number
  readonly after: ExportPlace | undefined
}

/** Items that were posted in a range, the oldest first, behind a place. */
export async function findExportedItems(
  db: Db,
  { workspaceId, livemode }: WorkspacePrincipal,
  { range: { bounds }, limit, after }: FindOptions,
): Promise<(StoredMetrics & { readonly posted_at_text: string })[]> {
  const [from] = bounds
  const until = bounds.at(-1)
  if (!from || !until) return []
  let query = db
    .selectFrom('item_metrics')
    .selectAll()
    .select(sql<string>`to_char(posted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('posted_at_text'))
    .where('workspace_id', '=', workspaceId)
    .where('livemode', '=', livemode)
    .where('posted_at', '>=', from)
    .where('posted_at', '<', until)
  if (after) {
    query = query.where(sql<boolean>`(posted_at, item_id) > (${after.postedAt}::timestamptz, ${after.itemId}::uuid)`)
  }
  return query.orderBy('posted_at').orderBy('item_id').limit(limit).execute()
}
