import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ServerProcess } from '../harness/server-process.ts'
import { spawnServer, startServerProcess } from '../harness/server-process.ts'
import type { TestDatabase } from '../harness/test-database.ts'
import { createTestDatabase } from '../harness/test-database.ts'

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

async function expectRefusal(environment: Record<string, string>, words: RegExp): Promise<void> {
  const server = await spawnServer({ database, environment })
  expect(await server.exited).toBe(1)
  const lines = server.stderr().trim().split('\n')
  expect(lines.at(-1)).toMatch(/^PowerPost cannot start: /)
  expect(lines.at(-1)).toMatch(words)
  expect(server.stderr()).not.toMatch(/\n\s+at /)
}

describe('the first start', () => {
  it('shows a key once that works, with a workspace and a curl line to paste, and logs nothing of it', async () => {
    const first = await start({ POWERPOST_INITIAL_CREDITS: '77' })
    const key = /pp_live_sk_[A-Za-z0-9]{32}/.exec(first.stdout())?.[0] ?? ''
    const workspace = /Workspace +([0-9a-f-]{36})/.exec(first.stdout())?.[1] ?? ''
    expect(first.stdout()).toContain(`Address    ${first.url.replace('127.0.0.1', 'localhost')}`)
    expect(first.stdout()).toMatch(/Model +built-in/)
    const pasted =
      /curl (\S+) -H "(\S+): (\S+)" -H "(\S+): (\S+)" -H "([^:]+): (\S+)" -d '(.*)'/.exec(first.stdout()) ?? []
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

  it('takes the key and the workspace it is given', async () => {
    const key = `pp_live_sk_${'b'.repeat(20)}`
    const workspace = 'A1B2C3D4-E5F6-7890-ABCD-EF1234567890'
    const server = await start({ POWERPOST_BOOTSTRAP_API_KEY: key, POWERPOST_BOOTSTRAP_WORKSPACE_ID: workspace })
    const headers = { 'x-api-key': key, 'x-workspace-id': workspace }
    expect((await fetch(`${server.url}/api/v1/content/generations`, { headers })).status).toBe(200)
  })
})

describe('a start that cannot go on ends with code 1 and one line that says the mend', () => {
  it('when the port is taken', async () => {
    const server = await start()
    await expectRefusal({ PORT: new URL(server.url).port }, /port \d+ is taken by another program.*PORT/)
  })

  it('when a name is unknown', () =>
    expectRefusal({ POWERPOST_LOGLEVEL: 'debug' }, /POWERPOST_LOGLEVEL is not a setting.*POWERPOST_LOG_LEVEL\?/))

  it.each([
    [{ PORT: '99999' }, /PORT has a value PowerPost cannot use: give a port/],
    [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL has a value.*postgres:/],
    [{ DATABASE_URL: 'postgres://u:p@127.0.0.1:1/x' }, /no PostgreSQL answers at DATABASE_URL/],
    [
      { DATABASE_URL: 'postgres://u:p@127.0.0.1:1/x', POWERPOST_ENCRYPTION_KEY: '' },
      /POWERPOST_ENCRYPTION_KEY must be set.*openssl/,
    ],
    [{ POWERPOST_ROLE: 'boss' }, /POWERPOST_ROLE.*use all, api or worker/],
    [{ POWERPOST_BOOTSTRAP_API_KEY: 'secret' }, /POWERPOST_BOOTSTRAP_API_KEY.*pp_live_sk_/],
    [
      { POWERPOST_TEXT_MODEL: 'openai:gpt' },
      /POWERPOST_TEXT_MODEL is set, but this version has only the built-in model/,
    ],
    [{ HOST: '203.0.113.7' }, /no address 203\.0\.113\.7.*HOST/],
  ])('when the environment says %o', (environment, words) => expectRefusal(environment, words))

  it('when the data directory is a file', async () => {
    const file = join(database.dataDirectory, 'file')
    await writeFile(file, '')
    await expectRefusal({ POWERPOST_DATA_DIR: join(file, 'data') }, /file.* cannot be a directory.*POWERPOST_DATA_DIR/)
  })

  it('when the data directory is in use by another process', async () => {
    const other = await start()
    await mkdir(database.dataDirectory, { recursive: true })
    if (database.kind === 'embedded') await expectRefusal({}, /in use by another process.*POWERPOST_DATA_DIR/)
    // On PostgreSQL several processes share one database, and the directory of media.
    else expect((await start()).url).not.toBe(other.url)
  })

  it('when a second process is to share the embedded database', () =>
    database.kind === 'embedded'
      ? expectRefusal({ POWERPOST_ROLE: 'worker' }, /POWERPOST_ROLE=worker needs a database.*DATABASE_URL/)
      : undefined)
})
