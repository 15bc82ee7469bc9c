import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { XServer } from '../fake-platforms/x-server.ts'
import { startX } from '../fake-platforms/x-server.ts'
import { addConnection } from '../harness/connections.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'

const PROGRAM = fileURLToPath(new URL('../harness/refresh-program.ts', import.meta.url))
const SCOPES = ['tweet.read', 'tweet.write', 'users.read', 'media.write', 'offline.access']
const PROCESSES = 3

let server: TestServer
let x: XServer
beforeAll(async () => {
  x = await startX()
  server = await startTestServer({ work: false })
})
afterAll(async () => {
  await server.stop()
  await x.stop()
})

it('several processes that find at once that a token is old refresh it once, and all have the new one', async () => {
  const { accessToken, refreshToken = '' } = x.state.grant('4711', SCOPES)
  const { id } = await addConnection(server.db, { accessToken, refreshToken, endsAt: new Date() })
  // The first to ask is kept waiting at X: the others come meanwhile, or find what it stored.
  const { held, release } = x.hold('POST /2/oauth2/token')
  const programs = Array.from({ length: PROCESSES }, async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      PROGRAM,
      server.database.databaseUrl ?? '',
      x.url,
      id,
    ])
    return JSON.parse(stdout) as readonly string[]
  })
  await held
  release()
  const tokens = (await Promise.all(programs)).flat()
  expect(tokens).toHaveLength(PROCESSES * 10)
  expect(new Set(tokens).size).toBe(1)
  expect(tokens).not.toContain(accessToken)
  expect(x.state.refreshes).toBe(1)
  expect(x.state.complaints).toEqual([])
})
