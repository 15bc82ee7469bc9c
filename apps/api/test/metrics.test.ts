import { afterEach, beforeEach, expect, it } from 'vitest'
import { createPrometheusMetrics } from '#metrics/prometheus.ts'
import { connectSandbox, createDraft } from './harness/drafts.ts'
import type { MovableClock } from './harness/movable-clock.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { publish } from './harness/posts.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'

let clock: MovableClock
let server: TestServer

beforeEach(async () => {
  clock = createMovableClock()
  server = await startTestServer({ clock, work: false, credits: 80 })
})
afterEach(() => server.stop())

const readMetrics = () => createPrometheusMetrics().write({ db: server.db, clock })

it('name what waits and for how long, and the credits; what is not due does not wait', async () => {
  await connectSandbox(server, 'x')
  const { post_id: published } = await createDraft(server)
  const { post_id: scheduled } = await createDraft(server)
  const inAMinute = new Date(clock.now().getTime() + 60_000).toISOString()
  await server.post(`/api/v1/posts/${scheduled}/schedule`, { scheduled_at: inAMinute })
  await publish(server, published)
  const before = await readMetrics()
  expect(before).toContain('powerpost_queue_waiting{queue="publishing:sandbox"} 1')
  expect(before).not.toContain('queue="schedule"')
  clock.move({ seconds: 90 })
  const after = await readMetrics()
  expect(after).toContain('powerpost_queue_waiting{queue="schedule"} 1')
  expect(after).toContain('powerpost_queue_oldest_seconds{queue="schedule"} 30')
  expect(after).toMatch(/powerpost_queue_oldest_seconds\{queue="publishing:sandbox"\} 90/)
  expect(after).toMatch(/^powerpost_credits_balance \d+$/m)
})

it('count a job that waits for a worker', async () => {
  const body = { prompt: 'Dark mode is here', post_types: ['x-post'], research_mode: 'regular' }
  expect((await server.post('/api/v1/content/generate', body)).status).toBe(200)
  expect(await readMetrics()).toMatch(/powerpost_queue_waiting\{queue="jobs:[a-z-]+"\} 1/)
})
