import type { Connection } from '@powerpost/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { XServer } from './fake-platforms/x-server.ts'
import { startX } from './fake-platforms/x-server.ts'
import { addScheduled } from './harness/add-scheduled.ts'
import { createDraft, preflight, readPost } from './harness/drafts.ts'
import { readBooks } from './harness/ledger.ts'
import type { MovableClock } from './harness/movable-clock.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { publish, untilEnded } from './harness/posts.ts'
import type { TestDatabase } from './harness/test-database.ts'
import { createTestDatabase } from './harness/test-database.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { connect, settingsOf } from './harness/x.ts'

const DAY_SECONDS = 24 * 3600
const ITEMS = 200
const SOON = { timeout: 30_000 }

let database: TestDatabase
let x: XServer
let server: TestServer
let clock: MovableClock

const start = () => startTestServer({ clock, database, environment: settingsOf(x), credits: 10_000 })

beforeEach(async () => {
  database = await createTestDatabase()
  clock = createMovableClock()
  x = await startX({ clock })
  server = await start()
})
afterEach(async () => {
  await server.stop()
  await x.stop()
  await database.remove()
})

/** X answers the final call so until its quota is reset. Returns how often it did. */
function plantQuota(headers: string, resetAt: number): () => number {
  let refused = 0
  x.faults.choose((step) => {
    if (step !== 'publish' || clock.now().getTime() >= resetAt) return undefined
    refused += 1
    const reset = String(resetAt / 1000)
    return { kind: 'answer', status: 429, headers: { [`${headers}-remaining`]: '0', [`${headers}-reset`]: reset } }
  })
  return () => refused
}

const inSeconds = (seconds: number) => (Math.ceil(clock.now().getTime() / 1000) + seconds) * 1000

async function readConnection(id: string): Promise<Connection> {
  return (await (await server.request(`/api/v1/connections/${id}`)).json()) as Connection
}

async function statuses(): Promise<Record<string, number>> {
  const rows = await server.db.selectFrom('post_items').select(['status', 'lane']).execute()
  return Object.fromEntries(
    [...Map.groupBy(rows, ({ status, lane }) => `${status} ${lane ?? ''}`.trim())].map(([name, all]) => [
      name,
      all.length,
    ]),
  )
}

async function addDue(connectionId: string, count: number): Promise<void> {
  const { id: accountId } = await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
  const times = Array.from({ length: count }, () => clock.now())
  const contentOf = (index: number) => `Post number ${index}`
  await addScheduled(server.db, { accountId, workspaceId: server.workspaceId, connectionId, times, contentOf })
}

const connectSandbox = async () => {
  const response = await server.post('/api/v1/connections', { platform: 'x', sandbox: true })
  return ((await response.json()) as Connection).connection_id
}

async function publishTo(connection_id: string, content: string): Promise<string> {
  const { post_id } = await createDraft(server, { items: [{ post_type: 'x-post', content, connection_id }] })
  await publish(server, post_id)
  return post_id
}

