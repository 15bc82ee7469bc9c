import type { Db } from '#db/types.ts'
import type { AnalyticsGroup, Metric } from '@powerpost/contract'
import { METRICS } from '@powerpost/contract'
import { sql } from 'kysely'

/** Sums of a group. The driver reads sums as texts. */
export type StoredSums = { readonly [Name in Metric]: string } & {
  /** Of days: how many of the bounds are not after it, from 1. Null: without a connection. */
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

const SUMS = METRICS.map((name) => sql`coalesce(sum(${sql.ref(name)}), 0)::text as ${sql.ref(name)}`)

/** The latest metrics of the items that were posted within the bounds, added up by group. Read from the index alone. */
export async function sumMetrics(
  db: Db,
  { workspaceId, livemode, groupBy, bounds }: SummaryOptions,
): Promise<StoredSums[]> {
  const [from] = bounds
  const until = bounds.at(-1)
  const { rows } = await sql<StoredSums>`
    select ${keyOf(groupBy, bounds)} as key, count(*)::text as items, count(fetched_at)::text as measured,
      ${sql.join(SUMS)}
    from item_metrics
    where workspace_id = ${workspaceId} and livemode = ${livemode} and posted_at >= ${from} and posted_at < ${until}
    group by 1`.execute(db)
  return rows
}

/** A day is found among the moments at which days begin: so it has 23 or 25 hours where the clocks of the zone do. */
function keyOf(groupBy: AnalyticsGroup, bounds: readonly Date[]) {
  switch (groupBy) {
    case 'day':
      return sql`width_bucket(posted_at, ${bounds.map((bound) => bound.toISOString())}::timestamptz[])::text`
    case 'connection':
      return sql`connection_id::text`
    case 'platform':
      return sql`platform`
    case 'post_type':
      return sql`post_type`
  }
}
