import type { Post } from '@powerpost/contract'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { SandboxPlatformServer } from '../fake-platforms/sandbox-platform-server.ts'
import { startSandboxPlatform } from '../fake-platforms/sandbox-platform-server.ts'
import { LAST_LOOKUP } from '#features/publishing/engine/times.ts'
import { openTestDatabase } from '../harness/open-test-database.ts'
import { inventFirstAccount } from '../harness/first-account.ts'
import type { ServerProcess } from '../harness/server-process.ts'
import { startServerProcess } from '../harness/server-process.ts'
import type { TestDatabase } from '../harness/test-database.ts'
import { createTestDatabase } from '../harness/test-database.ts'

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

/** What is not there is looked for some minutes before it is sent again: the next look is the last. */
async function skipLooks(): Promise<void> {
  const { db, close } = await openTestDatabase(database)
  await db.updateTable('post_items').set({ lookup_attempts: LAST_LOOKUP }).execute()
  await close()
}

it.each([
  { goesOn: false, comments: [] },
  { goesOn: true, comments: ['More on our page'] },
])(
  'a server killed while it sends a first comment (the platform goes on: $goesOn) has posted once, and never comments twice',
  { timeout: 180_000 },
  async ({ goesOn, comments }) => {
    const first = await start()
    await send(first, '/connections', { platform: 'linkedin', sandbox: true })
    const item = { post_type: 'linkedin-post', content: 'Dark mode is here', first_comment: 'More on our page' }
    const { post_id } = await send<Post>(first, '/posts', { items: [item] })
    const hold = platform.hold('POST /comments')
    await send(first, `/posts/${post_id}/publish`, {})
    await hold.held
    first.kill('SIGKILL')
    await first.exited
    running.splice(running.indexOf(first), 1)
    hold.release(goesOn)

    const second = await start()
    const read = () => send<Post>(second, `/posts/${post_id}`)
    await expect.poll(async () => (await read()).status, POLL).toBe('published')
    expect(platform.posts).toMatchObject([{ comments }])
    expect(await read()).toMatchObject({
      outcome: 'all',
      credits_used: 1,
      items: [{ status: 'posted', attempts: 1, warnings: [{ code: 'first_comment_unknown' }] }],
    })
    expect(await send(second, '/account/credits')).toEqual({ balance: CREDITS - 1 })
  },
)

it.each([false, true])(
  'a server killed in the midst of a thread (the platform goes on: %s) goes on with it, and posts each part once',
  { timeout: 180_000 },
  async (goesOn) => {
    const first = await start()
    await send(first, '/connections', { platform: 'x', sandbox: true })
    const thread = [{ content: 'It follows the system.' }, { content: 'It costs nothing.' }]
    const item = { post_type: 'x-post', content: 'Dark mode is here', thread }
    const { post_id } = await send<Post>(first, '/posts', { items: [item] })
    const hold = platform.hold('POST /posts', { after: 1 })
    await send(first, `/posts/${post_id}/publish`, {})
    await hold.held
    first.kill('SIGKILL')
    await first.exited
    running.splice(running.indexOf(first), 1)
    hold.release(goesOn)
    if (!goesOn) await skipLooks()

    const second = await start()
    const read = () => send<Post>(second, `/posts/${post_id}`)
    await expect.poll(async () => (await read()).status, POLL).toBe('published')
    expect(platform.posts.map(({ text }) => text)).toEqual([item.content, ...thread.map(({ content }) => content)])
    expect(platform.posts.slice(1).map(({ reply_to }) => reply_to)).toEqual(
      platform.posts.slice(0, 2).map(({ post_id }) => post_id),
    )
    expect(await read()).toMatchObject({ outcome: 'all', credits_used: 10, items: [{ status: 'posted', attempts: 1 }] })
    expect(await send(second, '/account/credits')).toEqual({ balance: CREDITS - 10 })
  },
)
