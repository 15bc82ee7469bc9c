import { startSandboxPlatform } from '../test/fake-platforms/sandbox-platform-server.ts'
import { addScheduled } from '../test/harness/add-scheduled.ts'
import { connectSandbox } from '../test/harness/drafts.ts'
import { startTestServer } from '../test/harness/test-server.ts'
import type { DatabaseKind, Figures } from './environment.ts'
import { createEmptyDatabase, milliseconds, percentile } from './environment.ts'

const POSTS = 1000
const MINUTE_MS = 60_000
/** Time to put them all on the schedule. */
const AHEAD_MS = 5_000

/** How late posts are that are scheduled over one minute, and how late the last of as many for one instant. */
export async function measureSchedule(kind: DatabaseKind): Promise<Figures> {
  const minute = await measureLateness(kind, (index) => (index * MINUTE_MS) / POSTS)
  const instant = await measureLateness(kind, () => 0)
  return {
    [`${POSTS} posts scheduled over a minute: late, median`]: milliseconds(percentile(minute, 50)),
    'the same, 99 %': milliseconds(percentile(minute, 99)),
    'the same, the latest': milliseconds(percentile(minute, 100)),
    [`${POSTS} posts scheduled for one instant: late, median`]: milliseconds(percentile(instant, 50)),
    'the same instant, the latest': milliseconds(percentile(instant, 100)),
  }
}

async function measureLateness(kind: DatabaseKind, offsetOf: (index: number) => number): Promise<number[]> {
  const database = await createEmptyDatabase(kind)
  const platform = await startSandboxPlatform()
  const environment = { POWERPOST_SANDBOX_PLATFORM_URL: platform.url }
  const server = await startTestServer({ database, credits: 4 * POSTS, environment })
  const connectionId = await connectSandbox(server, 'x')
  const { id: accountId } = await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
  const first = Date.now() + AHEAD_MS
  const times = Array.from({ length: POSTS }, (_, index) => new Date(first + offsetOf(index)))
  await addScheduled(server.db, { accountId, workspaceId: server.workspaceId, connectionId, times, contentOf: String })
  while (platform.posts.length < POSTS) await new Promise((resolve) => setTimeout(resolve, 100))
  const late = platform.posts.map(
    ({ text, created_at }) => Date.parse(created_at) - (times[Number(text)]?.getTime() ?? Number.NaN),
  )
  await server.stop()
  await platform.stop()
  await database.remove()
  return late
}
