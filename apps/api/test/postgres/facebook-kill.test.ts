import { readFile } from 'node:fs/promises'
import type { Post } from '@powerpost/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DatabaseHandle } from '#db/handle.ts'
import type { FacebookServer } from '../fake-platforms/facebook-server.ts'
import { startFacebook } from '../fake-platforms/facebook-server.ts'
import { connectPages, facebookSettingsOf } from '../harness/facebook.ts'
import { inventFirstAccount } from '../harness/first-account.ts'
import { openTestDatabase } from '../harness/open-test-database.ts'
import type { ServerProcess } from '../harness/server-process.ts'
import { startServerProcess } from '../harness/server-process.ts'
import type { TestDatabase } from '../harness/test-database.ts'
import { createTestDatabase } from '../harness/test-database.ts'
import { encodeVideo, makeMediaFiles } from '../media-files/index.ts'

/** All that is asked of Facebook for an item of each kind. */
const REQUESTS = {
  pictures: ['POST /:id/photos', 'POST /:id/feed'],
  video: ['POST /:id/videos start', 'POST /:id/videos transfer', 'POST /:id/videos finish'],
  reel: ['POST /:id/video_reels start', 'GET /:id', 'POST /video-upload/:id', 'POST /:id/video_reels finish'],
  'picture story': ['POST /:id/photo_stories'],
  'video story': ['POST /:id/video_stories finish'],
} as const

type Kind = keyof typeof REQUESTS

const account = inventFirstAccount()
const tenant = { 'x-api-key': account.apiKey, 'x-workspace-id': account.workspaceId }

let database: TestDatabase
let handle: DatabaseHandle
let facebook: FacebookServer
let server: ServerProcess
let media: Readonly<Record<'picture' | 'video', string>>

async function start(): Promise<void> {
  const environment = {
    ...facebookSettingsOf(facebook),
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
  facebook = await startFacebook()
  facebook.state.refuseDuplicates = false
  await start()
  await connectPages({ url: server.url, request, post }, facebook, ['Power Post'])
  const video = await encodeVideo('reel.mp4', { width: 540, height: 960, frames: 80, frameRate: 24 })
  media = { picture: await upload((await makeMediaFiles()).jpeg, 'image'), video: await upload(video, 'video') }
}, 120_000)
afterAll(async () => {
  await kill()
  await facebook.stop()
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

const itemOf = (kind: Kind, content: string) =>
  ({
    pictures: { post_type: 'facebook-post', content, media_ids: [media.picture, media.picture] },
    video: { post_type: 'facebook-post', content, media_ids: [media.video] },
    reel: { post_type: 'facebook-reel', content, media_ids: [media.video] },
    'picture story': { post_type: 'facebook-story', content: '', media_ids: [media.picture] },
    'video story': { post_type: 'facebook-story', content: '', media_ids: [media.video] },
  })[kind]

async function publish(kind: Kind, content: string): Promise<string> {
  const created = await post('/api/v1/posts', { items: [itemOf(kind, content)] })
  expect(created.status, await created.clone().text()).toBe(200)
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
const places = Object.entries(REQUESTS).flatMap(([kind, names]) => names.map((name) => ({ kind: kind as Kind, name })))

describe.each(places)('a server that is killed at $name, with a $kind', ({ kind, name }) => {
  it.each(WAYS)('%s, has the post on the page once when it is back', { timeout: 120_000 }, async (way) => {
    facebook.state.repair()
    facebook.state.facebook.partBytes = 5_000_000
    const content = `Killed at ${name} ${way}`
    const { held, release } = facebook.hold(name)
    const id = await publish(kind, content)
    await held
    await kill()
    // The request stands at Facebook; it is done without anybody there to hear the answer, or not at all.
    if (way === 'after its effect') release()
    else facebook.drop(name)
    await expect.poll(() => facebook.idle(), { timeout: 10_000 }).toBe(true)
    await sql`update post_items set due_at = now() where status = 'posting'`.execute(handle.db)
    await start()
    const ended = await untilEnded(id)
    expect(ended).toMatchObject({ status: 'published', outcome: 'all' })
    expect(facebook.state.posts.map(({ message }) => message)).toEqual([kind.endsWith('story') ? '' : content])
    expect(ended.items[0]).toMatchObject({ status: 'posted', platform_post_id: facebook.state.posts[0]?.id })
    expect(facebook.state.complaints).toEqual([])
    expect(server.stderr()).not.toMatch(/EAA[\w-]{20}|facebook-app-secret/)
  })
})
