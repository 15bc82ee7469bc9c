import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openEmbedded } from '#db/embedded/open.ts'
import type { DatabaseHandle } from '#db/handle.ts'
import { openPostgres } from '#db/postgres/open.ts'
import { failLoudly } from './harness/prepare-template.ts'
import type { ServerProcess } from './harness/server-process.ts'
import { spawnServer, startServerProcess } from './harness/server-process.ts'
import type { TestDatabase } from './harness/test-database.ts'
import { createTestDatabase } from './harness/test-database.ts'

let database: TestDatabase
const started: ServerProcess[] = []

beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(async () => {
  for (const server of started.splice(0)) {
    server.kill('SIGKILL')
    await server.exited
  }
  await database.remove()
})

async function start(environment: Record<string, string> = {}): Promise<ServerProcess> {
  const server = await startServerProcess({ database, environment })
  started.push(server)
  return server
}

function openDatabase(): Promise<DatabaseHandle> {
  return database.databaseUrl === undefined
    ? openEmbedded({ directory: database.dataDirectory, onCrash: failLoudly, onError: failLoudly })
    : openPostgres({ connectionString: database.databaseUrl, onError: failLoudly })
}

async function expectRefusal(environment: Record<string, string>, words: RegExp): Promise<void> {
  const server = await spawnServer({ database, environment })
  expect(await server.exited).toBe(1)
  const lines = server.stderr().trim().split('\n')
  expect(lines.at(-1)).toMatch(/^PowerPost cannot start: /)
  expect(lines.at(-1)).toMatch(words)
  expect(server.stderr()).not.toMatch(/\n\s+at /)
}

describe('the first start', () => {
  it('shows a key once that works, with a workspace and lines to paste, and logs nothing of it', async () => {
    const first = await start({ POWERPOST_INITIAL_CREDITS: '77' })
    const key = /pp_live_sk_[A-Za-z0-9]{32}/.exec(first.stdout())?.[0] ?? ''
    const workspace = /Workspace +([0-9a-f-]{36})/.exec(first.stdout())?.[1] ?? ''
    expect(first.stdout()).toContain(`Address    ${first.url.replace('127.0.0.1', 'localhost')}`)
    expect(first.stdout()).toMatch(/Model +built-in/)
    const docs = /Docs +(\S+)/.exec(first.stdout())?.[1] ?? ''
    expect((await fetch(docs)).status).toBe(200)
    const exports = new Map([...first.stdout().matchAll(/export (\w+)=(\S+)/g)].map(([, name, value]) => [name, value]))
    expect(exports.get('POWERPOST_BASE_URL')).toBe(first.url.replace('127.0.0.1', 'localhost'))
    const line = first.stdout().replaceAll(/\$(\w+)/g, (_, name: string) => exports.get(name) ?? '')
    const pasted = /curl (\S+) -H "(\S+): (\S+)" -H "(\S+): (\S+)" -H "([^:]+): (\S+)" -d '(.*)'/.exec(line) ?? []
    const [, url = '', h1 = '', v1 = '', h2 = '', v2 = '', h3 = '', v3 = '', body = ''] = pasted
    const headers = { [h1]: v1, [h2]: v2, [h3]: v3 }
    expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(200)
    const credits = await fetch(`${first.url}/api/v1/account/credits`, { headers: { 'x-api-key': key } })
    expect(await credits.json()).toEqual({ balance: 77 - 8 })
    expect(first.stderr()).not.toContain(key.slice(0, 20))
    first.kill('SIGTERM')
    expect(await first.exited).toBe(0)

    const second = await start({ POWERPOST_INITIAL_CREDITS: '77' })
    expect(second.stdout()).not.toContain(key)
    expect(second.stdout()).toContain(workspace)
    const again = await fetch(`${second.url}/api/v1/account/credits`, { headers: { 'x-api-key': key } })
    expect(await again.json()).toEqual({ balance: 77 - 8 })
    expect(second.stderr()).toContain('no text model is configured')
  })

  it('that ended before it could show its key is made good by the next', async () => {
    const keyOf = (server: ServerProcess) => /pp_live_sk_[A-Za-z0-9]{32}/.exec(server.stdout())?.[0] ?? ''
    const first = await start()
    first.kill('SIGKILL')
    await first.exited
    const handle = await openDatabase()
    await handle.db.updateTable('accounts').set({ first_key_shown: false }).execute()
    await handle.close()
    const second = await start()
    const statusOf = async (key: string) =>
      (await fetch(`${second.url}/api/v1/account/credits`, { headers: { 'x-api-key': key } })).status
    expect(keyOf(second)).not.toBe(keyOf(first))
    expect([await statusOf(keyOf(first)), await statusOf(keyOf(second))]).toEqual([401, 200])
  })

  it('takes the key and the workspace it is given, and repeats neither key', async () => {
    const key = `pp_live_sk_${'b'.repeat(20)}`
    const workspace = 'A1B2C3D4-E5F6-7890-ABCD-EF1234567890'
    const server = await start({ POWERPOST_BOOTSTRAP_API_KEY: key, POWERPOST_BOOTSTRAP_WORKSPACE_ID: workspace })
    const headers = { 'x-api-key': key, 'x-workspace-id': workspace }
    expect((await fetch(`${server.url}/api/v1/content/generations`, { headers })).status).toBe(200)
    expect(server.stdout() + server.stderr()).not.toContain(key)
  })
})

