import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { GenerateContentResponse, Media } from '@powerpost/contract'
import { sql } from 'kysely'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest'
import type { DatabaseHandle } from '#db/handle.ts'
import { ALL_TABLES } from '#db/inventory.ts'
import { headersOf } from '../harness/add-tenant.ts'
import { readBooks } from '../harness/ledger.ts'
import { openTestDatabase } from '../harness/open-test-database.ts'
import type { CliRun } from '../harness/run-cli.ts'
import { runCli } from '../harness/run-cli.ts'
import type { ServerProcess } from '../harness/server-process.ts'
import { startServerProcess } from '../harness/server-process.ts'
import type { TestDatabase } from '../harness/test-database.ts'
import { createTestDatabase } from '../harness/test-database.ts'
import { makePicture } from '../media-files/index.ts'
import { waitForGenerationAt } from '../harness/wait-for.ts'

// Servers and programs are started one after the other.
vi.setConfig({ testTimeout: 240_000 })

const apiKey = 'pp_live_sk_movedToAnotherDatabase01'
const workspaceId = randomUUID()
const headers = { ...headersOf({ accountId: '', apiKey, workspaceId }), 'content-type': 'application/json' }
const ENCRYPTION_KEY = 'not a secret: for tests, 32 characters'

/** Migrated already, as a server leaves it that was started on it and found nothing. */
let prepared: TestDatabase
/** The same data directory, with an embedded database in it. */
let embedded: TestDatabase
let silent: Server
const started: ServerProcess[] = []

beforeEach(async () => {
  prepared = await createTestDatabase()
  embedded = { ...prepared, kind: 'embedded', databaseUrl: undefined }
  silent = createServer(() => {}).listen(0, '127.0.0.1')
  await once(silent, 'listening')
})
afterEach(async () => {
  for (const server of started.splice(0)) await kill(server)
  silent.closeAllConnections()
  silent.close()
  await prepared.remove()
})

async function start(database: TestDatabase, more: Record<string, string> = {}): Promise<ServerProcess> {
  const environment = {
    POWERPOST_BOOTSTRAP_API_KEY: apiKey,
    POWERPOST_BOOTSTRAP_WORKSPACE_ID: workspaceId,
    POWERPOST_INITIAL_CREDITS: '500',
    POWERPOST_ENCRYPTION_KEY: ENCRYPTION_KEY,
    ...more,
  }
  const server = await startServerProcess({ database, environment })
  started.push(server)
  return server
}

async function kill(server: ServerProcess): Promise<void> {
  server.kill('SIGKILL')
  await server.exited
}

/** A model's server that never answers: what is to be written by it stays processing. */
function silentModel(): Record<string, string> {
  const { port } = silent.address() as AddressInfo
  return { POWERPOST_TEXT_MODEL: 'openai-compatible:silent', POWERPOST_TEXT_BASE_URL: `http://127.0.0.1:${port}/v1` }
}

async function post<T>(server: ServerProcess, path: string, body: object, key: string = randomUUID()): Promise<T> {
  const init = { method: 'POST', headers: { ...headers, 'idempotency-key': key }, body: JSON.stringify(body) }
  const response = await fetch(`${server.url}/api/v1${path}`, init)
  expect(response.status).toBe(200)
  return (await response.json()) as T
}

async function upload(server: ServerProcess): Promise<string> {
  const form = new FormData()
  form.set('type', 'image')
  form.set('file', new Blob([Buffer.from(await makePicture('png'))]), 'photo.png')
  const init = { method: 'POST', headers: headersOf({ accountId: '', apiKey, workspaceId }), body: form }
  return ((await (await fetch(`${server.url}/api/v1/media/upload`, init)).json()) as Media).media_id
}

const untilEnded = (server: ServerProcess, id: string) => waitForGenerationAt(server, id, headers)

function move(to: string | undefined): Promise<CliRun> {
  return runCli(['move', '--from', prepared.dataDirectory, '--to', to ?? '', '--json'])
}

/** Every row of every moved table, as text. */
async function readAll({ db }: DatabaseHandle): Promise<Record<string, unknown>> {
  const contents: Record<string, unknown> = {}
  for (const table of ALL_TABLES) {
    const { rows } = await sql`select row_to_json(t)::text as row from ${sql.table(table)} t order by 1`.execute(db)
    contents[table] = rows
  }
  return contents
}

async function createEmptyDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const provided = inject('database')
  if (provided.kind !== 'postgres') throw new Error('these tests need a PostgreSQL')
  const name = `moved_${randomBytes(6).toString('hex')}`
  const run = async (statement: string) => {
    const client = new Client({ connectionString: provided.adminUrl })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await run(`create database ${name}`)
  return { url: new URL(`/${name}`, provided.adminUrl).href, drop: () => run(`drop database ${name} with (force)`) }
}

