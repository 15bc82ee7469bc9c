import type { Post } from '@powerpost/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SandboxPlatformServer } from './fake-platforms/sandbox-platform-server.ts'
import { startSandboxPlatform } from './fake-platforms/sandbox-platform-server.ts'
import { connectSandbox, createDraft, POSTS, readPost, refusalOf } from './harness/drafts.ts'
import { readBooks } from './harness/ledger.ts'
import type { MovableClock } from './harness/movable-clock.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'

const HOUR_MS = 3600_000

let platform: SandboxPlatformServer
let server: TestServer
let clock: MovableClock

beforeEach(async () => {
  platform = await startSandboxPlatform()
  clock = createMovableClock()
  server = await startTestServer({ clock, environment: { POWERPOST_SANDBOX_PLATFORM_URL: platform.url } })
  for (const name of ['x', 'linkedin', 'facebook']) await connectSandbox(server, name)
})
afterEach(async () => {
  await server.stop()
  await platform.stop()
})

const inMs = (ms: number) => new Date(clock.now().getTime() + ms).toISOString()
const send = (id: string, action: string, body: object = {}) => server.post(`${POSTS}/${id}/${action}`, body)
const statuses = ({ items }: Post) => items.map(({ status }) => status)

/** X with the post, LinkedIn two hours from now, Facebook four. */
async function createThree(): Promise<string> {
  const items = [
    { post_type: 'x-post', content: 'At once' },
    { post_type: 'linkedin-post', content: 'Later', scheduled_at: inMs(2 * HOUR_MS) },
    { post_type: 'facebook-post', content: 'Last', scheduled_at: inMs(4 * HOUR_MS) },
  ]
  return (await createDraft(server, { items })).post_id
}

async function until(id: string, done: (post: Post) => boolean): Promise<Post> {
  await expect.poll(async () => done(await readPost(server, id)), { timeout: 30_000, interval: 20 }).toBe(true)
  return readPost(server, id)
}

describe('items with times of their own', () => {
  it('are posted at their times, the others with the post, and each is paid when it is posted', async () => {
    const id = await createThree()
    const { balance } = await readBooks(server.db)
    expect(await (await send(id, 'schedule', { scheduled_at: inMs(HOUR_MS) })).json()).toMatchObject({
      status: 'scheduled',
      items: [
        { connection_id: expect.any(String) },
        { scheduled_at: expect.any(String) },
        { scheduled_at: expect.any(String) },
      ],
    })
    clock.move({ hours: 1 })
    const first = await until(id, (post) => statuses(post)[0] === 'posted' && post.status === 'scheduled')
    expect(statuses(first)).toEqual(['posted', 'draft', 'draft'])
    expect(first).toMatchObject({ credits_used: 4 })
    expect(first).not.toHaveProperty('outcome')
    clock.move({ hours: 1 })
    await until(id, (post) => statuses(post)[1] === 'posted' && post.status === 'scheduled')
    expect(platform.posts.map(({ text }) => text)).toEqual(['At once', 'Later'])
    clock.move({ hours: 2 })
    const last = await until(id, (post) => post.status === 'published')
    expect(last).toMatchObject({ outcome: 'all', credits_used: 4 })
    expect(platform.posts.map(({ text }) => text)).toEqual(['At once', 'Later', 'Last'])
    expect((await readBooks(server.db)).balance).toBe(balance - 4)
  })

  it('wait for them when the post is published, and begin even while others are being posted', async () => {
    const id = await createThree()
    const hold = platform.hold('POST /posts', { most: 1 })
    expect((await send(id, 'publish')).status).toBe(200)
    await hold.held
    clock.move({ hours: 2 })
    await until(id, (post) => statuses(post)[1] === 'posted')
    expect(await readPost(server, id)).toMatchObject({
      status: 'publishing',
      items: [{ status: 'posting' }, {}, { status: 'draft' }],
    })
    hold.release(true)
    await until(id, (post) => post.status === 'scheduled')
    clock.move({ hours: 2 })
    expect(await until(id, (post) => post.status === 'published')).toMatchObject({ outcome: 'all', credits_used: 4 })
    expect(platform.posts).toHaveLength(3)
  })

  it('that are left when the post is cancelled are not posted, and can be retried', async () => {
    const id = await createThree()
    await send(id, 'publish')
    await until(id, (post) => post.status === 'scheduled')
    expect(await (await send(id, 'cancel')).json()).toMatchObject({
      status: 'published',
      outcome: 'partial',
      credits_used: 4,
      items: [{ status: 'posted' }, { status: 'failed', error: { action: 'retry' } }, { status: 'failed' }],
    })
    clock.move({ hours: 5 })
    const post = await readPost(server, id)
    expect((await send(id, `items/${post.items[1]?.item_id}/retry`)).status).toBe(200)
    await until(id, (now) => now.status === 'published' && statuses(now)[1] === 'posted')
    expect(platform.posts).toHaveLength(2)
  })

  it('whose account is gone at their time fail, and the others are posted', async () => {
    const id = await createThree()
    await send(id, 'schedule', { scheduled_at: inMs(HOUR_MS) })
    const linkedin = (await readPost(server, id)).items[1]?.connection_id
    await server.request(`/api/v1/connections/${linkedin}`, { method: 'DELETE' })
    clock.move({ hours: 1 })
    await until(id, (post) => statuses(post)[0] === 'posted' && post.status === 'scheduled')
    clock.move({ hours: 1 })
    await until(id, (post) => statuses(post)[1] === 'failed')
    clock.move({ hours: 2 })
    const post = await until(id, ({ status }) => status === 'published')
    expect(statuses(post)).toEqual(['posted', 'failed', 'posted'])
    expect(post).toMatchObject({ outcome: 'partial', items: [{}, { error: { action: 'reconnect' } }, {}] })
  })

  it('that are past or too far ahead are refused by name when the post is scheduled', async () => {
    const id = await createThree()
    clock.move({ hours: 3 })
    const refused = await send(id, 'schedule', { scheduled_at: inMs(HOUR_MS) })
    expect(await refusalOf(refused)).toMatchObject({ details: [{ path: 'items[1].scheduled_at' }] })
    const items = [{ post_type: 'x-post', content: 'Later', scheduled_at: inMs(HOUR_MS) }]
    const { post_id } = await createDraft(server, { items })
    expect((await send(post_id, 'publish')).status).toBe(409)
  })
})

