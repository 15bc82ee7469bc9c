import { sql } from 'kysely'
import type { TestServer } from '../test/harness/test-server.ts'
import { startTestServer } from '../test/harness/test-server.ts'
import type { DatabaseKind, Figures } from './environment.ts'
import { createEmptyDatabase, milliseconds, percentile } from './environment.ts'

const ROUNDS = 15

interface Filling {
  readonly items: number
  /** Of each item. */
  readonly snapshots: number
}

/** What is filled in half a minute. A summary does not read the snapshots: they only take room. */
const FILLING: Readonly<Record<DatabaseKind, Filling>> = {
  embedded: { items: 10_000, snapshots: 3 },
  postgres: { items: 100_000, snapshots: 3 },
}

/** How long a summary of one workspace's items takes, next to the bare count of the same rows. */
export async function measureAnalytics(kind: DatabaseKind, filling: Filling = FILLING[kind]): Promise<Figures> {
  const database = await createEmptyDatabase(kind)
  const server = await startTestServer({ database, work: false })
  await fillAnalytics(server, filling)
  const { workspaceId } = server
  const bare = await time(() =>
    sql`select count(*) from item_metrics where workspace_id = ${workspaceId} and livemode
      and posted_at >= '2026-01-01' and posted_at < '2027-01-01'`.execute(server.db),
  )
  const figures: [string, string][] = [[`count ${filling.items} items, bare`, milliseconds(bare)]]
  for (const group of ['day', 'platform', 'post_type', 'connection']) {
    const path = `/api/v1/analytics/summary?from=2026-01-01&to=2026-12-31&time_zone=Europe/Berlin&group_by=${group}`
    const took = await time(async () => (await server.request(path)).text())
    figures.push([`GET /analytics/summary by ${group}`, `${milliseconds(took)}, ${(took / bare).toFixed(1)} x bare`])
  }
  await server.stop()
  await database.remove()
  return Object.fromEntries(figures)
}

/** Fills the first workspace with items of 90 days, each with its snapshots. */
async function fillAnalytics(server: Pick<TestServer, 'db' | 'workspaceId'>, filling: Filling): Promise<void> {
  const { db, workspaceId } = server
  const { items, snapshots } = filling
  await sql`
    with owner as (select id as account_id from accounts limit 1),
    post as (
      insert into posts (id, account_id, workspace_id, livemode, status, outcome, published_at, created_by, created_at, updated_at)
      select gen_random_uuid(), account_id, ${workspaceId}, true, 'published', 'all', at, '{}', at, at
      from owner, generate_series(1, ${items}::int) as number,
        lateral (select timestamptz '2026-09-01' + number * interval '90 days' / ${items}::int as at) as posted
      returning id, published_at
    )
    insert into post_items (id, post_id, position, post_type, platform, content, options, status, posted_at)
    select gen_random_uuid(), id, 0, 'x-post', 'x', 'Bread', '{}', 'posted', published_at from post`.execute(db)
  await sql`
    insert into item_metrics (item_id, account_id, workspace_id, livemode, platform, post_type, connection_id, posted_at, fetched_at,
      views, likes, comments, shares, saves, reach, clicks, watch_seconds, has_history)
    select item.id, post.account_id, post.workspace_id, true, (array['x', 'instagram', 'facebook', 'tiktok'])[1 + number % 4],
      (array['x-post', 'instagram-reel', 'facebook-post', 'tiktok-video'])[1 + number % 4],
      ('00000000-0000-7000-8000-' || lpad((number % 40)::text, 12, '0'))::uuid, item.posted_at, item.posted_at,
      number % 5000, number % 90, number % 9, number % 20, number % 30, number % 4000, number % 50, number % 9000, true
    from (select *, row_number() over () as number from post_items) as item join posts as post on post.id = item.post_id`.execute(
    db,
  )
  // A step at a time: no statement may take as long as all of them together.
  for (let step = 1; step <= snapshots; step++) {
    await sql`
      insert into metric_snapshots (item_id, step, fetched_at, views, likes, comments)
      select item_id, ${step}::int, posted_at + ${step}::int * interval '1 day', views, likes, comments
      from item_metrics`.execute(db)
  }
  await sql`vacuum analyze item_metrics`.execute(db)
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const start = performance.now()
    await work()
    // The first one warms up.
    if (round > 0) times.push(performance.now() - start)
  }
  return percentile(times, 50)
}
