import { afterEach, beforeEach, expect, it } from 'vitest'
import type { SandboxPlatformServer } from '../fake-platforms/sandbox-platform-server.ts'
import { startSandboxPlatform } from '../fake-platforms/sandbox-platform-server.ts'
import { addScheduled } from '../harness/add-scheduled.ts'
import { connectSandbox } from '../harness/drafts.ts'
import { readBooks } from '../harness/ledger.ts'
import type { MovableClock } from '../harness/movable-clock.ts'
import { createMovableClock } from '../harness/movable-clock.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'

const HOUR_MS = 3600_000

let platform: SandboxPlatformServer
let server: TestServer
let clock: MovableClock

beforeEach(async () => {
  platform = await startSandboxPlatform()
  clock = createMovableClock()
  server = await startTestServer({ clock, environment: { POWERPOST_SANDBOX_PLATFORM_URL: platform.url } })
})
afterEach(async () => {
  await server.stop()
  await platform.stop()
})

it(
  '1,000 posts that are scheduled for the same time go out once each, none before its time, and are paid once',
  { timeout: 240_000 },
  async () => {
    const count = 1000
    const connectionId = await connectSandbox(server, 'x')
    await server.db
      .updateTable('accounts')
      .set({ credit_balance: 4 * count })
      .execute()
    const { id: accountId } = await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
    const time = new Date(clock.now().getTime() + HOUR_MS)
    const times = Array.from({ length: count }, () => time)
    const contentOf = (index: number) => `Post number ${index}`
    await addScheduled(server.db, { accountId, workspaceId: server.workspaceId, connectionId, times, contentOf })
    expect(platform.posts).toEqual([])
    clock.move({ hours: 1 })
    await expect.poll(() => platform.posts.length, { timeout: 180_000, interval: 500 }).toBe(count)
    const books = async () => (await readBooks(server.db)).balance
    await expect.poll(books, { timeout: 20_000 }).toBe(0)
    expect(new Set(platform.posts.map(({ text }) => text)).size).toBe(count)
    expect(platform.posts).toHaveLength(count)
  },
)
