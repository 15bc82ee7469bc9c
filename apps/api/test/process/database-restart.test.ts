import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inventFirstAccount } from '../harness/first-account.ts'
import type { ServerProcess } from '../harness/server-process.ts'
import { startServerProcess } from '../harness/server-process.ts'
import type { TestDatabase } from '../harness/test-database.ts'
import { createTestDatabase } from '../harness/test-database.ts'

let database: TestDatabase
let server: ServerProcess

beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(async () => {
  server.kill('SIGKILL')
  await server.exited
  await database.remove()
})

/** Ends every connection to the database but its own, as a restart or a fail-over does. */
async function terminateConnections(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  await client.end()
}

describe('a server whose database connections are cut under load', () => {
  it('answers 503 or 200, loses nothing that it acknowledged, and goes on; the embedded one has none to cut', async () => {
    const account = inventFirstAccount()
    const { headers } = account
    server = await startServerProcess({
      database,
      environment: {
        ...account.environment,
        POWERPOST_INITIAL_CREDITS: '100000',
      },
    })
    const body = JSON.stringify({ prompt: 'Dark mode is here', post_types: ['x-post'], research_mode: 'regular' })
    const acknowledged: string[] = []
    const statuses = new Set<number>()
    const stop = new AbortController()
    const load = async () => {
      while (!stop.signal.aborted) {
        const response = await fetch(`${server.url}/api/v1/content/generate`, { method: 'POST', headers, body })
        const answer = (await response.json()) as { status_url?: string }
        statuses.add(response.status)
        if (answer.status_url) acknowledged.push(answer.status_url)
        if (response.status === 503) expect(response.headers.get('retry-after')).toBe('5')
      }
    }
    const loads = Array.from({ length: 6 }, load)
    for (let round = 1; round <= 8; round += 1) {
      await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(round * 5)
      if (database.databaseUrl !== undefined) await terminateConnections(database.databaseUrl)
    }
    await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(60)
    stop.abort()
    await Promise.all(loads)
    expect([...statuses].filter((status) => status !== 200 && status !== 503)).toEqual([])
    for (const path of acknowledged) {
      const read = async () =>
        ((await (await fetch(`${server.url}${path}`, { headers })).json()) as { status: string }).status
      await expect.poll(read, { timeout: 40_000 }).toBe('completed')
    }
  })
})
