import { readFile } from 'node:fs/promises'
import type { Post } from '@powerpost/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DatabaseHandle } from '#db/handle.ts'
import type { XServer } from '../fake-platforms/x-server.ts'
import { startX } from '../fake-platforms/x-server.ts'
import { openTestDatabase } from '../harness/open-test-database.ts'
import { inventFirstAccount } from '../harness/first-account.ts'
import type { ServerProcess } from '../harness/server-process.ts'
import { startServerProcess } from '../harness/server-process.ts'
import type { TestDatabase } from '../harness/test-database.ts'
import { createTestDatabase } from '../harness/test-database.ts'
import { connect, settingsOf } from '../harness/x.ts'
import { makeMediaFiles } from '../media-files/index.ts'

/** All that is asked of X for an item with a video. */
const REQUESTS = [
  'POST /2/media/upload/initialize',
  'POST /2/media/upload/:id/append',
  'POST /2/media/upload/:id/finalize',
  'GET /2/media/upload',
  'POST /2/tweets',
]

const account = inventFirstAccount()
const tenant = { 'x-api-key': account.apiKey, 'x-workspace-id': account.workspaceId }

let database: TestDatabase
let handle: DatabaseHandle
let x: XServer
let server: ServerProcess
let videoId: string

async function start(): Promise<void> {
  const environment = {
    ...settingsOf(x),
    ...account.environment,
    POWERPOST_INITIAL_CREDITS: '1000',
    POWERPOST_LOG_LEVEL: 'debug',
  }
  // Each process takes a tenth of a limit for itself: twenty that are killed within a minute would use it up.
  await sql`delete from rate_limits`.execute(handle.db)
  server = await startServerProcess({ database, environment })
}

beforeAll(async () => {
  database = await createTestDatabase()
  handle = await openTestDatabase(database)
  x = await startX()
  await start()
  await connect({ request, post }, x)
  const form = new FormData()
  form.append('file', new Blob([await readFile((await makeMediaFiles()).mp4)]), 'mine.mp4')
  form.append('type', 'video')
  const uploaded = await request('/api/v1/media/upload', { method: 'POST', body: form })
  ;({ media_id: videoId } = (await uploaded.json()) as { media_id: string })
}, 120_000)
afterAll(async () => {
  await kill()
  await x.stop()
  await handle.close()
  await database.remove()
})

function request(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${server.url}${path}`, {
    ...init,
    headers: { ...tenant, ...Object.fromEntries(new Headers(init.headers)) },
  })
}

function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const json = { ...headers, 'content-type': 'application/json' }
  return request(path, { method: 'POST', headers: json, body: JSON.stringify(body) })
}

async function kill(): Promise<void> {
  server.kill('SIGKILL')
  await server.exited
}

async function publish(content: string): Promise<string> {
  const items = [{ post_type: 'x-post', content, media_ids: [videoId] }]
  const created = await post('/api/v1/posts', { items })
  expect(created.status).toBe(200)
  const { post_id } = (await created.json()) as Post
  expect((await post(`/api/v1/posts/${post_id}/publish`, {})).status).toBe(200)
  return post_id
}

/** Waits until a post has ended. Nobody holds what a dead process held, and waits are not waited for. */
async function untilEnded(id: string): Promise<Post> {
  const deadline = performance.now() + 60_000
  for (;;) {
    const read = (await (await request(`/api/v1/posts/${id}`)).json()) as Post
    if (read.status === 'published' || read.status === 'failed') return read
    if (performance.now() > deadline) throw new Error(`${id} has not ended: ${JSON.stringify(read)}`)
    await sql`update post_items set due_at = now() where status = 'posting' and not claimed`.execute(handle.db)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const WAYS = ['before its effect', 'after its effect'] as const

describe.each(REQUESTS)('a server that is killed at %s', (name) => {
  it.each(WAYS)('%s, has the post on X once when it is back', { timeout: 120_000 }, async (way) => {
    x.state.repair()
    const content = `Killed at ${name} ${way}`
    const { held, release } = x.hold(name)
    const id = await publish(content)
    await held
    await kill()
    // The request stands at X; it is done without anybody there to hear the answer, or not at all.
    if (way === 'after its effect') release()
    else x.drop(name)
    await expect.poll(() => x.idle(), { timeout: 10_000 }).toBe(true)
    await sql`update post_items set due_at = now() where status = 'posting'`.execute(handle.db)
    await start()
    const ended = await untilEnded(id)
    expect(ended).toMatchObject({ status: 'published', outcome: 'all', credits_used: 4 })
    expect(x.state.posts.map(({ sent }) => sent)).toEqual([content])
    expect(ended.items[0]).toMatchObject({ status: 'posted', platform_post_id: x.state.posts[0]?.id })
    expect(server.stderr()).not.toMatch(/x-access-|x-refresh-|x-app-secret/)
  })
})
