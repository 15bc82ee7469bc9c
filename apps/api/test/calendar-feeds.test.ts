import type { CalendarFeed, CreateCalendarFeedResponse } from '@powerpost/contract'
import { calendarFeedPageSchema, createCalendarFeedResponseSchema, SCOPES } from '@powerpost/contract'
import ICAL from 'ical.js'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addKey, addWorkspace } from './harness/add-tenant.ts'
import { connectSandbox, createDraft } from './harness/drafts.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { publish, untilEnded } from './harness/posts.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'

const FEEDS = '/api/v1/calendar/feeds'

const clock = createMovableClock()
let server: TestServer

beforeAll(async () => {
  server = await startTestServer({ clock, credits: 1000 })
})
afterAll(() => server.stop())

async function create(body: object, headers: Record<string, string> = {}): Promise<CreateCalendarFeedResponse> {
  const response = await server.post(FEEDS, body, headers)
  expect(response.status, await response.clone().text()).toBe(200)
  return createCalendarFeedResponseSchema.strict().parse(await response.json())
}

const open = (url: string | undefined) => fetch(url ?? '')

/** As a calendar program reads it: what each event is called, and when it begins. */
async function readEvents(url: string | undefined): Promise<[string, string][]> {
  const response = await open(url)
  expect(response.status).toBe(200)
  const calendar = new ICAL.Component(ICAL.parse(await response.text()))
  return calendar.getAllSubcomponents('vevent').map((found) => {
    const { summary, startDate } = new ICAL.Event(found)
    return [summary, startDate.toString()]
  })
}

const today = () => clock.now().toISOString().slice(0, 10)

it('a link shows what is planned, without a key, and posts where it includes them', async () => {
  const connection_id = await connectSandbox(server, 'x')
  const { post_id } = await createDraft(server, {
    items: [{ post_type: 'x-post', content: 'Hot,\nbread', connection_id }],
  })
  await publish(server, post_id)
  await untilEnded(server, clock, post_id)
  await server.post('/api/v1/calendar/entries', {
    title: 'Fair; big',
    scheduled_date: today(),
    scheduled_time: '08:05',
  })
  await server.post('/api/v1/calendar/entries', { title: 'Day off', scheduled_date: today() })
  const planned = [
    ['Day off', today()],
    ['Fair; big', `${today()}T08:05:00`],
  ]
  expect(await readEvents((await create({ name: 'Plan' })).url)).toEqual(planned)
  const [, , post, ...others] = await readEvents((await create({ name: 'All', include_posts: true })).url)
  expect(others).toEqual([])
  expect(post).toEqual(['X: Hot, bread', expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/)])
})

it('is no page for search engines, and is served as a calendar', async () => {
  const { headers } = await open((await create({ name: 'Plan' })).url)
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'x-robots-tag': 'noindex, nofollow',
    'cache-control': 'private, max-age=300',
  })
})

it('a link ends when its feed is deleted, and is the same 404 as one that never was', async () => {
  const { feed_id, url = '' } = await create({ name: 'Plan' })
  const refusal = async (address: string) => {
    const response = await open(address)
    const { error } = (await response.json()) as { error: object }
    return [response.status, { ...error, request_id: '' }]
  }
  const never = await refusal(url.replace(feed_id, '0199a1b2-0000-7000-8000-000000000051'))
  expect(never[0]).toBe(404)
  expect(await refusal(url.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))).toEqual(never)
  expect(await refusal(url.replace(/\?.*/, ''))).toEqual(never)
  await server.request(`${FEEDS}/${feed_id}`, { method: 'DELETE' })
  expect(await refusal(url)).toEqual(never)
})

