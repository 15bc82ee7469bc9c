import { randomBytes, randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { countRows, readBooks } from '../harness/ledger.ts'
import { openTestDatabase } from '../harness/open-test-database.ts'
import type { ServerProcess } from '../harness/server-process.ts'
import { startServerProcess } from '../harness/server-process.ts'
import type { TestDatabase } from '../harness/test-database.ts'
import { createTestDatabase } from '../harness/test-database.ts'

const BODY = JSON.stringify({ prompt: 'Only once, please', post_types: ['x-post'], research_mode: 'regular' })
const PRICE = 6
const KEYS = 40
const CREDITS = KEYS * PRICE * 2

let database: TestDatabase
let server: ServerProcess
const environment = {
  POWERPOST_BOOTSTRAP_API_KEY: '',
  POWERPOST_BOOTSTRAP_WORKSPACE_ID: '',
  POWERPOST_INITIAL_CREDITS: String(CREDITS),
}

beforeEach(async () => {
  database = await createTestDatabase()
  environment.POWERPOST_BOOTSTRAP_API_KEY = `pp_live_sk_${randomBytes(16).toString('hex')}`
  environment.POWERPOST_BOOTSTRAP_WORKSPACE_ID = randomUUID()
})
afterEach(async () => {
  server.kill('SIGKILL')
  await server.exited
  await database.remove()
})

async function send(key: string): Promise<string | undefined> {
  const headers = {
    'x-api-key': environment.POWERPOST_BOOTSTRAP_API_KEY,
    'x-workspace-id': environment.POWERPOST_BOOTSTRAP_WORKSPACE_ID,
    'content-type': 'application/json',
    'idempotency-key': key,
  }
  try {
    const response = await fetch(`${server.url}/api/v1/content/generate`, { method: 'POST', headers, body: BODY })
    return response.ok ? await response.text() : undefined
  } catch {
    return undefined
  }
}

async function readAll() {
  const opened = await openTestDatabase(database)
  try {
    const { generations } = await countRows(opened.db)
    return { generations, ...(await readBooks(opened.db)) }
  } finally {
    await opened.close()
  }
}

describe('requests with keys', () => {
  it(
    'have one effect each, though the server is killed among them again and again and each is sent until it is answered',
    { timeout: 180_000 },
    async () => {
      const keys = Array.from({ length: KEYS }, (_, index) => `key-${index}`)
      const answers = new Map<string, Set<string>>(keys.map((key) => [key, new Set()]))
      const sendAll = () =>
        keys.map(async (key) => {
          const answer = await send(key)
          if (answer !== undefined) answers.get(key)?.add(answer)
        })
      // Later with every round: among the first, in the middle, behind the last.
      for (const answered of [0, 3, 15, 30]) {
        server = await startServerProcess({ database, environment })
        let count = 0
        const enough = Promise.withResolvers<void>()
        if (answered === 0) enough.resolve()
        const sent = sendAll().map(async (one) => {
          await one
          count += 1
          if (count >= answered) enough.resolve()
        })
        await enough.promise
        server.kill('SIGKILL')
        await Promise.all(sent)
        await server.exited
      }
      server = await startServerProcess({ database, environment })
      await Promise.all(sendAll())
      for (const key of keys) expect(answers.get(key)?.size, key).toBe(1)
      server.kill('SIGTERM')
      await server.exited
      expect(await readAll()).toEqual({
        generations: KEYS,
        balance: CREDITS - KEYS * PRICE,
        ledger: CREDITS - KEYS * PRICE,
        entries: KEYS + 1,
      })
    },
  )
})
