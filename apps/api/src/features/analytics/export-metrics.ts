import type { Db } from '#db/types.ts'
import { findUsableKeys } from '#features/account/index.ts'
import { findAccountNames } from '#features/connections/index.ts'
import type { KnownItem } from '#features/posts/index.ts'
import { findKnownItems } from '#features/posts/index.ts'
import { invalidApiKey } from '#shared/app-error.ts'
import type { Clock } from '#shared/clock.ts'
import { showLocalTime } from '#shared/local-time.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { AnalyticsRow, ExportAnalyticsQuery, Metric } from '@powerpost/contract'
import { METRICS } from '@powerpost/contract'
import { writeCsvLine } from './csv.ts'
import type { StoredMetrics } from './item-metrics.repository.ts'
import { findSnapshots } from './item-metrics.repository.ts'
import type { ExportPlace } from './exported-items.repository.ts'
import { findExportedItems } from './exported-items.repository.ts'
import type { DayRange } from './range.ts'

interface ExportOptions {
  readonly principal: WorkspacePrincipal
  readonly range: DayRange
  readonly query: Pick<ExportAnalyticsQuery, 'format' | 'rows'>
}

/** Items in memory at once; of each there are up to 92 snapshots. */
const BATCH_SIZE = { items: 500, snapshots: 50 } as const

const COLUMNS = [
  'item_id',
  'post_id',
  'platform',
  'post_type',
  'connection_id',
  'account',
  'posted_at',
  'date',
  'platform_url',
  'excerpt',
  'fetched_at',
  ...METRICS,
] as const satisfies readonly (keyof AnalyticsRow)[]

/** All items that were posted in a range, the oldest first, a batch of lines at a time. Breaks off when the access of the caller ends. */
export async function* exportMetrics(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  { principal, range, query }: ExportOptions,
): AsyncGenerator<string, void, undefined> {
  const write = query.format === 'csv' ? toCsv : (row: AnalyticsRow) => `${JSON.stringify(row)}\n`
  if (query.format === 'csv') yield writeCsvLine(COLUMNS)
  const limit = BATCH_SIZE[query.rows]
  let after: ExportPlace | undefined
  for (;;) {
    const items = await findExportedItems(db, principal, { range, limit, after })
    const rows = await toRows(db, { principal, range, items, rows: query.rows })
    if (rows.length > 0) yield rows.map(write).join('')
    const last = items.at(-1)
    if (!last || items.length < limit) return
    after = { postedAt: last.posted_at_text, itemId: last.item_id }
    const usable = await findUsableKeys(db, { keyIds: [principal.keyId], now: clock.now() })
    if (!usable.has(principal.keyId)) throw invalidApiKey()
  }
}

interface RowOptions {
  readonly principal: WorkspacePrincipal
  readonly range: DayRange
  readonly items: readonly StoredMetrics[]
  readonly rows: ExportAnalyticsQuery['rows']
}

async function toRows(db: Db, { principal, range, items, rows }: RowOptions): Promise<AnalyticsRow[]> {
  const ids = items.map(({ item_id }) => item_id)
  const known = await findKnownItems(db, ids)
  const names = await findAccountNames(
    db,
    items.flatMap(({ connection_id }) => connection_id ?? []),
  )
  const snapshots =
    rows === 'snapshots' ? Map.groupBy(await findSnapshots(db, ids), ({ item_id }) => item_id) : undefined
  const mayRead = principal.scopes.includes('posts:read')
  return items.flatMap((item) => {
    const one = known.get(item.item_id)
    // It was deleted meanwhile.
    if (!one) return []
    const head = toHead(item, { item: one, mayRead, zone: range.zone, account: names.get(item.connection_id ?? '') })
    const read = snapshots ? (snapshots.get(item.item_id) ?? []) : [item]
    return read.map((values) => ({
      ...head,
      ...toValues(values),
      fetched_at: values.fetched_at?.toISOString() ?? null,
    }))
  })
}

interface HeadOptions {
  readonly item: KnownItem
  readonly mayRead: boolean
  readonly zone: string
  readonly account: string | undefined
}

function toHead(metrics: StoredMetrics, { item, mayRead, zone, account }: HeadOptions) {
  return {
    item_id: item.id,
    post_id: item.post_id,
    platform: item.platform,
    post_type: item.post_type,
    connection_id: metrics.connection_id,
    account: account ?? null,
    posted_at: metrics.posted_at.toISOString(),
    date: showLocalTime(metrics.posted_at, zone).date,
    platform_url: item.platform_url,
    excerpt: mayRead ? item.excerpt : null,
  }
}

function toValues(stored: Readonly<Record<Metric, string | null>>): Record<Metric, number | null> {
  const read = (name: Metric) => (stored[name] === null ? null : Number(stored[name]))
  return {
    views: read('views'),
    likes: read('likes'),
    comments: read('comments'),
    shares: read('shares'),
    saves: read('saves'),
    reach: read('reach'),
    clicks: read('clicks'),
    watch_seconds: read('watch_seconds'),
  }
}

function toCsv(row: AnalyticsRow): string {
  return writeCsvLine(COLUMNS.map((name) => row[name]))
}
