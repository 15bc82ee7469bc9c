import type { AnalyticsSummary, ErrorBody } from '@powerpost/contract'
import { analyticsSummarySchema } from '@powerpost/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addWorkspace } from './harness/add-tenant.ts'
import { connectSandbox, createDraft } from './harness/drafts.ts'
import { publishItem, readAnalytics, untilAnalytics } from './harness/metrics.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'

const clock = createMovableClock()
let server: TestServer

beforeAll(async () => {
  server = await startTestServer({ clock, credits: 10_000 })
})
afterAll(() => server.stop())

const publishOn = async (platform: string, postType = `${platform}-post`, content = 'Bread at six') => {
  const connectionId = await connectSandbox(server, platform)
  return publishItem({ server, clock, connectionId, postType, content })
}

const fieldOf = async (response: Response) => {
  const { error } = (await response.json()) as ErrorBody
  return [response.status, error.details?.[0]?.path]
}

describe('the metrics of an item', () => {
  it('are null until it is posted', async () => {
    const draft = await createDraft(server)
    expect(await readAnalytics(server, draft.items[0]?.item_id ?? '')).toEqual({
      post_item_id: draft.items[0]?.item_id,
      post_type: 'x-post',
      platform: 'x',
      status: 'draft',
      metrics: null,
      unavailable: [],
      collection: { status: 'not_started' },
    })
  })

  it('of the sandbox are there at once, grow, and name what the platform would not give', async () => {
    const id = await publishOn('x')
    const first = await untilAnalytics(server, id, ({ metrics }) => metrics !== null)
    expect(first).toMatchObject({
      post_item_id: id,
      status: 'posted',
      metrics: { views: expect.any(Number), likes: expect.any(Number), comments: expect.any(Number) },
      collection: { status: 'collecting', next_at: expect.any(String) },
    })
    expect(first.unavailable.map(({ metric, reason }) => `${metric} ${reason}`)).toEqual([
      'reach not_given',
      'clicks not_given',
      'watch_seconds not_given',
    ])
    clock.move({ hours: 1.2 })
    const second = await untilAnalytics(server, id, ({ history = [] }) => history.length === 2)
    expect(second.metrics?.views).toBeGreaterThan(first.metrics?.views ?? 0)
    expect(second.history?.at(-1)).toEqual(second.metrics)
  })

  it('are read for 90 days, and no longer', async () => {
    const id = await publishOn('facebook')
    await untilAnalytics(server, id, ({ metrics }) => metrics !== null)
    clock.move({ hours: 90 * 24 + 3 })
    const last = await untilAnalytics(server, id, ({ collection }) => collection.status === 'ended')
    expect(last.collection).toEqual({ status: 'ended' })
    expect(last.history).toHaveLength(2)
    expect(await rowsOf('metric_collections', id)).toBe(0)
  })

  it('go when their post does', async () => {
    const id = await publishOn('linkedin')
    await untilAnalytics(server, id, ({ metrics }) => metrics !== null)
    await sql`delete from posts where id = (select post_id from post_items where id = ${id})`.execute(server.db)
    for (const table of ['item_metrics', 'metric_snapshots', 'metric_collections'] as const) {
      expect(await rowsOf(table, id)).toBe(0)
    }
    expect((await server.request(`/api/v1/post-items/${id}/analytics`)).status).toBe(404)
  })
})

async function rowsOf(table: 'item_metrics' | 'metric_snapshots' | 'metric_collections', id: string): Promise<number> {
  const rows = await server.db.selectFrom(table).select('item_id').where('item_id', '=', id).execute()
  return rows.length
}

