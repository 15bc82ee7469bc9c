import type { LedgerPage, Post, PostType, Workspace } from '@powerpost/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SandboxPlatformServer } from './fake-platforms/sandbox-platform-server.ts'
import { startSandboxPlatform } from './fake-platforms/sandbox-platform-server.ts'
import { addAccount, addKey, headersOf } from './harness/add-tenant.ts'
import { connectSandbox, createDraft, readPost, refusalOf } from './harness/drafts.ts'
import { readBooks } from './harness/ledger.ts'
import type { MovableClock } from './harness/movable-clock.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { publish, untilEnded } from './harness/posts.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import type { WebhookReceiver } from './harness/webhook-receiver.ts'
import { startWebhookReceiver } from './harness/webhook-receiver.ts'
import * as webhooks from './harness/webhooks.ts'

let platform: SandboxPlatformServer
let receiver: WebhookReceiver
let server: TestServer
let clock: MovableClock
let connection: Readonly<Record<'x' | 'linkedin', string>>

beforeAll(async () => {
  platform = await startSandboxPlatform()
  receiver = await startWebhookReceiver()
  clock = createMovableClock()
  const environment = { POWERPOST_SANDBOX_PLATFORM_URL: platform.url, ...webhooks.PRIVATE_URLS }
  server = await startTestServer({ clock, environment })
  await webhooks.createEndpoint(server, receiver.urlOf('/'), ['post.published', 'post.failed', 'connection.expired'])
})
beforeEach(async () => {
  platform.repair()
  connection = { x: await connectSandbox(server, 'x'), linkedin: await connectSandbox(server, 'linkedin') }
})
afterAll(async () => {
  await server.stop()
  receiver.stop()
  await platform.stop()
})

const PLATFORM = { 'x-post': 'x', 'linkedin-post': 'linkedin' } as const

async function draft(...types: readonly (keyof typeof PLATFORM)[]): Promise<string> {
  const items = types.map((post_type: PostType & keyof typeof PLATFORM) => {
    return { post_type, content: `On ${post_type}`, connection_id: connection[PLATFORM[post_type]] }
  })
  return (await createDraft(server, { items })).post_id
}

/** Refuses every text that goes to some. */
function failOn(...types: readonly string[]): void {
  platform.manner.refuse = types.map((type) => `On ${type}`)
}

const balanceOf = async () => (await readBooks(server.db)).balance

async function retry(post: Post, type: string, body: object = {}): Promise<Response> {
  const item = post.items.find(({ post_type }) => post_type === type)
  return server.post(`/api/v1/posts/${post.post_id}/items/${item?.item_id}/retry`, body)
}

async function paymentsOf(id: string): Promise<number[]> {
  const ledger = (await (await server.request('/api/v1/account/credits/ledger?limit=100')).json()) as LedgerPage
  return ledger.data.flatMap(({ operation, amount }) => (operation?.id === id ? [amount] : [])).toReversed()
}

describe('what publishing costs', () => {
  it.each<[string, ('x-post' | 'linkedin-post')[], string[], number[]]>([
    ['all of a post without X: 1', ['linkedin-post'], [], [-1]],
    ['all of a post with X: 4', ['linkedin-post', 'x-post'], [], [-4]],
    ['a post of which only X is not posted: 1', ['linkedin-post', 'x-post'], ['x-post'], [-4, 3]],
    ['a post of which only X is posted: 4', ['linkedin-post', 'x-post'], ['linkedin-post'], [-4]],
    ['a post of which nothing is posted: nothing', ['linkedin-post', 'x-post'], ['linkedin-post', 'x-post'], [-4, 4]],
  ])('%s', async (_, types, failing, payments) => {
    const before = await balanceOf()
    failOn(...failing)
    const id = await draft(...types)
    await publish(server, id)
    const post = await untilEnded(server, clock, id)
    const posted = types.length - failing.length
    const outcome = posted === 0 ? 'none' : failing.length === 0 ? 'all' : 'partial'
    const cost = payments.reduce((sum, amount) => sum - amount, 0)
    expect(post).toMatchObject({ status: posted === 0 ? 'failed' : 'published', outcome, credits_used: cost })
    expect(await paymentsOf(id)).toEqual(payments)
    const books = await readBooks(server.db)
    expect(books).toMatchObject({ balance: before - cost, ledger: before - cost })
    expect(platform.posts).toHaveLength(posted)
  })

  it('what was given back is paid again by a retry that succeeds, and given back again by one that does not', async () => {
    failOn('x-post', 'linkedin-post')
    const id = await draft('linkedin-post', 'x-post')
    await publish(server, id)
    let post = await untilEnded(server, clock, id)
    failOn('linkedin-post')
    expect(await (await retry(post, 'x-post')).json()).toMatchObject({ credits_used: 4 })
    post = await untilEnded(server, clock, id)
    expect(post).toMatchObject({ status: 'published', outcome: 'partial', credits_used: 4 })
    expect(await (await retry(post, 'linkedin-post')).json()).toMatchObject({ credits_used: 0 })
    await untilEnded(server, clock, id)
    failOn()
    await retry(post, 'linkedin-post')
    post = await untilEnded(server, clock, id)
    expect(post).toMatchObject({ outcome: 'all', credits_used: 4, items: [{ attempts: 3 }, { attempts: 2 }] })
    expect(await paymentsOf(id)).toEqual([-4, 4, -4])
    expect(platform.posts).toHaveLength(2)
  })

  it('a sandbox key pays nothing, is shown the price, and reaches nothing real', async () => {
    const before = await readBooks(server.db)
    const { id: accountId } = await server.db.selectFrom('accounts').select('id').limit(1).executeTakeFirstOrThrow()
    const headers = { 'x-api-key': await addKey(server.db, { accountId, livemode: false }) }
    await server.post('/api/v1/connections', { platform: 'x', sandbox: true }, headers)
    const body = { items: [{ post_type: 'x-post', content: 'Only a test' }] }
    const { post_id } = (await (await server.post('/api/v1/posts', body, headers)).json()) as Post
    const begun = await server.post(`/api/v1/posts/${post_id}/publish`, {}, headers)
    expect(await begun.json()).toMatchObject({ credits_used: 4 })
    const read = async () => (await (await server.request(`/api/v1/posts/${post_id}`, { headers })).json()) as Post
    await expect.poll(async () => (await read()).status, { timeout: 20_000 }).toBe('published')
    expect(await read()).toMatchObject({ credits_used: 4, livemode: false })
    expect(await readBooks(server.db)).toEqual(before)
  })
})

