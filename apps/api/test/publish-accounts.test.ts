import type { Post } from '@powerpost/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SandboxPlatformServer } from './fake-platforms/sandbox-platform-server.ts'
import { startSandboxPlatform } from './fake-platforms/sandbox-platform-server.ts'
import { addScheduled } from './harness/add-scheduled.ts'
import { createDraft, POSTS, readPost, refusalOf, TEXT_ON_X } from './harness/drafts.ts'
import type { MovableClock } from './harness/movable-clock.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { publish, untilEnded } from './harness/posts.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'

let platform: SandboxPlatformServer
let server: TestServer
let clock: MovableClock

beforeAll(async () => {
  platform = await startSandboxPlatform()
  clock = createMovableClock()
  server = await startTestServer({ clock, environment: { POWERPOST_SANDBOX_PLATFORM_URL: platform.url } })
})
beforeEach(async () => {
  platform.repair()
  await server.db.updateTable('connections').set({ deleted_at: clock.now() }).where('deleted_at', 'is', null).execute()
})
afterAll(async () => {
  await server.stop()
  await platform.stop()
})

async function connect(display_name: string): Promise<string> {
  const response = await server.post('/api/v1/connections', { platform: 'x', sandbox: true, display_name })
  expect(response.status, await response.clone().text()).toBe(200)
  return ((await response.json()) as { connection_id: string }).connection_id
}

async function schedule(body: object = TEXT_ON_X): Promise<Post> {
  const { post_id } = await createDraft(server, body)
  const scheduled_at = new Date(clock.now().getTime() + 3600_000).toISOString()
  const response = await server.post(`${POSTS}/${post_id}/schedule`, { scheduled_at })
  expect(response.status, await response.clone().text()).toBe(200)
  return (await response.json()) as Post
}

async function untilOver({ post_id }: Pick<Post, 'post_id'>): Promise<Post> {
  clock.move({ hours: 1 })
  return untilEnded(server, clock, post_id)
}

const retry = ({ post_id, items }: Post, body: object, at = 0) =>
  server.post(`${POSTS}/${post_id}/items/${items[at]?.item_id}/retry`, body)

const GONE: Readonly<Record<string, (id: string) => Promise<unknown>>> = {
  deleted: (id) => server.request(`/api/v1/connections/${id}`, { method: 'DELETE' }),
  expired: (id) => server.db.updateTable('connections').set({ status: 'expired' }).where('id', '=', id).execute(),
}

describe('a scheduled post without a connection_id', () => {
  it('shows the account it goes to, and goes there when others are connected', async () => {
    const chosen = await connect('@first')
    const post = await schedule()
    expect(post.items).toMatchObject([{ connection_id: chosen, platform_account_name: '@first' }])
    await connect('@second')
    expect((await untilOver(post)).items).toMatchObject([{ status: 'posted', connection_id: chosen }])
  })

  it.each(Object.entries(GONE))(
    'whose account is %s fails and names it, and is never posted to another',
    async (_, end) => {
      const chosen = await connect('@first')
      const post = await schedule()
      await end(chosen)
      const other = await connect('@second')
      const failed = await untilOver(post)
      expect(failed).toMatchObject({
        status: 'failed',
        credits_used: 0,
        items: [{ status: 'failed', connection_id: chosen, attempts: 0, error: { action: 'reconnect' } }],
      })
      expect(failed.published_at).toBeUndefined()
      expect(failed.items[0]?.error?.message).toContain('as @first')
      expect(platform.posts).toEqual([])
      const refused = await retry(failed, {})
      expect(refused.status).toBe(422)
      expect((await refusalOf(refused)).message).toMatch(
        /as @first .*, or choose another connection with connection_id\.$/,
      )
      expect((await retry(failed, { connection_id: other.toUpperCase() })).status).toBe(200)
      expect((await untilEnded(server, clock, post.post_id)).items).toMatchObject([
        { status: 'posted', connection_id: other, platform_account_name: '@second' },
      ])
      expect(platform.posts).toHaveLength(1)
    },
  )

  it.each(Object.entries(GONE))(
    'whose account is %s and connected again before its time goes there',
    async (_, end) => {
      const chosen = await connect('@first')
      const post = await schedule()
      await end(chosen)
      expect(await connect('@first')).toBe(chosen)
      expect((await untilOver(post)).items).toMatchObject([{ status: 'posted', connection_id: chosen }])
    },
  )

  it('that was scheduled by a version that did not choose is posted to nobody, and says so', async () => {
    const other = await connect('@only')
    const { id: accountId } = await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
    const place = { accountId, workspaceId: server.workspaceId, connectionId: null }
    const times = [clock.now()]
    const [post_id = ''] = await addScheduled(server.db, { ...place, times, contentOf: () => 'Old' })
    const failed = await untilEnded(server, clock, post_id)
    expect(failed).toMatchObject({ status: 'failed', items: [{ error: { action: 'reconnect' } }] })
    expect(failed.items[0]?.error?.message).toMatch(/^No X account was chosen/)
    expect(platform.posts).toEqual([])
    expect((await retry(failed, { connection_id: other })).status).toBe(200)
    expect((await untilEnded(server, clock, post_id)).status).toBe('published')
  })
})