describe('a summary', () => {
  let workspace: Record<string, string>
  let items: string[]

  const summarize = async (query: string): Promise<AnalyticsSummary> => {
    const response = await server.request(`/api/v1/analytics/summary?${query}`, { headers: workspace })
    expect(response.status, await response.clone().text()).toBe(200)
    return analyticsSummarySchema.strict().parse(await response.json())
  }

  /** Gives an item its time and its figures. */
  const put = (id: string | undefined, postedAt: string, views: number | null, likes: number | null = null) =>
    sql`update item_metrics set posted_at = ${postedAt}, views = ${views}, likes = ${likes}, comments = null, shares = null,
      saves = null, reach = null, clicks = null, watch_seconds = null where item_id = ${id}`.execute(server.db)

  beforeEach(async () => {
    items = []
    for (const platform of ['x', 'x', 'facebook']) items.push(await publishOn(platform))
    for (const id of items) await untilAnalytics(server, id, ({ metrics }) => metrics !== null)
    const { id: accountId } = await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
    const workspaceId = await addWorkspace(server.db, accountId)
    workspace = { 'x-workspace-id': workspaceId }
    await sql`update item_metrics set workspace_id = ${workspaceId} where item_id = any(${items}::uuid[])`.execute(
      server.db,
    )
  })

  it('counts days in a zone whose clocks are put back: one has 25 hours', async () => {
    await put(items[0], '2026-10-24T22:00:00Z', 1)
    await put(items[1], '2026-10-25T22:59:59.999Z', 10)
    await put(items[2], '2026-10-25T23:00:00Z', 100)
    const days = async (query: string) =>
      (await summarize(`from=2026-10-24&to=2026-10-26${query}`)).groups.map(({ key, items: count, views }) => [
        key,
        count,
        views,
      ])
    expect(await days('&time_zone=Europe/Berlin')).toEqual([
      ['2026-10-24', 0, 0],
      ['2026-10-25', 2, 11],
      ['2026-10-26', 1, 100],
    ])
    expect(await days('')).toEqual([
      ['2026-10-24', 1, 1],
      ['2026-10-25', 2, 110],
      ['2026-10-26', 0, 0],
    ])
  })

  it('leaves out what was posted outside of its days, and adds up the rest', async () => {
    await put(items[0], '2026-03-28T23:00:00Z', 3, 2)
    await put(items[1], '2026-03-29T21:59:59Z', 5)
    await put(items[2], '2026-03-29T22:00:00Z', 7)
    // The clocks are put forward: the day has 23 hours.
    const summary = await summarize('from=2026-03-29&to=2026-03-29&time_zone=Europe/Berlin')
    expect(summary).toMatchObject({ time_zone: 'Europe/Berlin', group_by: 'day' })
    expect(summary.totals).toMatchObject({ items: 2, measured: 2, views: 8, likes: 2, comments: 0 })
    expect(summary.groups).toEqual([{ key: '2026-03-29', ...summary.totals }])
  })

  it('groups by platform, post type and connection, the most seen first', async () => {
    const views = [3, 5, 7]
    for (const [index, id] of items.entries()) await put(id, '2026-03-01T12:00:00Z', views[index] ?? 0)
    const groups = async (by: string) => (await summarize(`from=2026-03-01&to=2026-03-01&group_by=${by}`)).groups
    expect((await groups('platform')).map((group) => [group.key, group.views])).toEqual([
      ['x', 8],
      ['facebook', 7],
    ])
    expect((await groups('post_type')).map(({ key }) => key)).toEqual(['x-post', 'facebook-post'])
    const byConnection = await groups('connection')
    expect(byConnection.map((group) => group.views)).toEqual([7, 5, 3])
    expect(byConnection.every(({ name }) => name !== undefined)).toBe(true)
  })

  it.each([
    ['from', 'to=2026-03-01'],
    ['to', 'from=2026-03-02&to=2026-03-01'],
    ['to', 'from=2026-01-01&to=2027-01-02'],
    ['group_by', 'from=2026-03-01&to=2026-03-01&group_by=week'],
    ['time_zone', 'from=2026-03-01&to=2026-03-01&time_zone=Nowhere'],
  ])('is refused with %s named: %s', async (path, query) => {
    expect(await fieldOf(await server.request(`/api/v1/analytics/summary?${query}`))).toEqual([400, path])
  })
})
