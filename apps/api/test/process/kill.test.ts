import type { GenerateContentResponse } from '@powerpost/contract'
import { afterEach, describe, expect, it } from 'vitest'
import { readBooks } from '../harness/ledger.ts'
import { openTestDatabase } from '../harness/open-test-database.ts'
import { inventFirstAccount } from '../harness/first-account.ts'
import type { ServerProcess } from '../harness/server-process.ts'
import { startServerProcess } from '../harness/server-process.ts'
import type { TestDatabase } from '../harness/test-database.ts'
import { createTestDatabase } from '../harness/test-database.ts'
import { readUntil, waitForGenerationAt } from '../harness/wait-for.ts'

const GENERATIONS = 200
const PRICE = 10
const INITIAL_CREDITS = GENERATIONS * PRICE * 2

let database: TestDatabase
const running: ServerProcess[] = []

afterEach(async () => {
  for (const server of running.splice(0)) {
    server.kill('SIGKILL')
    await server.exited
  }
  await database.remove()
})

describe('a server that is killed', () => {
  it(
    'in the middle of 200 generations loses none, leaves none stuck, and its books balance',
    { timeout: 120_000 },
    async () => {
      database = await createTestDatabase()
      const account = inventFirstAccount()
      const { headers } = account
      const environment = {
        ...account.environment,
        POWERPOST_INITIAL_CREDITS: String(INITIAL_CREDITS),
      }
      const start = async () => {
        const server = await startServerProcess({ database, environment })
        running.push(server)
        return server
      }

      const first = await start()
      const acknowledged = new Set<string>()
      const send = async (index: number) => {
        const body = {
          prompt: `Launch number ${index} is live`,
          post_types: ['x-post', 'tiktok-video', 'linkedin-post'],
          research_mode: 'regular',
        }
        const response = await fetch(`${first.url}/api/v1/content/generate`, {
          method: 'POST',
          headers,
          body: JSON.stringify(body),
        })
        if (response.status === 200)
          acknowledged.add(((await response.json()) as GenerateContentResponse).generation_id)
        if (acknowledged.size === GENERATIONS / 2) first.kill('SIGKILL')
      }
      // Those that the kill cut off were never acknowledged.
      await Promise.allSettled(Array.from({ length: GENERATIONS }, (_, index) => send(index)))
      await first.exited
      expect(acknowledged.size).toBeGreaterThanOrEqual(GENERATIONS / 2)

      const second = await start()
      for (const id of acknowledged) {
        const generation = await waitForGenerationAt(second, id, headers)
        expect(generation.status).toBe('completed')
        expect(Object.keys(generation.outputs ?? {})).toHaveLength(3)
      }
      await noneProcessing(second, headers)
      second.kill('SIGTERM')
      expect(await second.exited).toBe(0)

      const handle = await openTestDatabase(database)
      const { db } = handle
      const books = await readBooks(db)
      const { count } = await db
        .selectFrom('generations')
        .select((e) => e.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      const unpaid = await db.selectFrom('generations').select('id').where('status', '!=', 'completed').execute()
      await handle.close()
      expect(unpaid).toEqual([])
      expect(count).toBeGreaterThanOrEqual(acknowledged.size)
      expect(books.balance).toBe(books.ledger)
      expect(books.balance).toBe(INITIAL_CREDITS - count * PRICE)
    },
  )

  it(
    'politely, under load, answers every request it accepted and ends within ten seconds',
    { timeout: 60_000 },
    async () => {
      database = await createTestDatabase()
      const { apiKey, environment } = inventFirstAccount()
      const server = await startServerProcess({ database, environment })
      running.push(server)
      const statuses: number[] = []
      let stopped = false
      const ask = async () => {
        while (!stopped) {
          try {
            const response = await fetch(`${server.url}/api/v1/account/credits`, { headers: { 'x-api-key': apiKey } })
            await response.json()
            statuses.push(response.status)
            if (statuses.length === 50) server.kill('SIGTERM')
          } catch (error) {
            // Refused before it was accepted: nobody listens any more.
            stopped = true
            expect(String((error as Error & { cause?: { code?: string } }).cause?.code)).toBe('ECONNREFUSED')
          }
        }
      }
      const start = performance.now()
      await Promise.all(Array.from({ length: 8 }, ask))
      expect(await server.exited).toBe(0)
      expect(performance.now() - start).toBeLessThan(10_000)
      expect(statuses.length).toBeGreaterThanOrEqual(50)
      expect(statuses.every((status) => status === 200)).toBe(true)
    },
  )

  it.runIf(process.platform === 'linux')('with the npx that started it, ends as well', async () => {
    database = await createTestDatabase()
    const server = await startServerProcess({ database, runner: 'npm exec pnpm start' })
    running.push(server)
    server.kill('SIGKILL')
    // The server holds the shell's outputs too: they end when it has.
    await server.exited
    expect(server.stderr()).toContain('"msg":"stopped"')
  })
})

/** Those that were stored and whose answer the kill cut off must end too. */
async function noneProcessing({ url }: ServerProcess, headers: Record<string, string>): Promise<void> {
  await readUntil({
    what: 'the end of every generation',
    read: async () => {
      const response = await fetch(`${url}/api/v1/content/generations?status=processing&limit=1`, { headers })
      return (await response.json()) as { readonly data: readonly unknown[] }
    },
    isEnough: ({ data }) => data.length === 0,
    everyMs: 100,
  })
}