describe('publishing', () => {
  it('twice at once has one effect', async () => {
    const before = await balanceOf()
    const id = await draft('x-post')
    const path = `/api/v1/posts/${id}/publish`
    const answers = await Promise.all([server.post(path, {}), server.post(path, {})])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const refused = answers.find(({ status }) => status === 409)
    expect(refused && (await refusalOf(refused))).toMatchObject({ code: 'ALREADY_PUBLISHED' })
    await untilEnded(server, clock, id)
    expect(platform.posts).toHaveLength(1)
    expect(await balanceOf()).toBe(before - 4)
    expect((await server.post(path, {})).status).toBe(409)
  })

  it('under one Idempotency-Key is answered the same twice', async () => {
    const id = await draft('x-post')
    const headers = { 'idempotency-key': id }
    const path = `/api/v1/posts/${id}/publish`
    const answers = await Promise.all([server.post(path, {}, headers), server.post(path, {}, headers)])
    const [first, second] = await Promise.all(answers.map((answer) => answer.json()))
    expect(first).toEqual(second)
    await untilEnded(server, clock, id)
    expect(platform.posts).toHaveLength(1)
  })

  it('needs a connection for every item, and names the platform that has none', async () => {
    const items = [{ post_type: 'facebook-post', content: 'Hello' }]
    const { post_id } = await createDraft(server, { items })
    const refused = await server.post(`/api/v1/posts/${post_id}/publish`, {})
    expect(refused.status).toBe(422)
    const { code, message } = await refusalOf(refused)
    expect(code).toBe('PLATFORM_NOT_CONNECTED')
    expect(message).toContain('Facebook')
  })

  it('needs to be told which, where there are several connections', async () => {
    const { post_id } = await createDraft(server)
    const refused = await server.post(`/api/v1/posts/${post_id}/publish`, {})
    expect(refused.status).toBe(400)
    expect(await refusalOf(refused)).toMatchObject({ details: [{ path: 'items[0].connection_id' }] })
  })

  it('tells listeners of the end, and of a connection that ended once', async () => {
    platform.refused.add('sandbox')
    const id = await draft('x-post')
    const other = await draft('x-post')
    // In one transaction: the first one that ends takes the connection away from one that is not published yet.
    const scheduled_at = new Date(clock.now().getTime() + 60_000).toISOString()
    for (const post of [id, other]) {
      expect((await server.post(`/api/v1/posts/${post}/schedule`, { scheduled_at })).status).toBe(200)
    }
    clock.move({ minutes: 1 })
    await untilEnded(server, clock, id)
    await untilEnded(server, clock, other)
    const told = (event: string) => receiver.received.filter(({ event: { event: name } }) => name === event)
    const failed = () => told('post.failed').filter(({ event: { data } }) => 'post_id' in data && data.post_id === id)
    await expect.poll(() => failed().length, { timeout: 20_000 }).toBe(1)
    expect(failed()[0]?.event).toMatchObject({
      data: { status: 'failed', items: [{ error: { code: 'PUBLISH_FAILED' } }] },
    })
    const ended = () =>
      told('connection.expired').filter(
        ({ event: { data } }) => 'connection_id' in data && data.connection_id === connection.x,
      )
    await expect.poll(() => ended().length, { timeout: 20_000 }).toBe(1)
    const again = await createDraft(server, {
      items: [{ post_type: 'x-post', content: 'Again', connection_id: connection.x }],
    })
    expect((await server.post(`/api/v1/posts/${again.post_id}/publish`, {})).status).toBe(422)
  })
})

