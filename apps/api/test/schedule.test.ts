import type { Post } from '@powerpost/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SandboxPlatformServer } from './fake-platforms/sandbox-platform-server.ts'
import { startSandboxPlatform } from './fake-platforms/sandbox-platform-server.ts'
import { addMedium } from './harness/add-medium.ts'
import { addScheduled } from './harness/add-scheduled.ts'
import { connectSandbox, createDraft, readPost, refusalOf } from './harness/drafts.ts'
import { readBooks } from './harness/ledger.ts'
import type { MovableClock } from './harness/movable-clock.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { untilEnded } from './harness/posts.ts'
import type { TestDatabase } from './harness/test-database.ts'
import { createTestDatabase } from './harness/test-database.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import type { WebhookReceiver } from './harness/webhook-receiver.ts'
import { startWebhookReceiver } from './harness/webhook-receiver.ts'
import * as webhooks from './harness/webhooks.ts'

const HOUR_MS = 3600_000
const DAY_MS = 24 * HOUR_MS

let database: TestDatabase
let platform: SandboxPlatformServer
let server: TestServer
let clock: MovableClock

async function start(work = true): Promise<TestServer> {
  const environment = { POWERPOST_SANDBOX_PLATFORM_URL: platform.url, ...webhooks.PRIVATE_URLS }
  return startTestServer({ clock, environment, database, work })
}

/** Starts anew without working yet; the key that was good before still is. */
async function restart(): Promise<void> {
  const { apiKey } = server
  await server.stop()
  const next = await start(false)
  const request = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    headers.set('x-api-key', apiKey)
    return next.request(path, { ...init, headers })
  }
  server = { ...next, request }
}

beforeEach(async () => {
  database = await createTestDatabase()
  platform = await startSandboxPlatform()
  clock = createMovableClock()
  server = await start()
})
afterEach(async () => {
  await server.stop()
  await platform.stop()
  await database.remove()
})

const inMs = (ms: number) => new Date(clock.now().getTime() + ms).toISOString()

async function schedule(id: string, scheduled_at: string): Promise<Response> {
  return server.post(`/api/v1/posts/${id}/schedule`, { scheduled_at })
}

async function scheduled(afterMs: number): Promise<string> {
  const { post_id } = await createDraft(server)
  const response = await schedule(post_id, inMs(afterMs))
  expect(response.status, await response.clone().text()).toBe(200)
  return post_id
}

const cancel = (id: string) => server.post(`/api/v1/posts/${id}/cancel`, {})

