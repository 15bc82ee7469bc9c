import type { CalendarEntries, CalendarEntry, ErrorBody } from '@powerpost/contract'
import { calendarEntriesSchema, calendarEntrySchema, SCOPES } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addKey, addWorkspace } from './harness/add-tenant.ts'
import { connectSandbox, createDraft } from './harness/drafts.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { publish, untilEnded } from './harness/posts.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'

const ENTRIES = '/api/v1/calendar/entries'
const MINE = { title: 'Product launch', scheduled_date: '2026-03-25' }

const clock = createMovableClock()
let server: TestServer

beforeAll(async () => {
  server = await startTestServer({ clock, credits: 1000 })
})
afterAll(() => server.stop())

async function workspace(): Promise<Record<string, string>> {
  const { id } = await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
  return { 'x-workspace-id': await addWorkspace(server.db, id) }
}

async function create(body: object, headers: Record<string, string> = {}): Promise<CalendarEntry> {
  const response = await server.post(ENTRIES, body, headers)
  expect(response.status, await response.clone().text()).toBe(200)
  return calendarEntrySchema.strict().parse(await response.json())
}

async function change(id: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' }
  return server.request(`${ENTRIES}/${id}`, { method: 'PATCH', headers, body: JSON.stringify(body) })
}

async function list(query: string, headers: Record<string, string> = {}): Promise<CalendarEntries> {
  const response = await server.request(`${ENTRIES}?${query}`, { headers })
  expect(response.status, await response.clone().text()).toBe(200)
  return calendarEntriesSchema.strict().parse(await response.json())
}

const fieldOf = async (response: Response) => {
  const { error } = (await response.json()) as ErrorBody
  return [response.status, error.details?.[0]?.path]
}

describe('a calendar entry', () => {
  it('is created, read, changed and deleted in the documented shapes', async () => {
    const full = { ...MINE, description: 'Everywhere', scheduled_time: '14:00', platforms: ['instagram', 'x', 'x'] }
    const created = await create(full)
    expect(created).toMatchObject({ ...full, platforms: ['instagram', 'x'], status: 'planned', livemode: true })
    expect(await (await server.request(`${ENTRIES}/${created.entry_id}`)).json()).toEqual(created)
    const changed = (await (await change(created.entry_id, { title: 'Launch' })).json()) as CalendarEntry
    expect(changed).toEqual({ ...created, title: 'Launch', updated_at: changed.updated_at })
    const deleted = await server.request(`${ENTRIES}/${created.entry_id}`, { method: 'DELETE' })
    expect([deleted.status, await deleted.json()]).toEqual([200, { success: true }])
    expect((await server.request(`${ENTRIES}/${created.entry_id}`)).status).toBe(404)
    expect((await change(created.entry_id, { title: 'x' })).status).toBe(404)
  })

  it('needs a title and a date only; null clears what it can be without', async () => {
    const { entry_id, ...bare } = await create(MINE)
    expect(bare).toMatchObject({ ...MINE, scheduled_time: null, platforms: [] })
    expect(bare).not.toHaveProperty('description')
    await change(entry_id, { description: 'More', scheduled_time: '00:00', platforms: ['tiktok'] })
    const cleared = await change(entry_id, { description: null, scheduled_time: null, platforms: [] })
    expect(await cleared.json()).toEqual({ entry_id, ...bare, updated_at: expect.any(String) })
  })

  it.each([
    ['title', { title: '' }],
    ['title', { title: ' \n' }],
    ['title', { title: 'x'.repeat(501) }],
    ['title', { title: null }],
    ['description', { description: 'x'.repeat(5001) }],
    ['scheduled_date', { scheduled_date: '2026-02-29' }],
    ['scheduled_date', { scheduled_date: '2026-3-1' }],
    ['scheduled_date', { scheduled_date: '2026-03-01T10:00:00Z' }],
    ['scheduled_date', { scheduled_date: null }],
    ['scheduled_time', { scheduled_time: '24:00' }],
    ['scheduled_time', { scheduled_time: '9:30' }],
    ['scheduled_time', { scheduled_time: '09:30:00' }],
    ['platforms[0]', { platforms: ['twitter'] }],
    ['post_id', { post_id: 'nobody' }],
  ])('names the field that is wrong: %s in %j', async (path, wrong) => {
    expect(await fieldOf(await server.post(ENTRIES, { ...MINE, ...wrong }))).toEqual([400, path])
    const { entry_id } = await create(MINE)
    expect(await fieldOf(await change(entry_id, wrong))).toEqual([400, path])
  })

  it('needs at least one field to change', async () => {
    const { entry_id } = await create(MINE)
    expect((await change(entry_id, {})).status).toBe(400)
    expect((await change(entry_id, { nothing: 'known' })).status).toBe(400)
  })

  it('is made once under one key', async () => {
    const headers = { ...(await workspace()), 'idempotency-key': 'entry-1' }
    const [first, second] = [await create(MINE, headers), await create(MINE, headers)]
    expect(second).toEqual(first)
    expect((await list('start_date=2026-03-25&end_date=2026-03-25', headers)).entries).toEqual([first])
  })

  it('loses its link when its post is deleted, and keeps its post when it is deleted', async () => {
    const { post_id } = await createDraft(server, { items: [{ post_type: 'x-post', content: 'Bread' }] })
    const { entry_id } = await create({ ...MINE, post_id })
    const second = await create({ ...MINE, post_id: post_id.toUpperCase() })
    expect(second.post_id).toBe(post_id)
    await server.request(`${ENTRIES}/${second.entry_id}`, { method: 'DELETE' })
    expect((await server.request(`/api/v1/posts/${post_id}`)).status).toBe(200)
    await server.request(`/api/v1/posts/${post_id}`, { method: 'DELETE' })
    expect(await (await server.request(`${ENTRIES}/${entry_id}`)).json()).not.toHaveProperty('post_id')
  })
})