describe('a post to two accounts of one platform', () => {
  const twice = (...ids: readonly (string | undefined)[]) => ({
    items: ids.map((connection_id, index) => ({ post_type: 'x-post', content: `Text ${index}`, connection_id })),
  })

  it('is posted once to each', async () => {
    const ids = [await connect('@first'), await connect('@second')]
    const { post_id } = await createDraft(server, twice(...ids))
    await publish(server, post_id)
    const post = await untilEnded(server, clock, post_id)
    expect(post).toMatchObject({ outcome: 'all', credits_used: 4 })
    expect(post.items.map(({ platform_account_name }) => platform_account_name)).toEqual(['@first', '@second'])
    expect(platform.posts.map(({ text }) => text).toSorted()).toEqual(['Text 0', 'Text 1'])
  })

  it('of which one is gone at its time is posted to the other', async () => {
    const [first, second] = [await connect('@first'), await connect('@second')]
    const post = await schedule(twice(first, second))
    await GONE['deleted']?.(first)
    const ended = await untilOver(post)
    expect(ended).toMatchObject({ outcome: 'partial', items: [{ status: 'failed' }, { status: 'posted' }] })
    const taken = await retry(ended, { connection_id: second })
    expect(taken.status).toBe(400)
    expect(await refusalOf(taken)).toMatchObject({ details: [{ path: 'connection_id' }] })
    expect(await readPost(server, post.post_id)).toEqual(ended)
    expect(platform.posts).toHaveLength(1)
  })

  it('names both accounts, and different ones', async () => {
    const [first, second] = [await connect('@first'), await connect('@second')]
    const pathsOf = async (body: object) => {
      const refused = await server.post(POSTS, body)
      expect(refused.status).toBe(400)
      return (await refusalOf(refused)).details?.map(({ path }) => path)
    }
    expect(await pathsOf(twice(first, undefined))).toEqual(['items[1].connection_id'])
    expect(await pathsOf(twice(undefined, undefined))).toEqual(['items[0].connection_id', 'items[1].connection_id'])
    expect(await pathsOf(twice(first, second, first.toUpperCase()))).toEqual(['items[2].connection_id'])
  })
})

it('a retry takes no connection of another platform', async () => {
  await connect('@first')
  platform.manner.refuseContent = true
  const { post_id } = await createDraft(server)
  await publish(server, post_id)
  const post = await untilEnded(server, clock, post_id)
  const body = { platform: 'linkedin', sandbox: true }
  const { connection_id } = (await (await server.post('/api/v1/connections', body)).json()) as { connection_id: string }
  expect((await retry(post, { connection_id })).status).toBe(400)
})
