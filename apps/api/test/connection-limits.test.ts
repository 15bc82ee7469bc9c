import type { ConnectionLimits, Post } from '@powerpost/contract'
import { connectionLimitsSchema } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { XServer } from './fake-platforms/x-server.ts'
import { startX } from './fake-platforms/x-server.ts'
import { createDraft, preflight, readPost } from './harness/drafts.ts'
import type { MovableClock } from './harness/movable-clock.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { publish, untilEnded } from './harness/posts.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { connect, settingsOf } from './harness/x.ts'

let x: XServer
let server: TestServer
let clock: MovableClock

beforeAll(async () => {
  clock = createMovableClock()
  x = await startX({ clock })
  server = await startTestServer({ clock, environment: settingsOf(x), credits: 1000 })
})
afterAll(async () => {
  await server.stop()
  await x.stop()
})

async function readLimits(id: string): Promise<ConnectionLimits> {
  const response = await server.request(`/api/v1/connections/${id}/limits`)
  expect(response.status).toBe(200)
  return connectionLimitsSchema.strict().parse(await response.json())
}

async function addSandbox(display_name: string): Promise<string> {
  const response = await server.post('/api/v1/connections', { platform: 'linkedin', sandbox: true, display_name })
  return ((await response.json()) as { connection_id: string }).connection_id
}

const draft = (connection_id: string, content: string, more: object = {}) =>
  createDraft(server, { items: [{ post_type: 'linkedin-post', content, connection_id, ...more }] })

async function publishTo(...options: Parameters<typeof draft>): Promise<string> {
  const { post_id } = await draft(...options)
  await publish(server, post_id)
  return post_id
}

describe('the limits of a connection', () => {
  it('are empty where its platform said nothing, and are asked for where it can be', async () => {
    const quiet = await readLimits(await addSandbox('Quiet'))
    expect(quiet).toMatchObject({ limits: [], checked_at: expect.any(String) })
    expect(await readLimits(await addSandbox('Shop [sandbox:posts_left=1]'))).toMatchObject({
      limits: [{ name: 'posts_24h', used: 99, total: 100, resets_at: null, scope: 'account' }],
    })
    expect((await server.request('/api/v1/connections/none/limits')).status).toBe(404)
  })

  it('are what the answers of X tell, until they are reset', async () => {
    const { connection_id } = await connect(server, x)
    expect(await readLimits(connection_id)).toMatchObject({ limits: [], checked_at: null })
    const resetAt = Math.ceil(clock.now().getTime() / 1000) + 600
    const start = 'x-user-limit-24hour'
    x.state.manner.headers = {
      [`${start}-limit`]: '17',
      [`${start}-remaining`]: '1',
      [`${start}-reset`]: String(resetAt),
    }
    const { post_id } = await createDraft(server, {
      items: [{ post_type: 'x-post', content: 'Counted', connection_id }],
    })
    await publish(server, post_id)
    await untilEnded(server, clock, post_id)
    const resets_at = new Date(resetAt * 1000).toISOString()
    await expect
      .poll(() => readLimits(connection_id))
      .toMatchObject({
        limits: [
          { name: 'posts_24h', used: 16, total: 17, resets_at, scope: 'account', source: 'the headers of X' },
          { name: 'posts_15m', used: 1, total: 100 },
        ],
      })
    const item = {
      post_type: 'x-post' as const,
      content: 'One',
      thread: [{ content: 'And another' }],
      first_comment: 'And a reply',
      connection_id,
    }
    expect((await preflight(server, { items: [item] })).problems).toMatchObject([
      {
        severity: 'warning',
        rule: 'quota',
        limit: 1,
        actual: 3,
        message: expect.stringContaining('1 of 17 posts left'),
      },
    ])
    clock.move({ seconds: 700 })
    expect((await readLimits(connection_id)).limits).toMatchObject([{ used: 0, resets_at: null }, { used: 1 }])
    expect((await preflight(server, { items: [item] })).problems).toEqual([])
  })

  it('that are used up are a warning of preflight', async () => {
    const connection_id = await addSandbox('Full [sandbox:posts_left=0]')
    const item = { post_type: 'linkedin-post' as const, content: 'One too many', connection_id }
    expect(await preflight(server, { items: [item] })).toMatchObject({
      publishable: true,
      problems: [{ severity: 'warning', rule: 'quota', path: 'items[0].connection_id', limit: 0, actual: 1 }],
    })
  })
})

describe('an item whose quota is used up', () => {
  const failed = (post: Post) => post.items[0]?.error

  it('fails at once if it is not to wait, also when it is known before the platform is asked', async () => {
    const connection_id = await addSandbox('Hasty')
    const first = await publishTo(connection_id, '[sandbox:account_limit=600]', { on_limit: 'fail' })
    expect(failed(await untilEnded(server, clock, first))).toMatchObject({ code: 'PUBLISH_FAILED', action: 'retry' })
    expect((await readLimits(connection_id)).held_until).toEqual(expect.any(String))
    const second = await publishTo(connection_id, 'Plain', { on_limit: 'fail' })
    const post = await untilEnded(server, clock, second)
    expect(failed(post)?.message).toMatch(/was not to wait/)
    expect(post).toMatchObject({ credits_used: 0, items: [{ on_limit: 'fail' }] })
    const third = await publishTo(connection_id, 'Patient')
    expect((await readPost(server, third)).items).toMatchObject([{ status: 'posting' }])
    clock.move({ seconds: 601 })
    expect(await untilEnded(server, clock, third)).toMatchObject({ outcome: 'all', items: [{ attempts: 1 }] })
  })

  it('waits for a day, and fails then', async () => {
    const connection_id = await addSandbox('Patient')
    const hit = await publishTo(connection_id, '[sandbox:account_limit=150000]')
    await expect.poll(async () => (await readLimits(connection_id)).held_until).toEqual(expect.any(String))
    const held = await publishTo(connection_id, 'Held')
    clock.move({ hours: 23 })
    for (const id of [hit, held]) expect((await readPost(server, id)).items).toMatchObject([{ status: 'posting' }])
    clock.move({ hours: 2 })
    for (const id of [hit, held]) {
      expect(failed(await untilEnded(server, clock, id))?.message).toMatch(/has waited for a day/)
    }
  })
})
