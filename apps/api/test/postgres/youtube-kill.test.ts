import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Post } from '@powerpost/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DatabaseHandle } from '#db/handle.ts'
import type { YouTubeServer } from '../fake-platforms/youtube-server.ts'
import { startYouTube } from '../fake-platforms/youtube-server.ts'
import { inventFirstAccount } from '../harness/first-account.ts'
import { openTestDatabase } from '../harness/open-test-database.ts'
import type { ServerProcess } from '../harness/server-process.ts'
import { startServerProcess } from '../harness/server-process.ts'
import type { TestDatabase } from '../harness/test-database.ts'
import { createTestDatabase } from '../harness/test-database.ts'
import { connectChannel, youTubeSettingsOf } from '../harness/youtube.ts'
import { makeMediaFiles } from '../media-files/index.ts'

/** All that is asked of YouTube for an item with all that there is, in this order. */
const REQUESTS = [
  'POST /upload/youtube/v3/videos',
  'PUT part',
  'PUT last',
  'POST /upload/youtube/v3/thumbnails/set',
  'GET /youtube/v3/playlistItems',
  'POST /youtube/v3/playlistItems',
  'GET /youtube/v3/videos',
  'POST /youtube/v3/commentThreads',
]

const account = inventFirstAccount()
const tenant = { 'x-api-key': account.apiKey, 'x-workspace-id': account.workspaceId }

let database: TestDatabase
let handle: DatabaseHandle
let youtube: YouTubeServer
let server: ServerProcess
let videoId: string
let pictureId: string
let sha256: string

async function start(): Promise<void> {
  const environment = {
    ...youTubeSettingsOf(youtube),
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
  youtube = await startYouTube()
  await start()
  await connectChannel({ request, post }, youtube)
  const files = await makeMediaFiles()
  // As an MP4 may end, and long enough for two parts.
  const padding = Buffer.alloc(300_000)
  padding.writeUInt32BE(padding.length)
  padding.write('free', 4)
  const video = Buffer.concat([await readFile(files.mp4), padding])
  sha256 = createHash('sha256').update(video).digest('hex')
  videoId = await upload(video, 'mine.mp4', 'video')
  pictureId = await upload(await readFile(files.jpeg), 'cover.jpg', 'image')
}, 120_000)
afterAll(async () => {
  await kill()
  await youtube.stop()
  await handle.close()
  await database.remove()
  expect(youtube.state.complaints).toEqual([])
})

async function upload(bytes: Uint8Array<ArrayBuffer>, name: string, type: string): Promise<string> {
  const form = new FormData()
  form.append('file', new Blob([bytes]), name)
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

async function publish(title: string): Promise<string> {
  const item = {
    post_type: 'youtube-video',
    title,
    content: 'What it is about',
    media: [{ media_id: videoId, cover: { media_id: pictureId } }],
    options: { playlist_id: 'PL1' },
    first_comment: 'First!',
  }
  const created = await post('/api/v1/posts', { items: [item] })
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
  it.each(WAYS)('%s, has the video on YouTube once when it is back', { timeout: 120_000 }, async (way) => {
    youtube.state.repair()
    const title = `Killed at ${name.replaceAll(/\W+/g, ' ')} ${way}`.slice(-100)
    const { held, release } = youtube.hold(name)
    const id = await publish(title)
    await held
    await kill()
    // The request stands at YouTube; it is done without anybody there to hear the answer, or not at all.
    if (way === 'after its effect') release()
    else youtube.drop(name)
    await expect.poll(() => youtube.idle(), { timeout: 10_000 }).toBe(true)
    await sql`update post_items set due_at = now() where status = 'posting'`.execute(handle.db)
    await start()
    const ended = await untilEnded(id)
    expect(ended).toMatchObject({ status: 'published', outcome: 'all' })
    const [video] = youtube.state.videos
    expect(youtube.state.videos).toMatchObject([{ title, sha256, thumbnail: { mimeType: 'image/jpeg' } }])
    expect(ended.items[0]).toMatchObject({ status: 'posted', platform_post_id: video?.id, attempts: 1 })
    expect(youtube.state.playlists.get('PL1')?.videoIds).toEqual([video?.id])
    // A comment that may be there is not sent again, and the item says so.
    const isLost = name.includes('commentThreads') && way === 'before its effect'
    expect(video?.comments).toEqual(isLost ? [] : ['First!'])
    expect((ended.items[0]?.warnings ?? []).map(({ code }) => code)).toEqual(
      name.includes('commentThreads') ? ['first_comment_unknown'] : [],
    )
    expect(server.stderr()).not.toMatch(/yt-access-|yt-refresh-|youtube-app-secret|upload_id/)
  })
})
