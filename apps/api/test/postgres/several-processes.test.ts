import type { CreateApiKeyResponse, Generation } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPostgres } from '#db/postgres/open.ts'
import { countRows, readBooks } from '../harness/ledger.ts'
import { failLoudly } from '../harness/prepare-template.ts'
import { inventFirstAccount } from '../harness/first-account.ts'
import type { ServerProcess } from '../harness/server-process.ts'
import { spawnServer, startServerProcess } from '../harness/server-process.ts'
import type { TestDatabase } from '../harness/test-database.ts'
import { createTestDatabase } from '../harness/test-database.ts'

const CREDITS = '/api/v1/account/credits'
const GENERATE = '/api/v1/content/generate'
const BODY = { prompt: 'From one of two', post_types: ['x-post'], research_mode: 'regular' }
const LIMIT = 40

let database: TestDatabase
const servers: ServerProcess[] = []
const account = inventFirstAccount()

/** Two processes that answer and two that work, on one PostgreSQL. */
beforeAll(async () => {
  database = await createTestDatabase()
  const environment = {
    ...account.environment,
    POWERPOST_INITIAL_CREDITS: '10000',
    POWERPOST_RATE_LIMIT_READ: String(LIMIT),
  }
  for (const role of ['api', 'api', 'worker', 'worker']) {
    const start = { database, environment: { ...environment, POWERPOST_ROLE: role } }
    // A worker answers nothing that could be waited for.
    servers.push(await (role === 'api' ? startServerProcess(start) : spawnServer(start)))
  }
})
afterAll(async () => {
  for (const server of servers) {
    server.kill('SIGTERM')
    await server.exited
  }
  await database.remove()
})

/** Sends a request to one of the two that answer. */
function ask(
  turn: number,
  path: string,
  init: { body?: object; headers?: Record<string, string>; method?: string } = {},
) {
  const { body, headers, method = body ? 'POST' : 'GET' } = init
  const server = servers[turn % 2]
  return fetch(new URL(path, server?.url), {
    method,
    headers: { ...account.headers, ...headers },
    ...(body && { body: JSON.stringify(body) }),
  })
}

async function createKey(): Promise<{ key: string; key_id: string }> {
  const body = { name: 'New', preset: 'read_write' }
  const { key = '', key_id } = (await (
    await ask(0, '/api/v1/account/api-keys', { body })
  ).json()) as CreateApiKeyResponse
  return { key, key_id }
}

describe('several processes on one database', () => {
  it('let a key have its limit together, and no request more', async () => {
    const { key } = await createKey()
    const headers = { 'x-api-key': key }
    const requests = Array.from({ length: LIMIT * 3 }, (_, turn) => ask(turn, CREDITS, { headers }))
    const statuses = (await Promise.all(requests)).map(({ status }) => status)
    const allowed = statuses.filter((status) => status === 200).length
    expect(allowed).toBeLessThanOrEqual(LIMIT)
    // What one holds and the other misses is a tenth at the most.
    expect(allowed).toBeGreaterThanOrEqual(LIMIT * 0.9)
    expect(statuses.every((status) => status === 200 || status === 429)).toBe(true)
  })

  it('do once what is sent to both with one key', async () => {
    const opened = await openPostgres({ connectionString: database.databaseUrl ?? '', onError: failLoudly })
    try {
      const before = await countRows(opened.db)
      const headers = { 'idempotency-key': 'both' }
      const requests = Array.from({ length: 50 }, (_, turn) => ask(turn, GENERATE, { body: BODY, headers }))
      const answers = await Promise.all((await Promise.all(requests)).map((response) => response.text()))
      expect(new Set(answers).size).toBe(1)
      expect((await countRows(opened.db))['generations']).toBe((before['generations'] ?? 0) + 1)
      const { balance, ledger } = await readBooks(opened.db)
      expect(balance).toBe(ledger)
    } finally {
      await opened.close()
    }
  })

  it('refuse a key that one of them revoked, at once', async () => {
    const { key, key_id } = await createKey()
    const headers = { 'x-api-key': key }
    expect((await ask(1, CREDITS, { headers })).status).toBe(200)
    expect((await ask(0, `/api/v1/account/api-keys/${key_id}`, { method: 'DELETE' })).status).toBe(200)
    expect((await ask(1, CREDITS, { headers })).status).toBe(401)
    expect((await ask(0, CREDITS, { headers })).status).toBe(401)
  })

  it('show each what the other wrote, when the workers have ended it', async () => {
    const { key } = await createKey()
    const started = (await (await ask(0, GENERATE, { body: BODY })).json()) as { status_url: string }
    const read = async () =>
      (await (await ask(1, started.status_url, { headers: { 'x-api-key': key } })).json()) as Generation
    await expect.poll(async () => (await read()).status, { interval: 1_500, timeout: 30_000 }).toBe('completed')
  })
})