describe('a schedule', () => {
  let receiver: WebhookReceiver
  let connectionId: string
  beforeEach(async () => {
    receiver = await startWebhookReceiver()
    connectionId = await connectSandbox(server, 'x')
  })
  afterEach(() => receiver.stop())

  it('publishes at its time and not before, through a restart and a clock that is put on, and tells listeners', async () => {
    await webhooks.createEndpoint(server, receiver.urlOf('/'), ['post.scheduled', 'post.published'])
    const id = await scheduled(DAY_MS)
    expect(await readPost(server, id)).toMatchObject({ status: 'scheduled', credits_used: 0 })
    clock.move({ hours: 23 })
    await restart()
    expect((await readPost(server, id)).status).toBe('scheduled')
    // Overdue while nobody works.
    clock.move({ hours: 2 })
    await server.work()
    expect(await untilEnded(server, clock, id)).toMatchObject({ status: 'published', credits_used: 4 })
    expect(platform.posts).toHaveLength(1)
    // A delivery that the restart cut comes again, under the same id.
    const events = () => new Map(receiver.received.map(({ headers, event }) => [headers['webhook-id'], event.event]))
    const names = () => [...events().values()].toSorted()
    await expect.poll(names, { timeout: 20_000 }).toEqual(['post.published', 'post.scheduled'])
  })

  it('refuses a time that is past, or more than 60 days ahead', async () => {
    const { post_id } = await createDraft(server)
    for (const time of [inMs(-1000), inMs(61 * DAY_MS)]) {
      const refused = await schedule(post_id, time)
      expect(refused.status).toBe(400)
      expect(await refusalOf(refused)).toMatchObject({ details: [{ path: 'scheduled_at' }] })
    }
    expect((await schedule(post_id, inMs(59 * DAY_MS))).status).toBe(200)
  })

  it('can be changed and cancelled until it begins, and a post published before its time goes out once', async () => {
    const moved = await scheduled(HOUR_MS)
    expect((await schedule(moved, inMs(3 * HOUR_MS))).status).toBe(200)
    const cancelled = await scheduled(HOUR_MS)
    expect(await (await cancel(cancelled)).json()).toMatchObject({ status: 'draft' })
    const early = await scheduled(HOUR_MS)
    expect((await server.post(`/api/v1/posts/${early}/publish`, {})).status).toBe(200)
    await untilEnded(server, clock, early)
    const due = await scheduled(HOUR_MS)
    clock.move({ hours: 2 })
    await untilEnded(server, clock, due)
    expect(await readPost(server, moved)).toMatchObject({ status: 'scheduled' })
    expect((await readPost(server, cancelled)).status).toBe('draft')
    expect(platform.posts).toHaveLength(2)
    expect((await cancel(due)).status).toBe(409)
    expect((await cancel(cancelled)).status).toBe(409)
  })

  it('races with those who cancel: a post either stays a draft or goes out, and is paid accordingly', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => scheduled(HOUR_MS)))
    const { balance } = await readBooks(server.db)
    clock.move({ hours: 1 })
    const answers = await Promise.all(ids.map(cancel))
    const cancelled = ids.filter((_, index) => answers[index]?.status === 200)
    for (const id of ids) {
      if (cancelled.includes(id)) expect((await readPost(server, id)).status).toBe('draft')
      else expect((await untilEnded(server, clock, id)).status).toBe('published')
    }
    expect(platform.posts).toHaveLength(ids.length - cancelled.length)
    expect((await readBooks(server.db)).balance).toBe(balance - 4 * platform.posts.length)
  })

  it('whose account was deleted meanwhile fails and says why, and costs nothing', async () => {
    const id = await scheduled(HOUR_MS)
    const connections = await server.db.selectFrom('connections').select('id').execute()
    for (const { id } of connections) await server.request(`/api/v1/connections/${id}`, { method: 'DELETE' })
    clock.move({ hours: 1 })
    const post: Post = await untilEnded(server, clock, id)
    expect(post).toMatchObject({ status: 'failed', outcome: 'none', credits_used: 0 })
    expect(post.items).toMatchObject([{ status: 'failed', attempts: 0, error: { action: 'reconnect' } }])
    expect(platform.posts).toEqual([])
    const connection_id = await connectSandbox(server, 'x')
    const path = `/api/v1/posts/${id}/items/${post.items[0]?.item_id}/retry`
    expect((await server.post(path, { connection_id })).status).toBe(200)
    expect(await untilEnded(server, clock, id)).toMatchObject({ status: 'published', credits_used: 4 })
  })

  it('that breaks on our side keeps no other from going out, and is tried again', async () => {
    const { id: account_id } = await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
    const place = { accountId: account_id, workspaceId: server.workspaceId, connectionId }
    const times = [-2, -1].map((seconds) => new Date(clock.now().getTime() + HOUR_MS + seconds * 1000))
    const contentOf = (index: number) => `Post number ${index}`
    const [broken = '', other = ''] = await addScheduled(server.db, { ...place, times, contentOf })
    // A file that was never whole: nothing lets an item have one.
    const media_id = await addMedium(server, { status: 'uploading', type: null })
    const { id: post_item_id } = await server.db
      .selectFrom('post_items')
      .select('id')
      .where('post_id', '=', broken)
      .executeTakeFirstOrThrow()
    const link = { post_item_id, position: 0, media_id }
    await server.db.insertInto('post_item_media').values(link).execute()
    clock.move({ hours: 1 })
    expect((await untilEnded(server, clock, other)).status).toBe('published')
    await server.db.deleteFrom('post_item_media').execute()
    expect((await untilEnded(server, clock, broken)).status).toBe('published')
    expect(platform.posts).toHaveLength(2)
  })

  it('that cannot be paid at its time fails and says so', async () => {
    const id = await scheduled(HOUR_MS)
    await server.db.updateTable('accounts').set({ credit_balance: 3 }).execute()
    clock.move({ hours: 1 })
    const post = await untilEnded(server, clock, id)
    expect(post).toMatchObject({ status: 'failed', credits_used: 0, items: [{ error: { action: 'retry' } }] })
    expect(post.items[0]?.error?.message).toContain('balance')
  })
})