describe('a start that cannot go on ends with code 1 and one line that says how to fix it', () => {
  it('when the port is taken', async () => {
    const server = await start()
    await expectRefusal({ PORT: new URL(server.url).port }, /port \d+ is used by another program.*PORT/)
  })

  it('when the encryption key is not the one of the database', async () => {
    const server = await start()
    server.kill('SIGKILL')
    await server.exited
    await expectRefusal(
      { POWERPOST_ENCRYPTION_KEY: 'another key of at least 32 characters' },
      /POWERPOST_ENCRYPTION_KEY is not the key that the database was encrypted with/,
    )
  })

  it('when a name is unknown', () =>
    expectRefusal({ POWERPOST_LOGLEVEL: 'debug' }, /POWERPOST_LOGLEVEL is not a setting.*POWERPOST_LOG_LEVEL\?/))

  it.each([
    [{ PORT: '99999' }, /PORT has a value PowerPost cannot use: give a port/],
    [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL has a value.*postgres:/],
    [{ DATABASE_URL: 'postgres://u:p@127.0.0.1:1/x' }, /no PostgreSQL responds at DATABASE_URL/],
    [
      { DATABASE_URL: 'postgres://u:p@127.0.0.1:1/x', POWERPOST_ENCRYPTION_KEY: '' },
      /POWERPOST_ENCRYPTION_KEY must be set.*openssl/,
    ],
    [{ POWERPOST_ROLE: 'boss' }, /POWERPOST_ROLE.*use all, api or worker/],
    [{ POWERPOST_BOOTSTRAP_API_KEY: 'secret' }, /POWERPOST_BOOTSTRAP_API_KEY.*pp_live_sk_/],
    [
      { POWERPOST_IMAGE_MODELS: 'flux2-flex' },
      /POWERPOST_IMAGE_MODELS: black-forest-labs needs a key: set BFL_API_KEY/,
    ],
    [
      { POWERPOST_TEXT_MODEL: 'local:missing' },
      /POWERPOST_TEXT_MODEL: local:missing was not found: put missing\.gguf into/,
    ],
    [{ POWERPOST_TEXT_MODEL: 'local:../../etc/passwd' }, /POWERPOST_TEXT_MODEL: .* is no name of a file in/],
    [{ POWERPOST_TEXT_API_KEY: 'secret' }, /POWERPOST_TEXT_MODEL must be set with its key/],
    [{ HOST: '203.0.113.7' }, /no address 203\.0\.113\.7.*HOST/],
  ])('when the environment says %o', (environment, words) => expectRefusal(environment, words))

  it('when the data directory is a file', async () => {
    const file = join(database.dataDirectory, 'file')
    await writeFile(file, '')
    await expectRefusal({ POWERPOST_DATA_DIR: join(file, 'data') }, /file.* is not a directory.*POWERPOST_DATA_DIR/)
  })

  it('when another process has the embedded database; on PostgreSQL both run, and share the account', async () => {
    const key = `pp_live_sk_${'b'.repeat(20)}`
    const first = await start({ POWERPOST_BOOTSTRAP_API_KEY: key })
    if (database.kind === 'embedded') return expectRefusal({}, /in use by another process.*POWERPOST_DATA_DIR/)
    const second = await start()
    for (const { url } of [first, second]) {
      const credits = await fetch(`${url}/api/v1/account/credits`, { headers: { 'x-api-key': key } })
      expect(await credits.json()).toEqual({ balance: 50 })
    }
  })

  it('when a worker is to share the embedded database; on PostgreSQL it works off what the others accept', async () => {
    if (database.kind === 'embedded') {
      return expectRefusal({ POWERPOST_ROLE: 'worker' }, /POWERPOST_ROLE=worker needs a database.*DATABASE_URL/)
    }
    const api = await start({ POWERPOST_ROLE: 'api' })
    const key = /pp_live_sk_[A-Za-z0-9]{32}/.exec(api.stdout())?.[0] ?? ''
    const workspace = /Workspace +([0-9a-f-]{36})/.exec(api.stdout())?.[1] ?? ''
    const headers = { 'x-api-key': key, 'x-workspace-id': workspace, 'content-type': 'application/json' }
    const body = JSON.stringify({ prompt: 'Dark mode is here', post_types: ['x-post'], research_mode: 'regular' })
    const answer = await fetch(`${api.url}/api/v1/content/generate`, { method: 'POST', headers, body })
    const { status_url } = (await answer.json()) as { status_url: string }
    const readStatus = async () =>
      ((await (await fetch(`${api.url}${status_url}`, { headers })).json()) as { status: string }).status
    expect(await readStatus()).toBe('processing')
    started.push(await spawnServer({ database, environment: { POWERPOST_ROLE: 'worker' } }))
    await expect.poll(readStatus, { timeout: 20_000 }).toBe('completed')
  })

  it('when the embedded database is damaged; PostgreSQL looks after its own', async () => {
    if (database.kind !== 'embedded')
      return expectRefusal({ DATABASE_URL: `${database.databaseUrl}_gone` }, /does not exist/)
    await writeFile(join(database.dataDirectory, 'postgres/global/pg_control'), 'damaged')
    await expectRefusal({}, /cannot be opened. Restore it from a backup/)
  })
})