describe("an app's quota that is used up", () => {
  it(
    'holds its lane until the reset: no item fails, none is posted twice, and other lanes go on',
    { timeout: 300_000 },
    async () => {
      const { connection_id } = await connect(server, x)
      const { balance } = await readBooks(server.db)
      const resetAt = inSeconds(DAY_SECONDS - 600)
      const refused = plantQuota('x-app-limit-24hour', resetAt)
      await addDue(connection_id, ITEMS)
      await expect.poll(statuses, { timeout: 60_000 }).toEqual({ 'posting x': ITEMS })
      await expect.poll(refused, SOON).toBeGreaterThan(0)
      const other = await publishTo(await connectSandbox(), 'In another lane')
      await expect.poll(async () => (await readPost(server, other)).status, SOON).toBe('published')
      const asked = refused()
      // Those that were under way when the first one was refused.
      expect(asked).toBeLessThanOrEqual(24)
      clock.move({ hours: 23 })
      // Another process finds the hold in the database.
      const { apiKey } = server
      await server.stop()
      server = await start()
      const request = (path: string) => server.request(path, { headers: { 'x-api-key': apiKey } })
      const held = (await (await request(`/api/v1/connections/${connection_id}`)).json()) as Connection
      expect(held).toMatchObject({
        held_until: new Date(resetAt).toISOString(),
        held_reason: expect.stringContaining('app'),
      })
      expect(x.state.posts).toEqual([])
      expect(refused()).toBe(asked)
      clock.move({ hours: 1 })
      await expect.poll(statuses, { timeout: 120_000 }).toEqual({ posted: ITEMS + 1 })
      const texts = x.state.posts.map(({ text }) => text)
      expect(new Set(texts).size).toBe(ITEMS)
      expect(texts).toHaveLength(ITEMS)
      const attempts = await server.db.selectFrom('post_items').select(['attempts', 'failures']).execute()
      expect(attempts.every(({ attempts, failures }) => attempts === 1 && failures === 0)).toBe(true)
      expect((await readBooks(server.db)).balance).toBe(balance - 4 * (ITEMS + 1))
    },
  )
})

describe("an account's quota that is used up", () => {
  it('holds this account, says so in preflight and on the connection, and no other account', async () => {
    const first = await connect(server, x)
    const resetAt = inSeconds(3 * 3600)
    plantQuota('x-user-limit-24hour', resetAt)
    const held = await publishTo(first.connection_id, 'Held')
    const until = new Date(resetAt).toISOString()
    await expect.poll(async () => (await readConnection(first.connection_id)).held_until, SOON).toBe(until)
    const items = [{ post_type: 'x-post', content: 'Next', connection_id: first.connection_id }] as const
    const report = await preflight(server, { items: [...items] })
    expect(report).toMatchObject({ publishable: true, problems: [{ severity: 'warning', rule: 'quota' }] })
    expect(report.problems[0]?.message).toContain(until)
    x.faults.clear()
    x.state.users.set('4712', 'other')
    const second = await connect(server, x, '4712')
    expect(second.held_until).toBeUndefined()
    const free = await publishTo(second.connection_id, 'Free')
    await expect.poll(async () => (await readPost(server, free)).status, SOON).toBe('published')
    expect((await readPost(server, held)).status).toBe('publishing')
    clock.move({ hours: 3, seconds: 2 })
    expect(await untilEnded(server, clock, held)).toMatchObject({ outcome: 'all', items: [{ attempts: 1 }] })
    expect((await readConnection(first.connection_id)).held_until).toBeUndefined()
    expect(x.state.posts).toHaveLength(2)
  })

  it('is asked for again after two days, whatever the platform said', async () => {
    const { connection_id } = await connect(server, x)
    await server.db
      .insertInto('publishing_pauses')
      .values({
        id: crypto.randomUUID(),
        lane: 'x',
        connection_id,
        held_until: new Date(clock.now().getTime() + 30 * DAY_SECONDS * 1000),
        reason: 'Held for a month.',
        updated_at: clock.now(),
      })
      .execute()
    expect(await untilEnded(server, clock, await publishTo(connection_id, 'Asked again'))).toMatchObject({
      outcome: 'all',
    })
  })
})

describe('the sandbox', () => {
  it.each([
    ['account_limit', false],
    ['app_limit', true],
  ])(
    '[sandbox:%s=600] holds its account, and with a limit of the app the others of the workspace too',
    async (name, all) => {
      const [mine, other] = [await connectSandbox(), await connectSandbox()]
      const held = await publishTo(mine, `[sandbox:${name}=600]`)
      await expect.poll(async () => (await readConnection(mine)).held_reason, SOON).toContain('The sandbox')
      expect((await readConnection(other)).held_until !== undefined).toBe(all)
      const ended = await untilEnded(server, clock, held)
      expect(ended).toMatchObject({ status: 'published', items: [{ attempts: 1 }] })
    },
  )
})
