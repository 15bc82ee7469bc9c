import { readFile } from 'node:fs/promises'
import type { Media, Rendition } from '@powerpost/contract'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { inventFirstAccount } from '../harness/first-account.ts'
import { openTestDatabase } from '../harness/open-test-database.ts'
import type { ServerProcess } from '../harness/server-process.ts'
import { startServerProcess } from '../harness/server-process.ts'
import type { TestDatabase } from '../harness/test-database.ts'
import { createTestDatabase } from '../harness/test-database.ts'
import { encodeVideo, removeMediaFiles } from '../media-files/index.ts'

const POLL = { timeout: 120_000, interval: 20 }
const REQUEST = { post_type: 'instagram-reel', mode: 'auto' }

let database: TestDatabase
const running: ServerProcess[] = []
const account = inventFirstAccount()

beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(async () => {
  for (const server of running.splice(0)) {
    server.kill('SIGKILL')
    await server.exited
  }
  await database.remove()
  await removeMediaFiles()
})

async function start(): Promise<ServerProcess> {
  const server = await startServerProcess({ database, environment: account.environment })
  running.push(server)
  return server
}

async function send<T>({ url }: ServerProcess, path: string, init: RequestInit): Promise<T> {
  const response = await fetch(`${url}/api/v1${path}`, init)
  expect(response.status, await response.clone().text()).toBe(200)
  return (await response.json()) as T
}

async function upload(server: ServerProcess, path: string): Promise<Media> {
  const body = new FormData()
  body.set('type', 'video')
  body.set('file', new Blob([await readFile(path)]), 'clip.mp4')
  const { 'content-type': _, ...headers } = account.headers
  return send(server, '/media/upload', { method: 'POST', headers, body })
}

const ask = (server: ServerProcess, mediaId: string) =>
  send<Rendition>(server, `/media/${mediaId}/renditions`, {
    method: 'POST',
    headers: account.headers,
    body: JSON.stringify(REQUEST),
  })

const read = (server: ServerProcess, mediaId: string, id: string) =>
  send<Rendition>(server, `/media/${mediaId}/renditions/${id}`, { headers: account.headers })

it('a server killed while it makes a rendition leaves it to the next one, which makes it once', async () => {
  const first = await start()
  // Of a codec that Instagram does not take, and long enough to be caught at it.
  const path = await encodeVideo('long.mp4', { codec: 'mpeg4', frames: 900, frameRate: 30, width: 1280, height: 720 })
  const { media_id } = await upload(first, path)
  const { rendition_id = '' } = await ask(first, media_id)
  await expect.poll(async () => (await read(first, media_id, rendition_id)).status, POLL).toBe('processing')
  first.kill('SIGKILL')
  await first.exited
  running.splice(running.indexOf(first), 1)

  const { db, close } = await openTestDatabase(database)
  const claimed = db.selectFrom('media_renditions').select(['status', 'claimed'])
  expect(await claimed.execute()).toEqual([{ status: 'processing', claimed: true }])
  // Its lease would end by itself in a while.
  await db.updateTable('media_renditions').set({ due_at: new Date() }).execute()
  await close()

  const second = await start()
  await expect.poll(async () => (await read(second, media_id, rendition_id)).status, POLL).toMatch(/completed|failed/)
  expect(await read(second, media_id, rendition_id)).toMatchObject({
    status: 'completed',
    file: { mime_type: 'video/mp4', width: 1280, height: 720 },
  })
  expect(await ask(second, media_id)).toMatchObject({ rendition_id, status: 'completed' })
  const after = await openTestDatabase(database)
  expect(await after.db.selectFrom('media').select('id').execute()).toHaveLength(2)
  await after.close()
})
