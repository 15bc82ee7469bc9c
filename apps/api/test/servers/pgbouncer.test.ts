import type { Credits, GenerateContentResponse, Post } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SandboxPlatformServer } from '../fake-platforms/sandbox-platform-server.ts'
import { startSandboxPlatform } from '../fake-platforms/sandbox-platform-server.ts'
import { inventFirstAccount } from '../harness/first-account.ts'
import type { PgBouncer } from '../harness/pgbouncer.ts'
import { startPgBouncer } from '../harness/pgbouncer.ts'
import type { ServerProcess } from '../harness/server-process.ts'
import { startServerProcess } from '../harness/server-process.ts'
import type { TestDatabase } from '../harness/test-database.ts'
import { createTestDatabase } from '../harness/test-database.ts'
import { readUntil, waitForGenerationAt } from '../harness/wait-for.ts'

const GENERATIONS = 40
const CREDITS = 1_000

const account = inventFirstAccount()
const { headers } = account
let database: TestDatabase
let bouncer: PgBouncer
let platform: SandboxPlatformServer
let servers: readonly [ServerProcess, ServerProcess]

beforeAll(async () => {
  database = await createTestDatabase()
  const { databaseUrl = '' } = database
  bouncer = await startPgBouncer({ databaseUrl })
  platform = await startSandboxPlatform()
  const environment = {
    ...account.environment,
    POWERPOST_INITIAL_CREDITS: String(CREDITS),
    POWERPOST_SANDBOX_PLATFORM_URL: platform.url,
    DATABASE_URL: bouncer.url,
    DATABASE_URL_DIRECT: databaseUrl,
  }
  const first = await startServerProcess({ database, environment })
  servers = [first, await startServerProcess({ database, environment })]
})
afterAll(async () => {
  for (const server of servers) {
    server.kill('SIGTERM')
    await server.exited
  }
  await platform.stop()
  await bouncer.stop()
  await database.remove()
})

async function send<Body>(server: ServerProcess, path: string, body?: object): Promise<Body> {
  const init = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers }
  const response = await fetch(`${server.url}/api/v1${path}`, init)
  expect(response.status, await response.clone().text()).toBe(200)
  return (await response.json()) as Body
}

async function generate(server: ServerProcess): Promise<string> {
  const body = { prompt: 'We opened a bakery', post_types: ['x-post'], research_mode: 'regular' }
  return (await send<GenerateContentResponse>(server, '/content/generate', body)).generation_id
}

describe('two processes behind PgBouncer, which gives each connection to another client after a transaction', () => {
  it('do what is asked of them at once, and take each credit once', async () => {
    const { balance: before } = await send<Credits>(servers[0], '/account/credits')
    const asked = Array.from({ length: GENERATIONS }, (_, turn) => generate(servers[turn % 2 === 0 ? 0 : 1]))
    const ids = await Promise.all(asked)
    const ended = await Promise.all(ids.map((id) => waitForGenerationAt(servers[0], id, headers)))
    expect(ended.map(({ status }) => status)).toEqual(ended.map(() => 'completed'))
    const { balance: after } = await send<Credits>(servers[1], '/account/credits')
    expect(before - after).toBe(ended.reduce((sum, { credits_used }) => sum + credits_used, 0))
  })

  it('hear of work from the database, and post once', async () => {
    await send(servers[0], '/connections', { platform: 'x', sandbox: true })
    const draft = await send<Post>(servers[0], '/posts', { items: [{ post_type: 'x-post', content: 'Open now' }] })
    await send(servers[0], `/posts/${draft.post_id}/publish`, {})
    const post = await readUntil({
      what: 'the end of the post',
      read: () => send<Post>(servers[1], `/posts/${draft.post_id}`),
      isEnough: ({ status }) => status === 'published' || status === 'failed',
    })
    expect(post.status).toBe('published')
    expect(platform.posts).toHaveLength(1)
    for (const server of servers) expect(server.stdout() + server.stderr()).not.toContain('announces no work')
  })

  it('are warned that nothing limits statements there, with the lines that do', () => {
    for (const server of servers) expect(server.stdout() + server.stderr()).toContain("SET statement_timeout = '15s';")
  })

  it('go on when PgBouncer was restarted', async () => {
    const { port } = new URL(bouncer.url)
    await bouncer.stop()
    const refused = await fetch(`${servers[0].url}/api/v1/account/credits`, { headers })
    expect(refused.status).toBe(503)
    bouncer = await startPgBouncer({ databaseUrl: database.databaseUrl ?? '', port: Number(port) })
    const id = await readUntil({
      what: 'an accepted generation',
      read: () => generate(servers[0]).catch(() => undefined),
      isEnough: (accepted) => accepted !== undefined,
    })
    expect((await waitForGenerationAt(servers[1], id ?? '', headers)).status).toBe('completed')
  })
})
