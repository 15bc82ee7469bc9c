import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { channelPathOf } from '#operator/channel-path.ts'
import { addAccount } from '../harness/add-tenant.ts'
import { readBooks } from '../harness/ledger.ts'
import { openTestDatabase } from '../harness/open-test-database.ts'
import type { CliRun } from '../harness/run-cli.ts'
import { runCli } from '../harness/run-cli.ts'
import type { ServerProcess } from '../harness/server-process.ts'
import { startServerProcess } from '../harness/server-process.ts'
import type { TestDatabase } from '../harness/test-database.ts'
import { createTestDatabase } from '../harness/test-database.ts'

const KEY = 'pp_live_sk_grantedByTheOperator0123'

// Each of these starts servers and programs, one after the other.
vi.setConfig({ testTimeout: 180_000 })

let database: TestDatabase
const started: ServerProcess[] = []

beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(async () => {
  for (const server of started.splice(0)) await stop(server, 'SIGKILL')
  await database.remove()
})

async function start(): Promise<ServerProcess> {
  const environment = { POWERPOST_BOOTSTRAP_API_KEY: KEY, POWERPOST_INITIAL_CREDITS: '50' }
  const server = await startServerProcess({ database, environment })
  started.push(server)
  return server
}

async function stop(server: ServerProcess, signal: NodeJS.Signals): Promise<void> {
  server.kill(signal)
  await server.exited
}

function grant(...args: string[]): Promise<CliRun> {
  const environment = { POWERPOST_DATA_DIR: database.dataDirectory, DATABASE_URL: database.databaseUrl }
  return runCli(['credits', 'grant', ...args, '--json'], { environment })
}

async function makeDirectory(path: string): Promise<string> {
  await mkdir(path)
  return path
}

const isEmbedded = () => database.kind === 'embedded'

describe('the operator', () => {
  it('grants credits while the server runs, and when it does not', async () => {
    const server = await start()
    const running = await grant('500', '--note', 'November')
    expect(running.stderr).toBe('')
    expect(running.json()).toMatchObject({ amount: 500, balance: 550 })
    const environment = { POWERPOST_API_KEY: KEY, POWERPOST_BASE_URL: server.url }
    const { data } = (await runCli(['credits', 'ledger', '--json'], { environment })).json<{ data: unknown[] }>()
    expect(data[0]).toMatchObject({ kind: 'grant', amount: 500, balance_after: 550, note: 'November' })

    await stop(server, 'SIGTERM')
    expect((await grant('1')).json()).toMatchObject({ amount: 1, balance: 551 })
    const handle = await openTestDatabase(database)
    expect(await readBooks(handle.db)).toEqual({ balance: 551, ledger: 551, entries: 3 })
    await handle.close()
  })

  it('reaches a server that was started after another was killed', async () => {
    await stop(await start(), 'SIGKILL')
    expect((await grant('1')).json()).toMatchObject({ balance: 51 })
    await start()
    expect((await grant('2')).json()).toMatchObject({ balance: 53 })
  })

  it('says which account when there are several', async () => {
    const server = await start()
    await stop(server, 'SIGTERM')
    const handle = await openTestDatabase(database)
    const other = await addAccount(handle.db, 7)
    await handle.close()
    const which = await grant('1')
    expect(which).toMatchObject({ exitCode: 4, stdout: '' })
    expect(which.failure().hint).toContain(other.accountId)
    expect((await grant('1', '--account', other.accountId)).json()).toMatchObject({ balance: 8 })
    expect(await grant('1', '--account', 'nobody')).toMatchObject({ exitCode: 4, stdout: '' })
  })

  it('cannot grant nothing, less, more than a balance holds, or without a reason', async () => {
    await stop(await start(), 'SIGTERM')
    for (const amount of ['-5', '1.5', '9999999999']) expect((await grant(amount)).exitCode, amount).toBe(2)
    expect((await grant('5', '--note', ' ')).exitCode).toBe(2)
    const handle = await openTestDatabase(database)
    await handle.db.updateTable('accounts').set({ credit_balance: 2_147_483_000 }).execute()
    await handle.close()
    expect((await grant('648')).failure()).toMatchObject({ code: 'TOO_MANY_CREDITS', exit_code: 2 })
    expect((await grant('647')).json()).toMatchObject({ balance: 2_147_483_647 })
  })

  it('is reported where there is no database, and none is made', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'powerpost-empty-'))
    const run = await runCli(['credits', 'grant', '5', '--data-dir', empty])
    expect(run.exitCode).toBe(4)
    expect(run.stderr).toMatch(/no embedded database[\s\S]*--data-dir/)
    expect(await readdir(empty)).toEqual([])
    await rm(empty, { recursive: true })
    const away = await runCli(['credits', 'grant', '5', '--database-url', 'postgres://me:s3cret@127.0.0.1:1/none'])
    expect(away.exitCode).toBe(7)
    expect(away.stderr).toMatch(/ECONNREFUSED[\s\S]*Check its host/)
    expect(away.stderr).not.toContain('s3cret')
  })
})

describe('the channel of a running server', () => {
  it('is open to its own user alone', async () => {
    const server = await start()
    if (!isEmbedded()) return expect(await readdir(database.dataDirectory)).not.toContain('operator')
    const { socket, directory = '' } = channelPathOf(database.dataDirectory)
    expect((await stat(directory)).mode & 0o777).toBe(0o700)
    expect((await stat(socket)).mode & 0o777).toBe(0o600)
    await stop(server, 'SIGTERM')
    expect(await readdir(directory)).toEqual([])
  })

  it('is found below a path that is too long for a socket', async () => {
    const long = join(database.dataDirectory, 'd'.repeat(120))
    const { directory = '' } = channelPathOf(await makeDirectory(long))
    expect(Buffer.byteLength(join(directory, 'socket'))).toBeLessThan(104)
    if (!isEmbedded()) return
    await rename(join(database.dataDirectory, 'postgres'), join(long, 'postgres'))
    const { remove } = database
    database = {
      ...database,
      dataDirectory: long,
      async remove() {
        await rm(directory, { recursive: true })
        await rm(join(long, '..'), { recursive: true })
        await remove()
      },
    }
    await start()
    expect((await grant('3')).json()).toMatchObject({ balance: 53 })
    expect(await readdir(long)).not.toContain('operator')
  })
})