const TEXT = { prompt: 'We moved house', post_types: ['x-post', 'youtube-video'], research_mode: 'regular' }

describe('a move to PostgreSQL', () => {
  it('brings every row, and what was unfinished is finished there', async () => {
    const first = await start(embedded)
    const mediaId = await upload(first)
    const style = {
      name: 'Ours',
      instructions: 'Dry – “quoted”, \\u0041, 漢字.',
      examples: ['a,b', '"{c}"'],
      active: true,
    }
    await post(first, '/writing-styles', style)
    await post(first, '/account/workspaces', { name: 'Second' })
    await post(first, '/account/api-keys', { name: 'Bound', preset: 'read_only', workspace_ids: [workspaceId] })
    const sent = { ...TEXT, media_ids: [mediaId] }
    const known = await post<GenerateContentResponse>(first, '/content/generate', sent, 'sent-before-the-move')
    const generation = await untilEnded(first, known.generation_id)
    expect((await move(prepared.databaseUrl)).failure()).toMatchObject({ code: 'IN_USE', exit_code: 5 })
    await kill(first)
    const second = await start(embedded, silentModel())
    const unfinished = await post<GenerateContentResponse>(second, '/content/generate', TEXT)
    await kill(second)

    const { url, drop } = await createEmptyDatabase()
    const run = await move(url)
    expect(run.stderr).toBe('')
    expect(run.json()).toMatchObject({ rows: { accounts: 1, workspaces: 2, media: 1, generations: 2 }, jobs: 1 })

    const source = await openTestDatabase(embedded)
    const target = await openTestDatabase({ ...prepared, databaseUrl: url })
    expect(await readAll(target)).toEqual(await readAll(source))
    const books = await readBooks(target.db)
    expect(books.balance).toBe(books.ledger)
    await source.close()
    await target.close()

    const server = await start({ ...prepared, databaseUrl: url })
    expect(await untilEnded(server, known.generation_id)).toEqual(generation)
    expect(await post(server, '/content/generate', sent, 'sent-before-the-move')).toEqual(known)
    expect((await untilEnded(server, unfinished.generation_id)).status).toBe('completed')
    const after = await post<GenerateContentResponse>(server, '/content/generate', sent)
    expect((await untilEnded(server, after.generation_id)).status).toBe('completed')
    await kill(server)
    await drop()
  })

  it('leaves a database alone that has accounts, and takes one that was only prepared', async () => {
    await kill(await start(embedded))
    const run = await move(prepared.databaseUrl)
    expect(run).toMatchObject({ exitCode: 0, stderr: '' })
    const handle = await openTestDatabase(prepared)
    const before = await readAll(handle)
    const again = await move(prepared.databaseUrl)
    expect(again).toMatchObject({ exitCode: 5, stdout: '' })
    expect(again.failure()).toMatchObject({ code: 'NOT_EMPTY', hint: expect.stringContaining('createdb') })
    expect(await readAll(handle)).toEqual(before)
    await handle.close()
  })

  it('knows every table there is', async () => {
    const handle = await openTestDatabase(prepared)
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = 'public'`.execute(handle.db)
    await handle.close()
    const own = rows.map(({ name }) => name).filter((name) => !name.startsWith('kysely_') && name !== 'rate_limits')
    expect(own.toSorted()).toEqual(ALL_TABLES.toSorted())
  })

  it('says what is missing: the data, or the PostgreSQL', async () => {
    const noData = await move(prepared.databaseUrl)
    expect(noData.failure()).toMatchObject({ code: 'NO_DATABASE', exit_code: 4 })
    const handle = await openTestDatabase(embedded)
    await handle.close()
    const noTarget = await move('postgres://me:s3cret@127.0.0.1:1/none')
    expect(noTarget.failure()).toMatchObject({ code: 'DATABASE_UNREACHABLE', exit_code: 7 })
    expect(noTarget.stderr).not.toContain('s3cret')
  })
})

describe('a backup of a PostgreSQL', () => {
  it('is left to its own tools, and that is said', async () => {
    const environment = { POWERPOST_DATA_DIR: prepared.dataDirectory, DATABASE_URL: prepared.databaseUrl }
    const run = await runCli(['backup', 'backup.tar.gz'], { environment, cwd: prepared.dataDirectory })
    expect(run).toMatchObject({ exitCode: 2, stdout: '' })
    expect(run.stderr).toMatch(/pg_dump[\s\S]*media/)
    expect(await readdir(prepared.dataDirectory)).toEqual([])
  })
})
