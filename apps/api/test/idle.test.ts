import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connectSandbox, createDraft } from './harness/drafts.ts'
import type { MovableClock } from './harness/movable-clock.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { untilEnded } from './harness/posts.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'

let clock: MovableClock
let server: TestServer

beforeEach(async () => {
  clock = createMovableClock()
  server = await startTestServer({ clock })
})
afterEach(() => server.stop())

/** Five loops work through tables: items to post, the schedule, posts to follow up, webhook deliveries, renditions. */
const LOOPS = 6
const SAFETY_LOOK_MS = 15_000

const schedule = (id: string, inMs: number) =>
  server.post(`/api/v1/posts/${id}/schedule`, { scheduled_at: new Date(clock.now().getTime() + inMs).toISOString() })

describe('a server that has nothing to do', () => {
  it('sleeps as long as it may, until the next post that it knows of is due, and posts that', async () => {
    const everyLoopSleeps = Array.from({ length: LOOPS }, () => SAFETY_LOOK_MS)
    await expect.poll(clock.sleeps, { timeout: 20_000 }).toEqual(everyLoopSleeps)
    await connectSandbox(server, 'x')
    const { post_id: later } = await createDraft(server)
    const { post_id: soon } = await createDraft(server)
    expect((await schedule(later, 3600_000)).status).toBe(200)
    expect((await schedule(soon, 8_000)).status).toBe(200)
    await expect.poll(() => clock.sleeps()[0], { timeout: 20_000 }).toBeLessThanOrEqual(8_000)
    expect(clock.sleeps().slice(1)).toEqual(everyLoopSleeps.slice(1))
    clock.move({ seconds: 8 })
    expect(await untilEnded(server, clock, soon)).toMatchObject({ status: 'published' })
    await expect.poll(clock.sleeps, { timeout: 20_000 }).toEqual(everyLoopSleeps)
  })
})
