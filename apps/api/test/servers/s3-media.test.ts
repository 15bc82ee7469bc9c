import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Media, Post } from '@powerpost/contract'
import { ListObjectsV2Command } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inventFirstAccount } from '../harness/first-account.ts'
import type { ServerProcess } from '../harness/server-process.ts'
import { startServerProcess } from '../harness/server-process.ts'
import type { S3Server } from '../harness/swift.ts'
import { startSwift } from '../harness/swift.ts'
import type { TestDatabase } from '../harness/test-database.ts'
import { createTestDatabase } from '../harness/test-database.ts'
import { readUntil } from '../harness/wait-for.ts'
import { makeMediaFiles, removeMediaFiles } from '../media-files/index.ts'

const BUCKET = 'powerpost'
const account = inventFirstAccount()
const { 'content-type': json, ...headers } = account.headers
let database: TestDatabase
let s3: S3Server
let elsewhere: string
/** Two machines: they share the database and the bucket, and no directory. */
let servers: readonly [ServerProcess, ServerProcess]

beforeAll(async () => {
  database = await createTestDatabase()
  s3 = await startSwift()
  await s3.createBucket(BUCKET)
  elsewhere = await mkdtemp(join(tmpdir(), 'powerpost-elsewhere-'))
  const environment = {
    ...account.environment,
    POWERPOST_STORAGE: `s3://${BUCKET}/media-of/us`,
    POWERPOST_S3_ENDPOINT: s3.endpoint,
    POWERPOST_S3_ACCESS_KEY_ID: s3.credentials.accessKeyId,
    POWERPOST_S3_SECRET_ACCESS_KEY: s3.credentials.secretAccessKey,
  }
  const first = await startServerProcess({ database, environment })
  const other = { ...database, dataDirectory: elsewhere }
  servers = [first, await startServerProcess({ database: other, environment })]
})
afterAll(async () => {
  for (const server of servers) {
    server.kill('SIGTERM')
    await server.exited
  }
  await s3.stop()
  await database.remove()
  await rm(elsewhere, { recursive: true, force: true })
  await removeMediaFiles()
})

async function ask(server: ServerProcess, path: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(new URL(path, server.url), { ...init, headers: { ...headers, ...init.headers } })
  expect(response.status, path).toBeLessThan(300)
  return response
}

async function send<Body>(server: ServerProcess, path: string, body: object): Promise<Body> {
  const init = { method: 'POST', headers: { 'content-type': json }, body: JSON.stringify(body) }
  return (await (await ask(server, path, init)).json()) as Body
}

async function listObjects(): Promise<string[]> {
  const { Contents = [] } = await s3.client.send(new ListObjectsV2Command({ Bucket: BUCKET }))
  return Contents.map(({ Key = '' }) => Key)
}

it('what one machine stores in a bucket, another one serves, posts and deletes; nothing stays on their disks', async () => {
  const [uploading, other] = servers
  const { jpeg } = await makeMediaFiles()
  const content = await readFile(jpeg)
  const form = new FormData()
  form.append('type', 'image')
  form.append('file', new Blob([content]), 'photo.jpg')
  const { media_id } = (await (
    await ask(uploading, '/api/v1/media/upload', { method: 'POST', body: form })
  ).json()) as Media
  expect((await listObjects()).every((name) => name.startsWith('media-of/us/media/'))).toBe(true)

  const { url, thumbnail_url } = (await (await ask(other, `/api/v1/media/${media_id}`)).json()) as Media
  const path = new URL(url).pathname + new URL(url).search
  const served = Buffer.from(await (await ask(other, path)).arrayBuffer())
  const part = await ask(other, path, { headers: { range: 'bytes=10-19' } })
  expect([part.status, Buffer.from(await part.arrayBuffer())]).toEqual([206, served.subarray(10, 20)])
  const thumbnail = new URL(thumbnail_url ?? '')
  expect((await ask(other, thumbnail.pathname + thumbnail.search)).headers.get('content-type')).toMatch(/^image\//)

  await send(other, '/api/v1/connections', { platform: 'x', sandbox: true })
  const items = [{ post_type: 'x-post', content: 'From a bucket', media_ids: [media_id] }]
  const { post_id } = await send<Post>(other, '/api/v1/posts', { items })
  await send(other, `/api/v1/posts/${post_id}/publish`, {})
  const post = await readUntil({
    what: 'the end of the post',
    read: async () => (await (await ask(uploading, `/api/v1/posts/${post_id}`)).json()) as Post,
    isEnough: ({ status }) => status === 'published' || status === 'failed',
  })
  expect(post.status).toBe('published')

  await ask(other, `/api/v1/media/${media_id}`, { method: 'DELETE' })
  await readUntil({ what: 'an empty bucket', read: listObjects, isEnough: (names) => names.length === 0 })
  for (const directory of [database.dataDirectory, elsewhere]) {
    const left = await readdir(directory, { recursive: true })
    expect(left.filter((name) => name.startsWith('media') || name.includes('s3-'))).toEqual([])
  }
})
