import { readFile } from 'node:fs/promises'
import type { Post } from '@powerpost/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DatabaseHandle } from '#db/handle.ts'
import type { TikTokServer } from '../fake-platforms/tiktok-server.ts'
import { startTikTok } from '../fake-platforms/tiktok-server.ts'
import { inventFirstAccount } from '../harness/first-account.ts'
import { openTestDatabase } from '../harness/open-test-database.ts'
import type { ServerProcess } from '../harness/server-process.ts'
import { startServerProcess } from '../harness/server-process.ts'
import type { TestDatabase } from '../harness/test-database.ts'
import { createTestDatabase } from '../harness/test-database.ts'
import { CHOSEN, CHOSEN_FOR_PHOTOS, connectTikTok, padVideo, tiktokSettings } from '../harness/tiktok.ts'
import { encodeVideo, makeMediaFiles } from '../media-files/index.ts'

/** All that is asked of TikTok for a video of two chunks. Questions have no effect. */
const REQUESTS = [
  ['POST /v2/post/publish/creator_info/query/', 'before its effect'],
  ['POST /v2/post/publish/video/init/', 'before its effect'],
  ['POST /v2/post/publish/video/init/', 'after its effect'],
  ['PUT /video/', 'before its effect'],
  ['PUT /video/', 'after its effect'],
  ['POST /v2/post/publish/status/fetch/', 'before its effect'],
  ['PUT /video/ last', 'before its effect'],
  ['PUT /video/ last', 'after its effect'],
] as const

const account = inventFirstAccount()
const tenant = { 'x-api-key': account.apiKey, 'x-workspace-id': account.workspaceId }

let database: TestDatabase
let handle: DatabaseHandle
let tiktok: TikTokServer
let server: ServerProcess
let media: { readonly photo: string; readonly video: string }

async function start(): Promise<void> {
  const environment = {
    ...tiktokSettings(tiktok),
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
  // Whoever is killed serves no photos: what is tested is the call.
  tiktok = await startTikTok({ fetchPhoto: async () => true })
  await start()
  await connectTikTok({ request, post }, tiktok)
  const { jpeg } = await makeMediaFiles()
  const video = await encodeVideo('killed.mp4', { width: 360, height: 640, frames: 75, frameRate: 25 })
  media = { photo: await upload(jpeg, 'image'), video: await upload(await padVideo(video, 12_500_000), 'video') }
}, 120_000)
afterAll(async () => {
  await kill()
  await tiktok.stop()
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

async function publish(content: string, item: object = {}): Promise<string> {
  const video = { post_type: 'tiktok-video', media_ids: [media.video], options: CHOSEN }
  const items = [{ ...video, content, ...item }]
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

async function killAt(name: string, way: string, item: object = {}): Promise<Post> {
  tiktok.state.repair()
  const { held, release } = tiktok.hold(name)
  const id = await publish(`Killed at ${name} ${way}`, item)
  await held
  await kill()
  // The request stands at TikTok; it is done without anybody there to hear the answer, or not at all.
  if (way === 'after its effect') release()
  else tiktok.drop(name)
  await expect.poll(() => tiktok.idle(), { timeout: 10_000 }).toBe(true)
  await sql`update post_items set due_at = now() where status = 'posting'`.execute(handle.db)
  await start()
  return untilEnded(id)
}

describe('a server that is killed', () => {
  it.each(REQUESTS)('at %s %s, has the video once when it is back', { timeout: 120_000 }, async (name, way) => {
    const ended = await killAt(name, way)
    expect(ended).toMatchObject({ status: 'published', outcome: 'all', credits_used: 1 })
    const [shown, ...more] = tiktok.state.posts
    expect(more).toEqual([])
    expect(ended.items[0]).toMatchObject({
      status: 'posted',
      platform_post_id: shown?.id,
      platform_url: `https://www.tiktok.com/@bakery.main/video/${shown?.id}`,
    })
    expect(server.stderr()).not.toMatch(/act\.|rft\.|tiktok-secret/)
    expect(tiktok.state.complaints).toEqual([])
  })

  it.each(['before its effect', 'after its effect'])(
    'at the call that posts photos %s, does not know, and posts nothing twice',
    { timeout: 120_000 },
    async (way) => {
      const photos = { post_type: 'tiktok-photos', media_ids: [media.photo], options: CHOSEN_FOR_PHOTOS }
      const ended = await killAt('POST /v2/post/publish/content/init/', way, photos)
      expect(ended).toMatchObject({ status: 'failed', items: [{ error: { code: 'OUTCOME_UNKNOWN' } }] })
      expect(tiktok.state.posts).toHaveLength(way === 'after its effect' ? 1 : 0)
    },
  )

  it('while it asks for the id of a posted video, has it when it is back', { timeout: 120_000 }, async () => {
    tiktok.state.repair()
    tiktok.state.manner.hideIds = 2
    const id = await publish('Followed')
    const [item] = (await untilEnded(id)).items
    expect(item).not.toHaveProperty('platform_post_id')
    const { held } = tiktok.hold('POST /v2/post/publish/status/fetch/')
    // Its safety look finds it at the latest.
    await sql`update post_follow_ups set due_at = now()`.execute(handle.db)
    await sql`select pg_notify('powerpost_wake', 'follow_ups')`.execute(handle.db)
    await held
    await kill()
    tiktok.drop('POST /v2/post/publish/status/fetch/')
    await start()
    const followed = async () => {
      await sql`update post_follow_ups set due_at = now()`.execute(handle.db)
      await sql`select pg_notify('powerpost_wake', 'follow_ups')`.execute(handle.db)
      return ((await (await request(`/api/v1/posts/${id}`)).json()) as Post).items[0]?.platform_post_id
    }
    await expect.poll(followed, { timeout: 60_000, interval: 200 }).toBe(tiktok.state.posts[0]?.id)
    expect(tiktok.state.posts).toHaveLength(1)
  })
})

it(
  'a server that is stopped beyond its lease at the last chunk posts nothing twice',
  { timeout: 120_000 },
  async () => {
    tiktok.state.repair()
    const { held, release } = tiktok.hold('PUT /video/ last')
    const id = await publish('Stopped')
    await held
    server.kill('SIGSTOP')
    release()
    await expect.poll(() => tiktok.state.posts.length).toBe(1)
    const stopped = server
    await sql`update post_items set due_at = now() where status = 'posting'`.execute(handle.db)
    await start()
    const ended = await untilEnded(id)
    stopped.kill('SIGCONT')
    stopped.kill('SIGKILL')
    await stopped.exited
    expect(ended).toMatchObject({ status: 'published', outcome: 'all', credits_used: 1 })
    expect(tiktok.state.posts).toHaveLength(1)
  },
)