describe('an item whose outcome is unknown', () => {
  async function loseTrack(kind: 'cut' | 'cut after'): Promise<Post> {
    platform.faults.spoil('publish', { kind })
    platform.faults.spoil('look up', { kind: 'answer', status: 500 }, Infinity)
    const id = await draft('x-post')
    await publish(server, id)
    const post = await untilEnded(server, clock, id)
    expect(post).toMatchObject({ status: 'failed', credits_used: 0, items: [{ error: { code: 'OUTCOME_UNKNOWN' } }] })
    return post
  }

  it('is not tried again unless somebody looked', async () => {
    const post = await loseTrack('cut')
    const refused = await retry(post, 'x-post')
    expect(refused.status).toBe(409)
    expect((await refusalOf(refused)).message).toContain('not_posted')
    platform.faults.clear()
    expect((await retry(post, 'x-post', { not_posted: true })).status).toBe(200)
    expect(await untilEnded(server, clock, post.post_id)).toMatchObject({ status: 'published', credits_used: 4 })
    expect(platform.posts).toHaveLength(1)
  })

  it('is looked up before it is tried again: whoever looked may have overlooked it', async () => {
    const post = await loseTrack('cut after')
    platform.faults.clear()
    await retry(post, 'x-post', { not_posted: true })
    const ended = await untilEnded(server, clock, post.post_id)
    expect(ended).toMatchObject({ status: 'published', items: [{ platform_post_id: platform.posts[0]?.post_id }] })
    expect(platform.posts).toHaveLength(1)
  })

  it('cannot be tried again when it is posted, nor while it is being posted', async () => {
    const id = await draft('x-post')
    await publish(server, id)
    const post = await untilEnded(server, clock, id)
    expect((await retry(post, 'x-post')).status).toBe(409)
    expect(await readPost(server, id)).toEqual(post)
  })
})

describe('a workspace that is deleted in the midst of publishing', () => {
  it('ends the post, gives back what is not posted, and leaves nothing', async () => {
    const before = await balanceOf()
    const created = await server.post('/api/v1/account/workspaces', { name: 'Short-lived' })
    const { workspace_id } = (await created.json()) as Workspace
    const headers = { 'x-workspace-id': workspace_id }
    await server.post('/api/v1/connections', { platform: 'x', sandbox: true }, headers)
    const body = { items: [{ post_type: 'x-post', content: 'Gone soon' }] }
    const { post_id } = (await (await server.post('/api/v1/posts', body, headers)).json()) as Post
    const hold = platform.hold('POST /containers')
    expect((await server.post(`/api/v1/posts/${post_id}/publish`, {}, headers)).status).toBe(200)
    await hold.held
    const path = `/api/v1/account/workspaces/${workspace_id}?force=true`
    expect((await server.request(path, { method: 'DELETE' })).status).toBe(200)
    const left = async () => {
      const rows = await server.db.selectFrom('workspaces').select('id').where('id', '=', workspace_id).execute()
      return rows.length
    }
    await expect.poll(left, { timeout: 40_000 }).toBe(0)
    hold.release(true)
    const posting = await server.db.selectFrom('post_items').select('id').where('status', '=', 'posting').execute()
    expect(posting).toEqual([])
    expect(await balanceOf()).toBe(before)
    // Whoever was at it finds that it is gone, before the final call.
    await publishOther()
    expect(platform.posts.map(({ text }) => text)).toEqual(['On x-post'])
  })

  async function publishOther(): Promise<void> {
    const id = await draft('x-post')
    await publish(server, id)
    await untilEnded(server, clock, id)
  }
})

describe('an account without credits', () => {
  it('begins nothing', async () => {
    const poor = await addAccount(server.db, 3)
    const headers = headersOf(poor)
    await server.post('/api/v1/connections', { platform: 'x', sandbox: true }, headers)
    const body = { items: [{ post_type: 'x-post', content: 'Too dear' }] }
    const { post_id } = (await (await server.post('/api/v1/posts', body, headers)).json()) as Post
    const refused = await server.post(`/api/v1/posts/${post_id}/publish`, {}, headers)
    expect(refused.status).toBe(402)
    const read = await server.request(`/api/v1/posts/${post_id}`, { headers })
    expect(await read.json()).toMatchObject({ status: 'draft', credits_used: 0 })
  })
})
