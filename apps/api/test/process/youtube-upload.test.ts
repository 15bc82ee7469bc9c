import { createHash, randomBytes } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Post } from '@powerpost/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { YouTubeServer } from '../fake-platforms/youtube-server.ts'
import { startYouTube } from '../fake-platforms/youtube-server.ts'
import { inventFirstAccount } from '../harness/first-account.ts'
import type { ServerProcess } from '../harness/server-process.ts'
import { startServerProcess } from '../harness/server-process.ts'
import type { TestDatabase } from '../harness/test-database.ts'
import { createTestDatabase } from '../harness/test-database.ts'
import { connectChannel, youTubeSettingsOf } from '../harness/youtube.ts'
import { makeMediaFiles } from '../media-files/index.ts'

const MEBIBYTE = 1024 * 1024
/** `YOUTUBE_UPLOAD_MIB=400` sends what the line of a person has to bear; the line breaks every 20 MiB then. */
const SIZE = Number(process.env['YOUTUBE_UPLOAD_MIB'] ?? 128) * MEBIBYTE
const BREAK_EVERY = Math.ceil(SIZE / 20)
/** What a process that has just started grows by anyway, and much less than the file. */
const MOST_GROWTH = 80 * MEBIBYTE

const account = inventFirstAccount()
const tenant = { 'x-api-key': account.apiKey, 'x-workspace-id': account.workspaceId }

let database: TestDatabase
let youtube: YouTubeServer
let server: ServerProcess
let directory: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'powerpost-youtube-'))
  database = await createTestDatabase()
  youtube = await startYouTube()
  const environment = { ...youTubeSettingsOf(youtube), ...account.environment, POWERPOST_INITIAL_CREDITS: '100' }
  server = await startServerProcess({ database, environment })
}, 60_000)
afterAll(async () => {
  server.kill('SIGTERM')
  await server.exited
  await youtube.stop()
  await database.remove()
  await rm(directory, { recursive: true, force: true })
})

function request(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { ...tenant, ...Object.fromEntries(new Headers(init.headers)) }
  return fetch(`${server.url}${path}`, { ...init, headers })
}

function post(path: string, body: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json' }
  return request(path, { method: 'POST', headers, body: JSON.stringify(body) })
}

/** A video with so much behind it, each stretch another. Answers where it is, and its hash. */
async function makeLargeVideo(): Promise<{ path: string; sha256: string }> {
  const path = join(directory, 'large.mp4')
  const hash = createHash('sha256')
  const file = await open(path, 'w')
  const write = async (bytes: Buffer): Promise<void> => {
    hash.update(bytes)
    await file.write(bytes)
  }
  const video = await readFile((await makeMediaFiles()).mp4)
  await write(video)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(SIZE)
  head.write('free', 4)
  await write(head)
  for (let left = SIZE - head.length; left > 0; left -= MEBIBYTE) await write(randomBytes(Math.min(left, MEBIBYTE)))
  await file.close()
  return { path, sha256: hash.digest('hex') }
}

async function memoryOf({ pid }: ServerProcess): Promise<number> {
  const [, kibibytes] = /VmRSS:\s+(\d+) kB/.exec(await readFile(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kibibytes) * 1024
}

it(
  'a large video over a line that breaks again and again is there whole, once, in little memory',
  { timeout: 500_000 },
  async () => {
    await connectChannel({ request, post }, youtube)
    const { path, sha256 } = await makeLargeVideo()
    const form = new FormData()
    form.append('file', await openAsBlob(path), 'large.mp4')
    form.append('type', 'video')
    const uploaded = await request('/api/v1/media/upload', { method: 'POST', body: form })
    expect(uploaded.status, await uploaded.clone().text()).toBe(200)
    const { media_id } = (await uploaded.json()) as { media_id: string }
    youtube.state.manner.breakEveryBytes = BREAK_EVERY
    const item = { post_type: 'youtube-video', title: 'Large', content: 'A large video', media_ids: [media_id] }
    const { post_id } = (await (await post('/api/v1/posts', { items: [item] })).json()) as Post
    const before = await memoryOf(server)
    expect((await post(`/api/v1/posts/${post_id}/publish`, {})).status).toBe(200)
    let most = before
    let read: Post
    do {
      most = Math.max(most, await memoryOf(server))
      read = (await (await request(`/api/v1/posts/${post_id}`)).json()) as Post
      await new Promise((resolve) => setTimeout(resolve, 50))
    } while (read.status === 'publishing')
    expect(read).toMatchObject({
      status: 'published',
      items: [{ attempts: 1, platform_post_id: youtube.state.videos[0]?.id }],
    })
    expect(youtube.state.videos).toMatchObject([{ sha256 }])
    expect(youtube.requests.filter((name) => name === 'POST /upload/youtube/v3/videos')).toHaveLength(1)
    // It broke, and little was sent twice.
    expect(youtube.requests.filter((name) => name === 'PUT ask').length).toBeGreaterThanOrEqual(15)
    expect(youtube.state.received).toBeLessThan(SIZE * 1.3)
    expect(youtube.state.complaints).toEqual([])
    expect(most - before).toBeLessThan(MOST_GROWTH)
  },
)
