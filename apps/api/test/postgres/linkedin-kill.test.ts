import { appendFile, readFile } from 'node:fs/promises'
import type { Post } from '@powerpost/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DatabaseHandle } from '#db/handle.ts'
import type { LinkedInServer } from '../fake-platforms/linkedin-server.ts'
import { startLinkedIn } from '../fake-platforms/linkedin-server.ts'
import { inventFirstAccount } from '../harness/first-account.ts'
import { connectLinkedIn, linkedInSettingsOf } from '../harness/linkedin.ts'
import { openTestDatabase } from '../harness/open-test-database.ts'
import type { ServerProcess } from '../harness/server-process.ts'
import { startServerProcess } from '../harness/server-process.ts'
import type { TestDatabase } from '../harness/test-database.ts'
import { createTestDatabase } from '../harness/test-database.ts'
import { encodeVideo, makeMediaFiles, toFreeBox } from '../media-files/index.ts'

/** All that is asked of LinkedIn for an item of each kind, of an organization. */
const REQUESTS = {
  text: ['POST /rest/posts', 'POST /rest/socialActions/:urn/comments'],
  picture: [
    'POST /rest/images?action=initializeUpload',
    'PUT /dms-uploads',
    'GET /rest/images/:urn',
    'POST /rest/posts',
  ],
  video: [
    'POST /rest/videos?action=initializeUpload',
    'PUT /dms-uploads',
    'POST /rest/videos?action=finalizeUpload',
    'GET /rest/videos/:urn',
  ],
} as const

type Kind = keyof typeof REQUESTS

const [MEMBER, ORGANIZATION] = ['Ada Example', 'Example Inc'] as const

const account = inventFirstAccount()
const tenant = { 'x-api-key': account.apiKey, 'x-workspace-id': account.workspaceId }

let database: TestDatabase
let handle: DatabaseHandle
let linkedin: LinkedInServer
let server: ServerProcess
let connections: Readonly<Record<string, string>>
let media: Readonly<Record<'picture' | 'video', string>>

async function start(): Promise<void> {
  const environment = {
    ...linkedInSettingsOf(linkedin),
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
  linkedin = await startLinkedIn({ partBytes: 50_000 })
  await start()
  const connected = await connectLinkedIn({ url: server.url, request, post }, linkedin, [MEMBER, ORGANIZATION])
  connections = Object.fromEntries(connected.map(({ display_name, connection_id }) => [display_name, connection_id]))
  const video = await encodeVideo('killed.mp4', { width: 640, height: 360, frames: 90, frameRate: 25 })
  await appendFile(video, toFreeBox(90_000))
  media = { picture: await upload((await makeMediaFiles()).jpeg, 'image'), video: await upload(video, 'video') }
}, 120_000)
afterAll(async () => {
  await kill()
  await linkedin.stop()
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

const COMMENT = 'The first comment'

function itemOf(kind: Kind, content: string, name: string): object {
  const media_ids = kind === 'text' ? [] : [media[kind]]
  const comment = name === ORGANIZATION ? { first_comment: COMMENT } : {}
  return { post_type: 'linkedin-post', content, media_ids, connection_id: connections[name], ...comment }
}

async function publish(item: object): Promise<string> {
  const created = await post('/api/v1/posts', { items: [item] })
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
type Way = (typeof WAYS)[number]
const places = Object.entries(REQUESTS).flatMap(([kind, names]) => names.map((name) => ({ kind: kind as Kind, name })))

/** Kills the server while LinkedIn has a request, which has its effect or not; and starts it again. */
async function killAt(name: string, way: Way, item: object): Promise<Post> {
  linkedin.state.repair()
  linkedin.state.manner.slowly = 1
  const { held, release } = linkedin.hold(name)
  const id = await publish(item)
  await held
  await kill()
  // The request stands at LinkedIn; it is done without anybody there to hear the answer, or not at all.
  if (way === 'after its effect') release()
  else linkedin.drop(name)
  await expect.poll(() => linkedin.idle(), { timeout: 10_000 }).toBe(true)
  await sql`update post_items set due_at = now() where status = 'posting'`.execute(handle.db)
  await start()
  const ended = await untilEnded(id)
  expect(linkedin.state.complaints).toEqual([])
  const secrets = [...linkedin.state.access.keys(), ...linkedin.state.refresh.keys(), linkedin.app.clientSecret]
  for (const secret of secrets) expect(server.stderr()).not.toContain(secret)
  return ended
}

describe.each(places)('a server that is killed at $name, with a $kind', ({ kind, name }) => {
  it.each(WAYS)('%s, has the post of the organization once when it is back', { timeout: 120_000 }, async (way) => {
    const content = `Killed at ${name} ${way}`
    const ended = await killAt(name, way, itemOf(kind, content, ORGANIZATION))
    expect(ended).toMatchObject({ status: 'published', outcome: 'all' })
    const [shown, ...more] = linkedin.state.posts
    expect([shown?.shown, more]).toEqual([content, []])
    expect(ended.items[0]).toMatchObject({ status: 'posted', platform_post_id: shown?.id })
    // What was about to be sent of a comment is not sent again.
    const isComment = name.endsWith('/comments')
    expect(shown?.comments).toHaveLength(isComment && way === 'before its effect' ? 0 : 1)
    expect(ended.items[0]?.warnings?.map(({ code }) => code) ?? []).toEqual(isComment ? ['first_comment_unknown'] : [])
  })
})

it.each(WAYS)('a post of a member, killed at the final call %s, is unknown, and never twice', async (way) => {
  const content = `Killed as a member ${way}`
  const ended = await killAt('POST /rest/posts', way, itemOf('text', content, MEMBER))
  expect(ended.items[0]).toMatchObject({ status: 'failed', error: { code: 'OUTCOME_UNKNOWN', action: 'check' } })
  expect(linkedin.state.posts).toHaveLength(way === 'after its effect' ? 1 : 0)
})
