import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GenerateContentResponse, Media } from '@powerpost/contract'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { headersOf } from '../harness/add-tenant.ts'
import { readBooks } from '../harness/ledger.ts'
import { openTestDatabase } from '../harness/open-test-database.ts'
import { runCli } from '../harness/run-cli.ts'
import type { ServerProcess } from '../harness/server-process.ts'
import { startServerProcess } from '../harness/server-process.ts'
import type { TestDatabase } from '../harness/test-database.ts'
import { createTestDatabase } from '../harness/test-database.ts'
import { makePicture } from '../media-files/index.ts'
import { waitForGenerationAt } from '../harness/wait-for.ts'

// Each of these starts servers and programs, one after the other.
vi.setConfig({ testTimeout: 180_000 })

const apiKey = 'pp_live_sk_backedUpAndRestored01234'
const workspaceId = randomUUID()
const headers = headersOf({ accountId: '', apiKey, workspaceId })

let database: TestDatabase
let directory: string
const started: ServerProcess[] = []

beforeEach(async () => {
  database = await createTestDatabase()
  directory = await mkdtemp(join(tmpdir(), 'powerpost-backup-'))
})
afterEach(async () => {
  for (const server of started.splice(0)) {
    server.kill('SIGKILL')
    await server.exited
  }
  await database.remove()
  await rm(directory, { recursive: true, force: true })
})

async function start(on: TestDatabase): Promise<ServerProcess> {
  const environment = {
    POWERPOST_BOOTSTRAP_API_KEY: apiKey,
    POWERPOST_BOOTSTRAP_WORKSPACE_ID: workspaceId,
    POWERPOST_INITIAL_CREDITS: '1000000',
  }
  const server = await startServerProcess({ database: on, environment })
  started.push(server)
  return server
}

async function upload(server: ServerProcess): Promise<string> {
  const form = new FormData()
  form.set('type', 'image')
  form.set('file', new Blob([Buffer.from(await makePicture('png'))]), 'photo.png')
  const response = await fetch(`${server.url}/api/v1/media/upload`, { method: 'POST', headers, body: form })
  return ((await response.json()) as Media).media_id
}

async function generate(server: ServerProcess, body: object): Promise<string> {
  const response = await fetch(`${server.url}/api/v1/content/generate`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ post_types: ['x-post'], research_mode: 'regular', ...body }),
  })
  return ((await response.json()) as GenerateContentResponse).generation_id
}

const untilEnded = (server: ServerProcess, id: string) => waitForGenerationAt(server, id, headers)

const environmentOf = ({ dataDirectory }: TestDatabase) => ({ POWERPOST_DATA_DIR: dataDirectory })

describe('a backup of the embedded database', () => {
  it('made while it is written to is one moment of it, and a server goes on from there', async () => {
    const server = await start(database)
    const mediaId = await upload(server)
    const known = await untilEnded(server, await generate(server, { media_ids: [mediaId], prompt: 'Before' }))

    const backedUp = new AbortController()
    const write = async () => {
      while (!backedUp.signal.aborted)
        await Promise.all([generate(server, { prompt: 'While it is backed up' }), upload(server)])
    }
    const writing = Promise.all([write(), write()])
    const file = join(directory, 'backup.tar.gz')
    const run = await runCli(['backup', file, '--json'], { environment: environmentOf(database) })
    backedUp.abort()
    await writing
    expect(run.stderr).toBe('')
    expect(run.json()).toMatchObject({ counts: { accounts: 1 }, missing_media: [] })
    expect(await readdir(directory)).toEqual(['backup.tar.gz'])
    expect(await readdir(database.dataDirectory)).not.toContain('.backup')

    const restored = { ...database, dataDirectory: join(directory, 'data') }
    const restoring = await runCli(['restore', file, '--to', restored.dataDirectory, '--json'])
    expect(restoring.json()).toEqual(run.json())
    const handle = await openTestDatabase(restored)
    const books = await readBooks(handle.db)
    expect(books.balance).toBe(books.ledger)
    const media = await handle.db.selectFrom('media').selectAll().where('status', '=', 'ready').execute()
    expect(media).toHaveLength(run.json<{ counts: { media: number } }>().counts.media)
    for (const { storage_key, sha256 } of media) {
      const bytes = await readFile(join(restored.dataDirectory, 'media', storage_key))
      expect(createHash('sha256').update(bytes).digest()).toEqual(sha256)
    }
    const open = await handle.db.selectFrom('generations').select('id').where('status', '=', 'processing').execute()
    await handle.close()

    const second = await start(restored)
    expect(await untilEnded(second, known.generation_id)).toEqual(known)
    for (const { id } of open) expect((await untilEnded(second, id)).status).toBe('completed')
    expect((await untilEnded(second, await generate(second, { prompt: 'After', media_ids: [mediaId] }))).status).toBe(
      'completed',
    )
  })

  it('is made without a server too, and never over another file', async () => {
    const file = join(directory, 'backup.tar.gz')
    const environment = environmentOf(database)
    const run = await runCli(['backup', file], { environment })
    expect(run).toMatchObject({ exitCode: 0, stderr: '' })
    expect(run.stdout).toMatch(/backup\.tar\.gz contains the data of .*: 0 accounts/)
    const before = await readFile(file)
    const piped = await runCli(['restore', '-', '--to', join(directory, 'piped')], { input: before })
    expect(piped.stdout).toMatch(/piped contains the data of .*: 0 accounts/)
    const again = await runCli(['backup', file], { environment })
    expect(again.exitCode).toBe(5)
    expect(again.stderr).toMatch(/exists already/)
    expect(await readFile(file)).toEqual(before)
  })
})
