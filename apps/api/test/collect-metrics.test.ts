import { claimCollections } from '#features/analytics/collect/collections.repository.ts'
import { createSandbox, createSandboxConnector } from '#platforms/sandbox/index.ts'
import type { MeasuredPost, MetricsReader, PlatformRegistry, PostToMeasure, StepOptions } from '#platforms/port.ts'
import { PlatformError } from '#platforms/port.ts'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connectSandbox } from './harness/drafts.ts'
import { publishItem, readAnalytics, untilAnalytics } from './harness/metrics.ts'
import type { MovableClock } from './harness/movable-clock.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { readUntil } from './harness/wait-for.ts'

type Read = (posts: readonly PostToMeasure[], options: StepOptions) => Promise<readonly MeasuredPost[]>

const measured = (posts: readonly PostToMeasure[], values = { views: 5 }): MeasuredPost[] =>
  posts.map(({ itemId }) => ({ itemId, status: 'measured', values }))

let clock: MovableClock
let server: TestServer
/** What was asked for, in its order. */
let asked: string[][]
let read: Read

beforeEach(async () => {
  clock = createMovableClock()
  asked = []
  read = async (posts) => measured(posts)
  const metrics: MetricsReader = {
    batchSize: 3,
    read: (posts, options) => {
      asked.push(posts.map(({ itemId }) => itemId))
      return read(posts, options)
    },
  }
  const platforms: PlatformRegistry = {
    find: () => undefined,
    sandbox: { ...createSandbox({ clock }), metrics },
    sandboxConnector: createSandboxConnector,
  }
  server = await startTestServer({ clock, platforms, credits: 10_000 })
})
afterEach(() => server.stop())

async function publishOne(): Promise<string> {
  return publishItem({ server, clock, connectionId: await connectSandbox(server, 'x') })
}

const untilAsked = (times: number) =>
  readUntil({ what: `${times} questions`, read: async () => asked.length, isEnough: (count) => count >= times })

describe('a platform', () => {
  it('that gives no more than some metrics has the others named', async () => {
    const id = await publishOne()
    const found = await untilAnalytics(server, id, ({ metrics }) => metrics !== null)
    expect(found.metrics).toMatchObject({ views: 5, likes: 0, comments: 0 })
    expect(found.unavailable.map(({ metric }) => metric)).toEqual([
      'likes',
      'comments',
      'shares',
      'saves',
      'reach',
      'clicks',
      'watch_seconds',
    ])
  })

  it('that is away is asked again, and nothing is lost or doubled', async () => {
    read = async () => {
      throw new Error('connection reset')
    }
    const id = await publishOne()
    const failed = await untilAnalytics(server, id, ({ collection }) => collection.problem !== undefined)
    expect(failed).toMatchObject({
      metrics: null,
      collection: { status: 'collecting', problem: { reason: 'platform_error' } },
    })
    read = async (posts) => measured(posts)
    clock.move({ minutes: 15 })
    const found = await untilAnalytics(server, id, ({ metrics }) => metrics !== null)
    expect([found.history?.length, found.collection.problem]).toEqual([1, undefined])
  })

  it('that no longer has the post is believed the second time, and the figures stay', async () => {
    const id = await publishOne()
    await untilAnalytics(server, id, ({ metrics }) => metrics !== null)
    read = async (posts) => posts.map(({ itemId }) => ({ itemId, status: 'gone' }))
    clock.move({ hours: 1.2 })
    await untilAnalytics(server, id, ({ collection }) => collection.problem?.reason === 'gone')
    expect((await readAnalytics(server, id)).collection.status).toBe('collecting')
    clock.move({ hours: 1.2 })
    const gone = await untilAnalytics(server, id, ({ collection }) => collection.status === 'ended')
    expect(gone).toMatchObject({ metrics: { views: 5 }, collection: { problem: { reason: 'gone' } } })
  })

  it('that lacks a permission asks nobody to connect again', async () => {
    read = async (posts) => posts.map(({ itemId }) => ({ itemId, status: 'withheld', message: 'insights are missing' }))
    const id = await publishOne()
    const found = await untilAnalytics(server, id, ({ collection }) => collection.problem !== undefined)
    expect(found.metrics).toBeNull()
    expect(found.unavailable).toHaveLength(8)
    expect(found.unavailable[0]).toEqual({ metric: 'views', reason: 'permission', message: 'insights are missing' })
    const { data } = (await (await server.request('/api/v1/connections')).json()) as { data: { status: string }[] }
    expect(data.map(({ status }) => status)).toEqual(['active'])
  })

  it('that refuses the token leaves the connection to publishing', async () => {
    read = async () => {
      throw new PlatformError('reconnect', 'The token is not taken.')
    }
    const id = await publishOne()
    await untilAnalytics(server, id, ({ collection }) => collection.problem?.reason === 'connection')
    const { data } = (await (await server.request('/api/v1/connections')).json()) as { data: { status: string }[] }
    expect(data.map(({ status }) => status)).toEqual(['active'])
  })
})

