import type { AnalyticsRow } from '@powerpost/contract'
import { SCOPES } from '@powerpost/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addKey } from './harness/add-tenant.ts'
import { publishItem, untilAnalytics } from './harness/metrics.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'

const clock = createMovableClock()
let server: TestServer
let itemId: string

beforeAll(async () => {
  server = await startTestServer({ clock, credits: 10_000 })
  const body = { platform: 'x', sandbox: true, display_name: '=HYPERLINK("http://x"),2' }
  const { connection_id: connectionId } = (await (await server.post('/api/v1/connections', body)).json()) as {
    connection_id: string
  }
  itemId = await publishItem({ server, clock, connectionId, content: '@all "Bread", at six\nFresh' })
  await untilAnalytics(server, itemId, ({ metrics }) => metrics !== null)
})
afterAll(() => server.stop())

const RANGE = () => {
  const day = clock.now().getTime()
  const date = (time: number) => new Date(time).toISOString().slice(0, 10)
  return `from=${date(day - 86_400_000)}&to=${date(day + 86_400_000)}`
}

async function download(query: string, headers: Record<string, string> = {}): Promise<string> {
  const response = await server.request(`/api/v1/analytics/export?${RANGE()}${query}`, { headers })
  expect(response.status, await response.clone().text()).toBe(200)
  return response.text()
}

async function lines(query: string): Promise<AnalyticsRow[]> {
  const text = await download(`&format=jsonl${query}`)
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as AnalyticsRow]))
}

it('has a header and a row for each item, with no cell that a spreadsheet runs', async () => {
  const csv = await download('')
  const [header, ...rest] = csv.split('\r\n')
  expect(header).toBe(
    'item_id,post_id,platform,post_type,connection_id,account,posted_at,date,platform_url,excerpt,fetched_at,views,likes,comments,shares,saves,reach,clicks,watch_seconds',
  )
  expect(rest.at(-1)).toBe('')
  expect(rest.join('\r\n')).toContain(`"'=HYPERLINK(""http://x""),2"`)
  expect(rest.join('\r\n')).toContain(`"'@all ""Bread"", at six\nFresh"`)
})

it('is the same as JSON Lines, where a text is as it is', async () => {
  const [row, ...others] = await lines('')
  expect(others).toEqual([])
  expect(row).toMatchObject({
    item_id: itemId,
    account: '=HYPERLINK("http://x"),2',
    reach: null,
    views: expect.any(Number),
  })
})

it('has every time that an item was read with rows=snapshots', async () => {
  clock.move({ hours: 1.2 })
  await untilAnalytics(server, itemId, ({ history = [] }) => history.length === 2)
  const rows = await lines('&rows=snapshots')
  expect(rows.map(({ item_id }) => item_id)).toEqual([itemId, itemId])
  expect(rows[0]?.views ?? 0).toBeLessThan(rows[1]?.views ?? 0)
})

it('shows texts of posts only to keys that may read them', async () => {
  const { id: accountId } = await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
  const apiKey = await addKey(server.db, { accountId, scopes: SCOPES.filter((scope) => scope !== 'posts:read') })
  expect(await download('', { 'x-api-key': apiKey })).not.toContain('Bread')
})

it('has all of 1,200 items that were posted at one moment, each once', async () => {
  await sql`
    with post as (
      insert into posts (id, account_id, workspace_id, livemode, status, outcome, published_at, created_by, created_at, updated_at)
      select gen_random_uuid(), account_id, workspace_id, livemode, status, outcome, published_at, created_by, created_at, updated_at
      from posts cross join generate_series(1, 1200)
      returning id, account_id, workspace_id, livemode
    ),
    item as (
      insert into post_items (id, post_id, position, post_type, platform, content, options, status, posted_at)
      select gen_random_uuid(), id, 0, 'x-post', 'x', 'Many', '{}', 'posted', now() from post returning id, post_id
    )
    insert into item_metrics (item_id, account_id, workspace_id, livemode, platform, post_type, posted_at)
    select item.id, account_id, workspace_id, livemode, 'x', 'x-post', ${clock.now()} from item join post on post.id = item.post_id`.execute(
    server.db,
  )
  const rows = (await lines('')).filter(({ excerpt }) => excerpt === 'Many')
  expect(rows).toHaveLength(1200)
  expect(new Set(rows.map(({ item_id }) => item_id)).size).toBe(1200)
})