it('the secret of a link is shown once, and stands nowhere in the database', async () => {
  const headers = { 'idempotency-key': 'feed-1' }
  const first = await create({ name: 'Plan' }, headers)
  const { url, ...rest } = first
  const token = new URL(url ?? '').searchParams.get('token') ?? ''
  expect(token.length).toBeGreaterThan(40)
  expect(await create({ name: 'Plan' }, headers)).toEqual(rest)
  const page = calendarFeedPageSchema.strict().parse(await (await server.request(FEEDS)).json())
  expect(page.data.find(({ feed_id }) => feed_id === first.feed_id)).toEqual(rest)
  for (const table of ['calendar_feeds', 'idempotency_keys', 'audit_log']) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(table)} t`.execute(server.db)
    for (const { row } of rows) expect(row).not.toContain(token)
  }
})

it('says when it was last read', async () => {
  const { feed_id, url } = await create({ name: 'Plan' })
  const before = clock.now().toISOString()
  await open(url)
  const page = (await (await server.request(FEEDS)).json()) as { data: CalendarFeed[] }
  const { last_read_at = '' } = page.data.find((feed) => feed.feed_id === feed_id) ?? {}
  expect([before, last_read_at, clock.now().toISOString()].toSorted()[1]).toBe(last_read_at)
})

it('shows nothing that the key which makes it may not see', async () => {
  const { id: accountId } = await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
  const apiKey = await addKey(server.db, { accountId, scopes: SCOPES.filter((scope) => scope !== 'posts:read') })
  const headers = { 'x-api-key': apiKey }
  expect((await server.post(FEEDS, { name: 'Plan', include_posts: true }, headers)).status).toBe(403)
  expect((await server.post(FEEDS, { name: 'Plan' }, headers)).status).toBe(200)
})

it('a link of the sandbox shows the sandbox', async () => {
  const { id: accountId } = await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
  const headers = { 'x-api-key': await addKey(server.db, { accountId, livemode: false }) }
  const { url } = await create({ name: 'Plan' }, headers)
  expect(await readEvents(url)).toEqual([])
  await server.post('/api/v1/calendar/entries', { title: 'Tried', scheduled_date: today() }, headers)
  expect(await readEvents(url)).toEqual([['Tried', today()]])
})

it('is read at most 12 times a minute', async () => {
  const { url } = await create({ name: 'Plan' })
  const statuses = await Promise.all(Array.from({ length: 30 }, async () => (await open(url)).status))
  const read = statuses.filter((status) => status === 200).length
  expect([read >= 12, read <= 13]).toEqual([true, true])
  const refused = await open(url)
  expect([refused.status, Number(refused.headers.get('retry-after'))]).toEqual([429, expect.any(Number)])
})

async function createWorkspace(): Promise<Record<string, string>> {
  const { id: accountId } = await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
  return { 'x-workspace-id': await addWorkspace(server.db, accountId) }
}

async function plan(headers: Record<string, string>, entry: object): Promise<void> {
  const body = { scheduled_date: today(), ...entry }
  expect((await server.post('/api/v1/calendar/entries', body, headers)).status).toBe(200)
}

it('shows the first 500 characters of a description', async () => {
  const headers = await createWorkspace()
  await plan(headers, { title: 'Long', description: '🥖'.repeat(501), scheduled_time: '10:00' })
  await plan(headers, { title: 'Whole', description: '🥖'.repeat(500), scheduled_time: '11:00' })
  const { url } = await create({ name: 'Plan' }, headers)
  const calendar = new ICAL.Component(ICAL.parse(await (await open(url)).text()))
  const descriptions = calendar.getAllSubcomponents('vevent').map((found) => new ICAL.Event(found).description)
  expect(descriptions).toEqual([`${'🥖'.repeat(499)}…`, '🥖'.repeat(500)])
})

it('a large calendar is written once in five minutes for all its links, and ends with each at once', async () => {
  const headers = await createWorkspace()
  const description = '🥖'.repeat(500)
  const entries = Array.from({ length: 50 }, async (_, index) => plan(headers, { title: `Day ${index}`, description }))
  await Promise.all(entries)
  const first = await create({ name: 'First' }, headers)
  const second = await create({ name: 'Second' }, headers)
  expect(await readEvents(first.url)).toHaveLength(50)
  await plan(headers, { title: 'One more' })
  expect(await readEvents(second.url)).toHaveLength(50)
  expect(await (await open(second.url)).text()).toContain('NAME:Second\r\n')
  await server.request(`${FEEDS}/${first.feed_id}`, { method: 'DELETE', headers })
  expect((await open(first.url)).status).toBe(404)
  clock.move({ minutes: 5 })
  expect(await readEvents(second.url)).toHaveLength(51)
})

it('a workspace has at most 20 links', async () => {
  const headers = await createWorkspace()
  const made = Array.from({ length: 22 }, async () => (await server.post(FEEDS, { name: 'Plan' }, headers)).status)
  const statuses = await Promise.all(made)
  expect(statuses.filter((status) => status === 200)).toHaveLength(20)
  expect(statuses.filter((status) => status === 409)).toHaveLength(2)
})
