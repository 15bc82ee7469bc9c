import type { PlatformVersionList, Post } from '@powerpost/contract'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LinkedInServer } from './fake-platforms/linkedin-server.ts'
import { startLinkedIn } from './fake-platforms/linkedin-server.ts'
import { createDraft, POSTS, preflight, readPost, refusalOf } from './harness/drafts.ts'
import { readBooks } from './harness/ledger.ts'
import { connectLinkedIn, linkedInSettingsOf } from './harness/linkedin.ts'
import type { MovableClock } from './harness/movable-clock.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { untilEnded } from './harness/posts.ts'
import type { TestDatabase } from './harness/test-database.ts'
import { createTestDatabase } from './harness/test-database.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'

const SETTING = 'POWERPOST_LINKEDIN_API_VERSION'
const DAY_MS = 24 * 3600_000

let clock: MovableClock
let database: TestDatabase
let linkedin: LinkedInServer
let server: TestServer
/** The version that the server uses, and the first day on which it does not work any more. */
const OLD = { version: '202601', endsAt: Date.parse('2027-01-16T00:00:00Z') }

const start = (version: string) =>
  startTestServer({ clock, database, environment: { ...linkedInSettingsOf(linkedin), [SETTING]: version } })

beforeEach(async () => {
  clock = createMovableClock()
  database = await createTestDatabase()
  linkedin = await startLinkedIn({ clock })
  server = await start(OLD.version)
  await connectLinkedIn(server, linkedin, ['Ada Example'])
})
afterEach(async () => {
  await server.stop()
  await linkedin.stop()
  await database.remove()
  expect(linkedin.state.complaints).toEqual([])
})

const ITEM = { post_type: 'linkedin-post', content: 'Dark mode is here' } as const
const end = () => clock.move({ seconds: (OLD.endsAt - clock.now().getTime()) / 1000 })
const asked = () => linkedin.requests.filter((name) => name.includes('/rest/posts'))

describe('a version of a platform API that has ended', () => {
  it('is refused when somebody publishes, before anything is sent, with the setting that names it', async () => {
    const { post_id } = await createDraft(server, { items: [ITEM] })
    const { balance } = await readBooks(server.db)
    end()
    const refused = await server.post(`${POSTS}/${post_id}/publish`, {})
    expect(refused.status).toBe(422)
    const { code, message, details } = await refusalOf(refused)
    expect([code, details?.[0]?.path]).toEqual(['API_VERSION_ENDED', 'items[0]'])
    expect(message).toContain(SETTING)
    expect(message).toContain('2027-01-15')
    const { publishable, problems } = await preflight(server, { post_id })
    expect(publishable).toBe(false)
    expect(problems).toMatchObject([{ rule: 'api_version', severity: 'error', message }])
    const link = await server.post('/api/v1/connections', { platform: 'linkedin' })
    expect([link.status, (await refusalOf(link)).code]).toEqual([422, 'API_VERSION_ENDED'])
    expect(await readPost(server, post_id)).toMatchObject({ status: 'draft' })
    expect((await readBooks(server.db)).balance).toBe(balance)
    expect(asked()).toEqual([])
  })

  it('does not stop posts to the sandbox', async () => {
    end()
    const made = await server.post('/api/v1/connections', { platform: 'linkedin', sandbox: true })
    const { connection_id } = (await made.json()) as { connection_id: string }
    const { post_id } = await createDraft(server, { items: [{ ...ITEM, connection_id }] })
    expect((await server.post(`${POSTS}/${post_id}/publish`, {})).status).toBe(200)
    expect(await untilEnded(server, clock, post_id)).toMatchObject({ status: 'published' })
  })

  it('is warned of when an item is due after its end', async () => {
    const scheduled_at = new Date(OLD.endsAt + DAY_MS).toISOString()
    const { publishable, problems } = await preflight(server, { items: [{ ...ITEM, scheduled_at }] })
    expect(publishable).toBe(true)
    expect(problems).toMatchObject([{ rule: 'api_version', severity: 'warning' }])
  })

  it('is in GET /platform-versions with its last day', async () => {
    const read = async () => {
      const response = await server.request('/api/v1/platform-versions')
      const { platform_versions } = (await response.json()) as PlatformVersionList
      return platform_versions.find(({ api }) => api === 'linkedin')
    }
    const shown = { version: OLD.version, setting: SETTING, ends_on: '2027-01-15', newest: '202608' }
    expect(await read()).toMatchObject({ ...shown, platforms: ['linkedin'] })
    end()
    expect(await read()).toMatchObject({ ...shown, status: 'ended' })
  })
})

/** Schedules a post for a minute after the end, and goes there. */
async function scheduleBeyondTheEnd(on_limit: 'wait' | 'fail'): Promise<Post> {
  const post = await createDraft(server, { items: [{ ...ITEM, on_limit }] })
  const scheduled_at = new Date(clock.now().getTime() + 3 * 60_000).toISOString()
  expect((await server.post(`${POSTS}/${post.post_id}/schedule`, { scheduled_at })).status).toBe(200)
  await sql`update posts set scheduled_at = ${new Date(OLD.endsAt + 60_000)}, due_at = ${new Date(OLD.endsAt + 60_000)}`.execute(
    server.db,
  )
  end()
  clock.move({ seconds: 120 })
  return post
}

const readItem = async (db = server.db) => await db.selectFrom('post_items').selectAll().executeTakeFirstOrThrow()

describe('a scheduled item whose time comes when the version has ended', () => {
  it('waits, and is posted once when the operator has set another version', async () => {
    const { post_id } = await scheduleBeyondTheEnd('wait')
    await expect.poll(async () => (await readItem()).waiting_since).not.toBeNull()
    expect(await readItem()).toMatchObject({ status: 'posting', stage: 'preparing', failures: 0, attempts: 1 })
    const [connection] = ((await (await server.request('/api/v1/connections')).json()) as { data: object[] }).data
    expect(connection).toMatchObject({ held_reason: expect.stringContaining(SETTING) })
    expect((await readPost(server, post_id)).status).toBe('publishing')
    expect(asked()).toEqual([])
    await server.stop()
    server = await start('202607')
    await expect
      .poll(
        async () => {
          clock.move({ seconds: 60 })
          return (await readItem()).status
        },
        { timeout: 20_000 },
      )
      .toBe('posted')
    expect(linkedin.state.posts).toHaveLength(1)
  })

  it('fails after a day, is not charged, and can be retried', async () => {
    const { balance } = await readBooks(server.db)
    const { post_id } = await scheduleBeyondTheEnd('wait')
    await expect.poll(async () => (await readItem()).waiting_since).not.toBeNull()
    const { items } = await untilEnded(server, clock, post_id)
    expect(items[0]).toMatchObject({
      status: 'failed',
      error: { code: 'API_VERSION_ENDED', action: 'check', message: expect.stringContaining(SETTING) },
    })
    expect((await readBooks(server.db)).balance).toBe(balance)
    expect(asked()).toEqual([])
  })

  it('fails at once where it is not to wait', async () => {
    const { post_id } = await scheduleBeyondTheEnd('fail')
    const { items } = await untilEnded(server, clock, post_id)
    expect(items[0]).toMatchObject({ status: 'failed', error: { code: 'API_VERSION_ENDED', action: 'check' } })
  })
})
