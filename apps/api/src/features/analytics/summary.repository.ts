import type { Db } from '#db/types.ts'
import type { AnalyticsGroup, Metric } from '@powerpost/contract'
import { METRICS } from '@powerpost/contract'
import { sql } from 'kysely'

/** Sums of a group. The driver reads sums as texts. */
export type StoredSums = { readonly [Name in Metric]: string } & {
  /** Of days: the place among those of the range, from 1. Null: without a connection. */
  readonly key: string | null
  readonly items: string
  readonly measured: string
}

interface SummaryOptions {
  readonly workspaceId: string
  readonly livemode: boolean
  readonly groupBy: AnalyticsGroup
  /** When each day begins, and when the last one ends. */
  readonly bounds: readonly Date[]
}

const SUMS = sql`count(*)::text as items, count(fetched_at)::text as measured, ${sql.join(
  METRICS.map((name) => sql`coalesce(sum(${sql.ref(name)}), 0)::text as ${sql.ref(name)}`),
)}`

/** The latest metrics of the items that were posted within the bounds, added up by group. Read from the index alone. */
export async function sumMetrics(db: Db, options: SummaryOptions): Promise<StoredSums[]> {
  const { rows } = await (
    options.groupBy === 'day' ? sumByDay(options) : sumByColumn(options, options.groupBy)
  ).execute(db)
  return rows
}

function sumByColumn({ workspaceId, livemode, bounds }: SummaryOptions, groupBy: Exclude<AnalyticsGroup, 'day'>) {
  return sql<StoredSums>`
    select ${keyOf(groupBy)} as key, ${SUMS}
    from item_metrics
    where workspace_id = ${workspaceId} and livemode = ${livemode} and posted_at >= ${bounds[0]} and posted_at < ${bounds.at(-1)}
    group by 1`
}

/** One stretch of the index for each day, between the moments at which days begin: 23 or 25 hours where the clocks of the zone change. */
function sumByDay({ workspaceId, livemode, bounds }: SummaryOptions) {
  const moments = bounds.map((bound) => bound.toISOString())
  return sql<StoredSums>`
    select day.key::text as key, sums.*
    from unnest(${moments.slice(0, -1)}::timestamptz[], ${moments.slice(1)}::timestamptz[]) with ordinality as day (begins, ends, key)
    cross join lateral (
      select ${SUMS}
      from item_metrics
      where workspace_id = ${workspaceId} and livemode = ${livemode} and posted_at >= day.begins and posted_at < day.ends
    ) as sums
    where sums.items <> '0'`
}

function keyOf(groupBy: Exclude<AnalyticsGroup, 'day'>) {
  switch (groupBy) {
    case 'connection':
      return sql`connection_id::text`
    case 'platform':
      return sql`platform`
    case 'post_type':
      return sql`post_type`
  }
}