describe('a range of days', () => {
  it('has both its ends, in the order of time, and nothing else', async () => {
    const mine = await workspace()
    const at = async (scheduled_date: string, scheduled_time?: string) =>
      (await create({ ...MINE, scheduled_date, scheduled_time }, mine)).entry_id
    await at('2026-02-28')
    const ids = [await at('2026-03-01'), await at('2026-03-01', '09:00'), await at('2026-03-31', '23:59')]
    await at('2026-04-01')
    const { entries, ...nothing } = await list('start_date=2026-03-01&end_date=2026-03-31', mine)
    expect(entries.map(({ entry_id }) => entry_id)).toEqual(ids)
    expect(nothing).toEqual({})
  })

  it.each([
    ['start_date', 'end_date=2026-03-31'],
    ['end_date', 'start_date=2026-03-01'],
    ['end_date', 'start_date=2026-03-02&end_date=2026-03-01'],
    ['end_date', 'start_date=2026-01-01&end_date=2027-01-02'],
    ['start_date', 'start_date=2026-13-01&end_date=2026-03-01'],
    ['include', 'start_date=2026-03-01&end_date=2026-03-02&include=all'],
    ['time_zone', 'start_date=2026-03-01&end_date=2026-03-02&time_zone=Mars/Base'],
  ])('is refused with %s named: %s', async (path, query) => {
    expect(await fieldOf(await server.request(`${ENTRIES}?${query}`))).toEqual([400, path])
  })

  it('may have 366 days', async () => {
    await list('start_date=2028-01-01&end_date=2028-12-31')
    await list('start_date=0001-01-01&end_date=0001-12-31&include=posts')
  })
})

describe('posts in the calendar', () => {
  it('stand on the days of the brand profile’s zone, or of the one that is asked for', async () => {
    const connection_id = await connectSandbox(server, 'x')
    const items = [{ post_type: 'x-post', content: 'Bread at six', connection_id }]
    const scheduled = await createDraft(server, { items })
    // In Auckland it is the next day by then.
    const scheduled_at = '2047-01-10T11:30:00.000Z'
    clock.move({ seconds: (Date.parse('2047-01-01T12:00:00Z') - clock.now().getTime()) / 1000 })
    const response = await server.post(`/api/v1/posts/${scheduled.post_id}/schedule`, { scheduled_at })
    expect(response.status, await response.clone().text()).toBe(200)
    const posted = await createDraft(server, { items })
    await publish(server, posted.post_id)
    await untilEnded(server, clock, posted.post_id)
    await createDraft(server, { items })

    const query = 'start_date=2047-01-01&end_date=2047-01-10&include=posts'
    const utc = await list(query)
    expect(utc.posts).toMatchObject([
      { post_id: posted.post_id, status: 'posted', platform: 'x', excerpt: 'Bread at six' },
      { post_id: scheduled.post_id, status: 'scheduled', at: scheduled_at, date: '2047-01-10', time: '11:30' },
    ])
    expect([utc.time_zone, utc.posts_complete]).toEqual(['UTC', true])
    const auckland = await list(`${query}&time_zone=Pacific/Auckland`)
    expect(auckland.posts?.map(({ post_id }) => post_id)).toEqual([posted.post_id])
    const brand = { method: 'PUT', body: JSON.stringify({ time_zone: 'Pacific/Auckland' }) }
    await server.request('/api/v1/brand', { ...brand, headers: { 'content-type': 'application/json' } })
    expect(await list(query)).toEqual(auckland)
    const [late] = (await list('start_date=2047-01-11&end_date=2047-01-11&include=posts')).posts ?? []
    expect(late).toMatchObject({ post_id: scheduled.post_id, date: '2047-01-11', time: '00:30' })
  })

  it('are shown to keys that may read posts', async () => {
    const { id: accountId } = await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
    const apiKey = await addKey(server.db, { accountId, scopes: SCOPES.filter((scope) => scope !== 'posts:read') })
    const path = `${ENTRIES}?start_date=2026-03-01&end_date=2026-03-31`
    const statuses = ['', '&include=posts'].map(
      async (query) => (await server.request(path + query, { headers: { 'x-api-key': apiKey } })).status,
    )
    expect(await Promise.all(statuses)).toEqual([200, 403])
  })
})
