import type { Db, ItemMetricsTable, MetricSnapshotsTable } from '#db/types.ts'
import type { Selectable } from 'kysely'

export type StoredMetrics = Selectable<ItemMetricsTable>
export type StoredSnapshot = Selectable<MetricSnapshotsTable>

/** The latest metrics of an item, and when they are read next; undefined when it was never posted. */
export async function findItemMetrics(
  db: Db,
  itemId: string,
): Promise<(StoredMetrics & { readonly due_at: Date | null }) | undefined> {
  return db
    .selectFrom('item_metrics as metrics')
    .leftJoin('metric_collections as collection', 'collection.item_id', 'metrics.item_id')
    .selectAll('metrics')
    .select('collection.due_at')
    .where('metrics.item_id', '=', itemId)
    .executeTakeFirst()
}

/** What was read of some items, the oldest first. */
export async function findSnapshots(db: Db, itemIds: readonly string[]): Promise<StoredSnapshot[]> {
  if (itemIds.length === 0) return []
  return db
    .selectFrom('metric_snapshots')
    .selectAll()
    .where('item_id', 'in', itemIds)
    .orderBy('item_id')
    .orderBy('step')
    .execute()
}
