import type { Db } from '#db/types.ts'
import { findAccountNames } from '#features/connections/index.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { AnalyticsSummary, AnalyticsSums, SummarizeAnalyticsQuery } from '@powerpost/contract'
import { METRICS } from '@powerpost/contract'
import { readRange } from './range.ts'
import type { StoredSums } from './summary.repository.ts'
import { sumMetrics } from './summary.repository.ts'

type Sums = Omit<AnalyticsSums, 'key' | 'name'>

const COUNTED = ['items', 'measured', ...METRICS] as const

/** The metrics of the items that were posted in a range of days, added up by group. */
export async function summarizeMetrics(
  db: Db,
  principal: WorkspacePrincipal,
  query: SummarizeAnalyticsQuery,
): Promise<AnalyticsSummary> {
  const { from, to, group_by } = query
  const { zone, days, bounds } = await readRange(db, principal, query)
  const { workspaceId, livemode } = principal
  const stored = await sumMetrics(db, { workspaceId, livemode, groupBy: group_by, bounds })
  const sums = new Map(stored.map((row) => [row.key ?? '', toSums(row)]))
  const groups =
    group_by === 'day'
      ? days.map((day, index) => ({ key: day, ...(sums.get(String(index + 1)) ?? add([])) }))
      : await withNames(
          db,
          [...sums].map(([key, one]) => ({ key, ...one })),
          group_by,
        )
  return { from, to, time_zone: zone, group_by, totals: add([...sums.values()]), groups }
}

function toSums(row: StoredSums): Sums {
  return build((name) => Number(row[name]))
}

function add(all: readonly Sums[]): Sums {
  return build((name) => all.reduce((sum, one) => sum + one[name], 0))
}

function build(valueOf: (name: (typeof COUNTED)[number]) => number): Sums {
  const [items, measured] = [valueOf('items'), valueOf('measured')]
  const [views, likes, comments] = [valueOf('views'), valueOf('likes'), valueOf('comments')]
  const [shares, saves, reach] = [valueOf('shares'), valueOf('saves'), valueOf('reach')]
  const [clicks, watch_seconds] = [valueOf('clicks'), valueOf('watch_seconds')]
  return { items, measured, views, likes, comments, shares, saves, reach, clicks, watch_seconds }
}

/** The most seen first. Connections have the names of their accounts. */
async function withNames(
  db: Db,
  groups: readonly AnalyticsSums[],
  groupBy: AnalyticsSummary['group_by'],
): Promise<AnalyticsSums[]> {
  const sorted = groups.toSorted((a, b) => b.views - a.views || a.key.localeCompare(b.key))
  if (groupBy !== 'connection') return sorted
  const names = await findAccountNames(
    db,
    sorted.flatMap(({ key }) => key || []),
  )
  return sorted.map((group) => {
    const name = names.get(group.key)
    return name === undefined ? group : { ...group, name }
  })
}