describe('a local time', () => {
  async function schedule(body: object): Promise<Response> {
    return send((await createDraft(server)).post_id, 'schedule', body)
  }

  it('is read in its time zone, and what its clocks skip or show twice is said', async () => {
    clock.move({ seconds: (Date.parse('2027-03-01T00:00:00Z') - clock.now().getTime()) / 1000 })
    const berlin = await schedule({ scheduled_local: '2027-03-20T09:00', timezone: 'Europe/Berlin' })
    expect(await berlin.json()).toMatchObject({ status: 'scheduled', scheduled_at: '2027-03-20T08:00:00.000Z' })
    const skipped = (await (
      await schedule({ scheduled_local: '2027-03-28T02:30', timezone: 'Europe/Berlin' })
    ).json()) as Post
    expect(skipped).toMatchObject({
      scheduled_at: '2027-03-28T01:30:00.000Z',
      warnings: [
        { code: 'time_skipped', field: 'scheduled_local', message: expect.stringContaining('2027-03-28T03:30') },
      ],
    })
    const repeated = await schedule({ scheduled_local: '2027-04-04T01:45', timezone: 'Australia/Lord_Howe' })
    expect(await repeated.json()).toMatchObject({
      scheduled_at: '2027-04-03T14:45:00.000Z',
      warnings: [{ code: 'time_repeated' }],
    })
  })

  it.each([
    [{ scheduled_local: '2027-01-01T09:00' }, 'timezone'],
    [{ scheduled_local: '2027-01-01T09:00', timezone: 'Europe/Atlantis' }, 'timezone'],
    [{ scheduled_local: '2027-01-01T09:00', timezone: '+01:00' }, 'timezone'],
    [{ scheduled_local: '2027-01-01T09:00Z', timezone: 'Europe/Berlin' }, 'scheduled_local'],
    [{ scheduled_local: '2027-01-01T09:00+01:00', timezone: 'Europe/Berlin' }, 'scheduled_local'],
    [{ scheduled_local: '2027-02-30T09:00', timezone: 'Europe/Berlin' }, 'scheduled_local'],
    [{ scheduled_local: '2020-01-01T09:00', timezone: 'Europe/Berlin' }, 'scheduled_local'],
    [{ scheduled_at: '2027-01-01T09:00:00Z', timezone: 'Europe/Berlin' }, 'timezone'],
    [{ scheduled_at: '2027-01-01T09:00:00Z', scheduled_local: '2027-01-01T09:00', timezone: 'UTC' }, 'scheduled_at'],
    [{}, 'scheduled_at'],
  ])('that is none is refused by its field: %j', async (body, path) => {
    const response = await schedule(body)
    expect(response.status).toBe(400)
    expect(await refusalOf(response)).toMatchObject({ details: [{ path }] })
  })
})
