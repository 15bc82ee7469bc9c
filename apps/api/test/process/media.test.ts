import { readdir, readFile, truncate, utimes } from 'node:fs/promises'
import { get } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import type { Media } from '@powerpost/contract'
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest'
import type { Db } from '#db/types.ts'
import type { FileServer } from '../harness/file-server.ts'
import { startFileServer } from '../harness/file-server.ts'
import { openTestDatabase } from '../harness/open-test-database.ts'
import { inventFirstAccount } from '../harness/first-account.ts'
import type { ServerProcess } from '../harness/server-process.ts'
import { startServerProcess } from '../harness/server-process.ts'
import type { TestDatabase } from '../harness/test-database.ts'
import { createTestDatabase } from '../harness/test-database.ts'
import { PRIVATE_URLS } from '../harness/webhooks.ts'
import { makeMediaFiles, makeNoise, removeMediaFiles } from '../media-files/index.ts'

const MEBIBYTE = 1024 ** 2

const account = inventFirstAccount()
const headers = { 'x-api-key': account.apiKey, 'x-workspace-id': account.workspaceId }

let database: TestDatabase
let elsewhere: FileServer
let server: ServerProcess

beforeEach(async () => {
  database = await createTestDatabase()
  elsewhere = await startFileServer()
  await start()
})
afterEach(async () => {
  await stop('SIGKILL')
  elsewhere.stop()
  await database.remove()
})
afterAll(removeMediaFiles)

async function start(): Promise<void> {
  server = await startServerProcess({ database, environment: { ...account.environment, ...PRIVATE_URLS } })
}

async function stop(signal: NodeJS.Signals): Promise<void> {
  server.kill(signal)
  await server.exited
}

/** Looks into the database of a server that does not run. */
async function inDatabase<T>(use: (db: Db) => Promise<T>): Promise<T> {
  const handle = await openTestDatabase(database)
  try {
    return await use(handle.db)
  } finally {
    await handle.close()
  }
}

/** Every file in the storage, those that are not whole yet included. */
async function stored(): Promise<string[]> {
  const root = join(database.dataDirectory, 'media')
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

function importFile(path: string): Promise<Response> {
  return fetch(`${server.url}/api/v1/media/from-url`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ url: elsewhere.urlOf(path) }),
  })
}

/** Resident, in MiB. */
async function memoryOf({ pid }: ServerProcess): Promise<number> {
  const [, kibibytes] = /VmRSS:\s+(\d+) kB/.exec(await readFile(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kibibytes) / 1024
}

function open(url: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => void get(url, resolve).on('error', reject))
}

it('500 MiB go out to a fast reader and to twenty that stand still, and the memory grows by little', async () => {
  const { mp4 } = await makeMediaFiles()
  elsewhere.serve('/launch.mp4', async (_request, response) => response.end(await readFile(mp4)))
  const media = (await (await importFile('/launch.mp4')).json()) as Media
  await stop('SIGTERM')
  const [path = ''] = await stored()
  await truncate(path, 500 * MEBIBYTE)
  await inDatabase((db) =>
    db
      .updateTable('media')
      .set({ file_size: 500 * MEBIBYTE })
      .execute(),
  )
  await start()
  const link = new URL(new URL(media.url).pathname + new URL(media.url).search, server.url).href
  await (await open(media.thumbnail_url.replace(/^http:\/\/[^/]+/, server.url))).resume().toArray()

  const before = await memoryOf(server)
  const standing = await Promise.all(Array.from({ length: 20 }, () => open(link)))
  const fast = await open(link)
  let [bytes, most] = [0, before]
  for await (const chunk of fast) {
    bytes += (chunk as Buffer).length
    if (bytes % (50 * MEBIBYTE) < 65_536) most = Math.max(most, await memoryOf(server))
  }
  expect(bytes).toBe(500 * MEBIBYTE)
  most = Math.max(most, await memoryOf(server))
  for (const reader of standing) reader.destroy()
  expect(most - before).toBeLessThan(100)
}, 300_000)

it('an import in whose middle the server is killed leaves nothing', async () => {
  elsewhere.serve('/hang.jpg', (_request, response) => {
    response.write(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), makeNoise(200_000)]))
  })
  const asked = importFile('/hang.jpg').catch((error: unknown) => error)
  await expect.poll(stored, { timeout: 20_000 }).toHaveLength(1)
  await stop('SIGKILL')
  await asked
  const longAgo = new Date(Date.now() - 3600_000)
  const rows = await inDatabase((db) =>
    db.updateTable('media').set({ touched_at: longAgo }).returning('status').execute(),
  )
  expect(rows).toEqual([{ status: 'uploading' }])
  for (const file of await stored()) await utimes(file, longAgo, longAgo)
  await start()
  await expect.poll(stored, { timeout: 20_000 }).toEqual([])
  const list = await fetch(`${server.url}/api/v1/media`, { headers })
  expect(await list.json()).toEqual({ data: [], next_cursor: null, has_more: false })
  await stop('SIGTERM')
  expect(await inDatabase((db) => db.selectFrom('media').selectAll().execute())).toEqual([])
}, 300_000)