describe('a quota', () => {
  it.each(['account', 'app'] as const)(
    'of the %s that is used up is waited for, and publishing is not held',
    async (scope) => {
      read = async () => {
        const notBefore = new Date(clock.now().getTime() + 3_600_000)
        throw new PlatformError('retry', 'Too many requests.', { scope, notBefore })
      }
      const id = await publishOne()
      const soonest = clock.now().getTime() + 50 * 60_000
      await untilAnalytics(server, id, ({ collection: { next_at = '' } }) => Date.parse(next_at) > soonest)
      expect(asked).toEqual([[id]])
      read = async (posts) => measured(posts)
      await publishOne()
      clock.move({ minutes: 75 })
      await untilAnalytics(server, id, ({ metrics }) => metrics !== null)
    },
  )

  it('that is half used up stops the collector, long before publishing lacks it', async () => {
    const connectionId = await connectSandbox(server, 'x')
    const first = await publishItem({ server, clock, connectionId })
    await untilAnalytics(server, first, ({ metrics }) => metrics !== null)
    read = async (posts, { reportUsage }) => {
      reportUsage?.({ scope: 'account', share: 0.5 })
      return measured(posts, { views: 9 })
    }
    clock.move({ hours: 1.2 })
    await untilAnalytics(server, first, ({ metrics }) => metrics?.views === 9)
    const before = asked.length
    const second = await publishItem({ server, clock, connectionId })
    const due = () =>
      sql<{ due_at: Date }>`select due_at from metric_collections where item_id = ${first}`.execute(server.db)
    expect((await due()).rows[0]?.due_at.getTime()).toBeGreaterThan(clock.now().getTime())
    await untilAnalytics(server, second, ({ metrics }) => metrics !== null)
    expect(asked.length - before).toBe(1)
  })

  it('that publishing waits for is not touched', async () => {
    const connectionId = await connectSandbox(server, 'x')
    const id = await publishItem({ server, clock, connectionId })
    await untilAnalytics(server, id, ({ metrics }) => metrics !== null)
    const until = new Date(clock.now().getTime() + 24 * 3_600_000)
    await sql`insert into publishing_pauses (id, lane, connection_id, held_until, reason, updated_at)
      values (gen_random_uuid(), 'sandbox', ${connectionId}, ${until}, 'a quota', ${clock.now()})`.execute(server.db)
    const before = asked.length
    clock.move({ hours: 1.2 })
    await readUntil({
      what: 'the wait of the collector',
      read: async () => (await readAnalytics(server, id)).collection.next_at ?? '',
      isEnough: (next) => Date.parse(next) >= until.getTime(),
    })
    expect(asked).toHaveLength(before)
  })
})

describe('the collector', () => {
  it('reads posts of one account together, and not those of another', async () => {
    const [one, other] = [await connectSandbox(server, 'x'), await connectSandbox(server, 'facebook')]
    const items: string[] = []
    for (let index = 0; index < 4; index++) items.push(await publishItem({ server, clock, connectionId: one }))
    const alone = await publishItem({ server, clock, connectionId: other, postType: 'facebook-post' })
    for (const id of [...items, alone]) await untilAnalytics(server, id, ({ metrics }) => metrics !== null)
    asked.length = 0
    clock.move({ hours: 1.2 })
    for (const id of [...items, alone]) await untilAnalytics(server, id, ({ history = [] }) => history.length === 2)
    expect(asked.map((ids) => ids.length).toSorted()).toEqual([1, 1, 3])
    expect(asked.flat().toSorted()).toEqual([...items, alone].toSorted())
  })

  it('waits while a connection is deleted, and goes on when it is back', async () => {
    const connectionId = await connectSandbox(server, 'x')
    const id = await publishItem({ server, clock, connectionId })
    await untilAnalytics(server, id, ({ metrics }) => metrics !== null)
    await server.request(`/api/v1/connections/${connectionId}`, { method: 'DELETE' })
    const before = asked.length
    clock.move({ hours: 1.2 })
    const found = await untilAnalytics(server, id, ({ collection }) => collection.problem !== undefined)
    expect(found).toMatchObject({
      metrics: { views: 5 },
      collection: { status: 'collecting', problem: { reason: 'connection' } },
    })
    expect(asked).toHaveLength(before)
  })

  it('goes on with what a process had when it died, once its lease ends, and doubles nothing', async () => {
    const connectionId = await connectSandbox(server, 'x')
    const id = await publishItem({ server, clock, connectionId })
    await untilAnalytics(server, id, ({ metrics }) => metrics !== null)
    await sql`update metric_collections set due_at = ${clock.now()}::timestamptz - interval '1 second' where item_id = ${id}`.execute(
      server.db,
    )
    const now = clock.now()
    const lanes = [{ lane: 'sandbox', slots: 1, batchSize: 3 }]
    const leaseUntil = new Date(now.getTime() + 180_000)
    // The process that claims it here never comes back; the server may have been faster.
    await claimCollections(server.db, { lanes, busyConnections: [], now, leaseUntil })
    clock.move({ hours: 1.2 })
    const found = await untilAnalytics(server, id, ({ history = [] }) => history.length === 2)
    expect(new Set(found.history?.map(({ fetched_at }) => fetched_at)).size).toBe(2)
  })

  it('writes nothing when another process holds the item by now', async () => {
    const held = Promise.withResolvers<void>()
    read = async (posts) => {
      await held.promise
      return measured(posts, { views: 1 })
    }
    const id = await publishOne()
    await untilAsked(1)
    // Its lease has ended, and another process has claimed and read it.
    await sql`update metric_collections set version = version + 1, step = 1, due_at = now() + interval '10 hours' where item_id = ${id}`.execute(
      server.db,
    )
    held.resolve()
    const next = await publishOne()
    await untilAnalytics(server, next, ({ metrics }) => metrics !== null)
    expect(await readAnalytics(server, id, '?include=history')).toMatchObject({ metrics: null, history: [] })
  })
})
