import { readFile } from 'node:fs/promises'
import type { Post } from '@powerpost/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DatabaseHandle } from '#db/handle.ts'
import type { InstagramServer } from '../fake-platforms/instagram-server.ts'
import { startInstagram } from '../fake-platforms/instagram-server.ts'
import { inventFirstAccount } from '../harness/first-account.ts'
import { connectInstagram, instagramSettings } from '../harness/instagram.ts'
import { openTestDatabase } from '../harness/open-test-database.ts'
import type { ServerProcess } from '../harness/server-process.ts'
import { startServerProcess } from '../harness/server-process.ts'
import type { TestDatabase } from '../harness/test-database.ts'
import { createTestDatabase } from '../harness/test-database.ts'
import { encodeVideo, makeMediaFiles } from '../media-files/index.ts'

/** All that is asked of Instagram for a carousel. Questions have no effect. */
const REQUESTS = [
  ['GET /me/content_publishing_limit', 'before its effect'],
  ['POST /me/media', 'before its effect'],
  ['POST /me/media', 'after its effect'],
  ['GET /:container', 'before its effect'],
  ['POST /me/media_publish', 'before its effect'],
  ['POST /me/media_publish', 'after its effect'],
  ['GET /:media', 'before its effect'],
] as const

const account = inventFirstAccount()
const tenant = { 'x-api-key': account.apiKey, 'x-workspace-id': account.workspaceId }

let database: TestDatabase
let handle: DatabaseHandle
let instagram: InstagramServer
let server: ServerProcess
let media: readonly string[]

async function start(): Promise<void> {
  const environment = {
    ...instagramSettings(instagram),
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
  instagram = await startInstagram()
  await start()
  await connectInstagram({ request, post }, instagram)
  const { jpeg } = await makeMediaFiles()
  const video = await encodeVideo('carousel.mp4', { width: 320, height: 400, frames: 75, frameRate: 25 })
  media = [await upload(jpeg, 'image'), await upload(video, 'video')]
}, 120_000)
afterAll(async () => {
  await kill()
  await instagram.stop()
  await handle.close()
  await database.remove()
})

async function upload(path: string, type: string): Promise<string> {
  const form = new FormData()
  form.append('file', new Blob([await readFile(path)]), `mine.${path.split('.').at(-1)}`)
  form.append('type', type)
  const uploaded = await request('/api/v1/media/upload', { method: 'POST', body: form })
  return ((await uploaded.json()) as { media_id: string }).media_id
}

function request(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(tenant)
  new Headers(init.headers).forEach((value, name) => headers.set(name, value))
  return fetch(new URL(path, server.url), { ...init, headers })
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
  const items = [{ post_type: 'instagram-feed', content, media_ids: media }]
  const created = await post('/api/v1/posts', { items })
  expect(created.status, await created.clone().text()).toBe(200)
  const { post_id } = (await created.json()) as Post
  const begun = await post(`/api/v1/posts/${post_id}/publish`, {})
  expect(begun.status, await begun.clone().text()).toBe(200)
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

describe('a server that is killed', () => {
  it.each(REQUESTS)('at %s %s, has the post once when it is back', { timeout: 120_000 }, async (name, way) => {
    instagram.state.repair()
    const content = `Killed at ${name} ${way}`
    const { held, release } = instagram.hold(name)
    const id = await publish(content)
    await held
    await kill()
    // The request stands at Instagram; it is done without anybody there to hear the answer, or not at all.
    if (way === 'after its effect') release()
    else instagram.drop(name)
    await expect.poll(() => instagram.idle(), { timeout: 10_000 }).toBe(true)
    await sql`update post_items set due_at = now() where status = 'posting'`.execute(handle.db)
    await start()
    const ended = await untilEnded(id)
    expect(ended).toMatchObject({ status: 'published', outcome: 'all', credits_used: 1 })
    expect(instagram.state.posts.map(({ caption }) => caption)).toEqual([content])
    const [shown] = instagram.state.posts
    expect(ended.items[0]).toMatchObject({
      status: 'posted',
      platform_post_id: shown?.id,
      platform_url: shown?.permalink,
    })
    expect(server.stderr()).not.toMatch(/ig-(?:short|long)-|instagram-app-secret/)
  })
})

it(
  'a server that is stopped beyond its lease at the final call posts nothing twice',
  { timeout: 120_000 },
  async () => {
    instagram.state.repair()
    const { held, release } = instagram.hold('POST /me/media_publish')
    const id = await publish('Stopped')
    await held
    server.kill('SIGSTOP')
    release()
    await expect.poll(() => instagram.state.posts.length).toBe(1)
    const stopped = server
    await sql`update post_items set due_at = now() where status = 'posting'`.execute(handle.db)
    await start()
    const ended = await untilEnded(id)
    stopped.kill('SIGCONT')
    stopped.kill('SIGKILL')
    await stopped.exited
    expect(ended).toMatchObject({ status: 'published', outcome: 'all', credits_used: 1 })
    expect(instagram.state.posts).toHaveLength(1)
    expect(instagram.state.complaints).toEqual([])
  },
)
