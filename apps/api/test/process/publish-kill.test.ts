import { setTimeout } from 'node:timers/promises'
import type { Post } from '@powerpost/contract'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { SandboxPlatformServer } from '../fake-platforms/sandbox-platform-server.ts'
import { startSandboxPlatform } from '../fake-platforms/sandbox-platform-server.ts'
import { LAST_LOOKUP, LEASE_MS } from '#features/publishing/engine/times.ts'
import { openTestDatabase } from '../harness/open-test-database.ts'
import { inventFirstAccount } from '../harness/first-account.ts'
import type { ServerProcess } from '../harness/server-process.ts'
import { startServerProcess } from '../harness/server-process.ts'
import type { TestDatabase } from '../harness/test-database.ts'
import { createTestDatabase } from '../harness/test-database.ts'

const PRICE = 4
const CREDITS = 100
const POLL = { timeout: 120_000, interval: 100 }

let database: TestDatabase
let platform: SandboxPlatformServer
const running: ServerProcess[] = []

const account = inventFirstAccount()
const { headers } = account

beforeEach(async () => {
  database = await createTestDatabase()
  platform = await startSandboxPlatform()
})
afterEach(async () => {
  for (const server of running.splice(0)) {
    server.kill('SIGKILL')
    await server.exited
  }
  await platform.stop()
  await database.remove()
})

async function start(): Promise<ServerProcess> {
  const environment = {
    ...account.environment,
    POWERPOST_INITIAL_CREDITS: String(CREDITS),
    POWERPOST_SANDBOX_PLATFORM_URL: platform.url,
  }
  const server = await startServerProcess({ database, environment })
  running.push(server)
  return server
}

async function send<T>({ url }: ServerProcess, path: string, body?: object): Promise<T> {
  const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) }
  const response = await fetch(`${url}/api/v1${path}`, init)
  expect(response.status, await response.clone().text()).toBe(200)
  return (await response.json()) as T
}

async function createPost(server: ServerProcess): Promise<string> {
  await send(server, '/connections', { platform: 'x', sandbox: true })
  const body = { items: [{ post_type: 'x-post', content: 'Dark mode is here' }] }
  return (await send<Post>(server, '/posts', body)).post_id
}

async function kill(server: ServerProcess): Promise<void> {
  server.kill('SIGKILL')
  await server.exited
  running.splice(running.indexOf(server), 1)
}

/** What is not there is looked for some minutes before it is sent again: the next look is the last. */
async function skipLooks(): Promise<void> {
  const { db, close } = await openTestDatabase(database)
  await db.updateTable('post_items').set({ lookup_attempts: LAST_LOOKUP }).execute()
  await close()
}

/** Requests in whose midst the server is killed; whether the platform goes on with them. */
const STEPS = [
  { request: 'POST /containers', goesOn: false },
  { request: 'POST /containers', goesOn: true },
  { request: 'POST /posts', goesOn: false },
  { request: 'POST /posts', goesOn: true },
  { request: 'GET /publications', goesOn: true },
  { request: 'GET /posts', goesOn: true },
] as const

it.each(STEPS)(
  'a server killed in the midst of $request (the platform goes on: $goesOn) posts once, and is paid once',
  { timeout: 180_000 },
  async ({ request, goesOn }) => {
    if (request === 'GET /publications') platform.manner.publishesLate = 2
    if (request === 'GET /posts') platform.faults.spoil('publish', { kind: 'cut after' })
    const first = await start()
    const id = await createPost(first)
    const hold = platform.hold(request)
    await send(first, `/posts/${id}/publish`, {})
    await hold.held
    await kill(first)
    hold.release(goesOn)
    if (request === 'POST /posts' && !goesOn) await skipLooks()

    const second = await start()
    const read = () => send<Post>(second, `/posts/${id}`)
    await expect.poll(async () => (await read()).status, POLL).toBe('published')
    expect(platform.posts).toHaveLength(1)
    expect(await read()).toMatchObject({
      outcome: 'all',
      credits_used: PRICE,
      items: [{ attempts: 1, platform_post_id: platform.posts[0]?.post_id }],
    })
    expect(await send(second, '/account/credits')).toEqual({ balance: CREDITS - PRICE })
  },
)

it.runIf(process.platform === 'linux')(
  'a server that is stopped in the midst of the final call, longer than its lease, posts once',
  { timeout: 240_000 },
  async () => {
    // Two processes share a PostgreSQL only; the embedded database is its one process's.
    const first = await start()
    const id = await createPost(first)
    const hold = platform.hold('POST /posts')
    await send(first, `/posts/${id}/publish`, {})
    await hold.held
    first.kill('SIGSTOP')
    hold.release(true)
    const others = database.kind === 'postgres' ? [await start()] : []
    // Nobody else looks into the embedded database meanwhile: that the lease has run out is all that happens.
    if (others.length === 0) await setTimeout(LEASE_MS + 1_000)
    else await expect.poll(() => platform.requests.includes('GET /posts'), POLL).toBe(true)
    first.kill('SIGCONT')
    const server = others[0] ?? first
    await expect.poll(async () => (await send<Post>(server, `/posts/${id}`)).status, POLL).toBe('published')
    expect(platform.posts).toHaveLength(1)
    expect(await send(server, '/account/credits')).toEqual({ balance: CREDITS - PRICE })
  },
)

it(
  'a server that is stopped on the way, while another goes on with its post, posts once',
  { timeout: 240_000 },
  async () => {
    const first = await start()
    const id = await createPost(first)
    const hold = platform.hold('POST /containers')
    await send(first, `/posts/${id}/publish`, {})
    await hold.held
    first.kill('SIGSTOP')
    hold.release(true)
    // Overdue: on PostgreSQL another process takes over, in the embedded database it is the same one.
    const others = database.kind === 'postgres' ? [await start()] : []
    const server = others[0] ?? first
    if (others.length === 0) first.kill('SIGCONT')
    await expect.poll(async () => (await send<Post>(server, `/posts/${id}`)).status, POLL).toBe('published')
    first.kill('SIGCONT')
    await expect.poll(async () => (await send<Post>(first, `/posts/${id}`)).status, POLL).toBe('published')
    expect(platform.posts).toHaveLength(1)
  },
)
