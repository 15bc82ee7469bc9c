import type { Post, PostItem, Workspace } from '@powerpost/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Fault } from '#platforms/testing/faults.ts'
import type { SandboxPlatformServer } from './fake-platforms/sandbox-platform-server.ts'
import { startSandboxPlatform } from './fake-platforms/sandbox-platform-server.ts'
import { connectSandbox, createDraft, preflight, readPost, POSTS } from './harness/drafts.ts'
import { readBooks } from './harness/ledger.ts'
import type { MovableClock } from './harness/movable-clock.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { uploadFile } from './harness/media.ts'
import { publish, untilEnded } from './harness/posts.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { makeMediaFiles } from './media-files/index.ts'

const COMMENT = 'More on our page'
const ITEM = { post_type: 'linkedin-post', content: 'Dark mode is here', first_comment: COMMENT } as const

let clock: MovableClock

async function publishItem(server: TestServer, item: object): Promise<Post> {
  const { post_id } = await createDraft(server, { items: [item] })
  await publish(server, post_id)
  return untilEnded(server, clock, post_id)
}

const codesOf = ({ warnings = [] }: PostItem) => warnings.map(({ code }) => code)

describe('on a platform', () => {
  let platform: SandboxPlatformServer
  let server: TestServer

  beforeAll(async () => {
    platform = await startSandboxPlatform()
    clock = createMovableClock()
    server = await startTestServer({ clock, environment: { POWERPOST_SANDBOX_PLATFORM_URL: platform.url } })
    await connectSandbox(server, 'linkedin')
    await connectSandbox(server, 'facebook')
  })
  beforeEach(() => platform.repair())
  afterAll(async () => {
    await server.stop()
    await platform.stop()
  })

  it('a first comment is posted once below the post, and costs nothing more', async () => {
    const post = await publishItem(server, ITEM)
    expect(post).toMatchObject({ status: 'published', credits_used: 1, items: [{ first_comment: COMMENT }] })
    expect(post.items[0]).not.toHaveProperty('warnings')
    expect(platform.posts.map(({ comments }) => comments)).toEqual([[COMMENT]])
  })

  it.each<[string, Fault, string, number]>([
    ['is refused', { kind: 'answer', status: 403 }, 'first_comment_not_posted', 0],
    ['is one too many', { kind: 'answer', status: 429 }, 'first_comment_not_posted', 0],
    ['is cut off before its effect', { kind: 'cut' }, 'first_comment_unknown', 0],
    ['is cut off after its effect', { kind: 'cut after' }, 'first_comment_unknown', 1],
    ['is answered 502 after its effect', { kind: 'answer after', status: 502 }, 'first_comment_unknown', 1],
  ])('an item whose first comment %s stays posted, with a warning', async (_, fault, code, comments) => {
    platform.faults.spoil('comment', fault, Infinity)
    const { status, outcome, items } = await publishItem(server, ITEM)
    expect({ status, outcome }).toEqual({ status: 'published', outcome: 'all' })
    expect(items).toMatchObject([{ status: 'posted', warnings: [{ code, platform: 'linkedin' }] }])
    expect(items[0]?.warnings?.[0]?.message).toMatch(/comment.*\.$/)
    expect(platform.posts.map((post) => post.comments.length)).toEqual([comments])
    expect(platform.requests.filter((request) => request === 'POST /comments')).toHaveLength(1)
  })

  it('a first comment follows a post whose answer was lost', async () => {
    platform.faults.spoil('publish', { kind: 'cut after' })
    const { items } = await publishItem(server, ITEM)
    expect(items).toMatchObject([{ status: 'posted' }])
    expect(platform.posts.map(({ comments }) => comments)).toEqual([[COMMENT]])
  })

  it('an item that is not posted has no first comment; retried, it has one', async () => {
    platform.manner.refuseContent = true
    const { post_id, items } = await publishItem(server, ITEM)
    expect(items).toMatchObject([{ status: 'failed' }])
    platform.repair()
    const response = await server.post(`${POSTS}/${post_id}/items/${items[0]?.item_id}/retry`, {})
    expect(response.status).toBe(200)
    expect((await untilEnded(server, clock, post_id)).items).toMatchObject([{ status: 'posted' }])
    expect(platform.posts.map(({ comments }) => comments)).toEqual([[COMMENT]])
  })

  it('where a post type takes none, preflight warns of it, and the item has a warning', async () => {
    const { media_id } = await uploadFile(server, (await makeMediaFiles()).jpeg)
    const fields = { content: '', media_ids: [media_id], first_comment: COMMENT }
    const item = { post_type: 'facebook-story' as const, ...fields }
    expect((await preflight(server, { items: [item] })).problems).toMatchObject([
      { path: 'items[0].first_comment', severity: 'warning', rule: 'first_comment', limit: 0 },
    ])
    const post = await publishItem(server, item)
    expect(post.items).toMatchObject([{ status: 'posted' }])
    expect(post.items.flatMap(codesOf)).toEqual(['first_comment_not_posted'])
    expect(platform.requests).not.toContain('POST /comments')
  })

  it('an item whose first comment is being sent is posting, and shows its post already', async () => {
    const hold = platform.hold('POST /comments')
    const { post_id } = await createDraft(server, { items: [ITEM] })
    await publish(server, post_id)
    await hold.held
    expect((await readPost(server, post_id)).items).toMatchObject([
      { status: 'posting', platform_post_id: platform.posts[0]?.post_id },
    ])
    hold.release(true)
    expect((await untilEnded(server, clock, post_id)).items).toMatchObject([{ status: 'posted' }])
    const { balance, ledger } = await readBooks(server.db)
    expect(balance).toBe(ledger)
  })

  it('a workspace that is deleted while a first comment is sent has posted the item, and pays for it', async () => {
    const before = (await readBooks(server.db)).balance
    const created = await server.post('/api/v1/account/workspaces', { name: 'Short-lived' })
    const { workspace_id } = (await created.json()) as Workspace
    const headers = { 'x-workspace-id': workspace_id }
    await server.post('/api/v1/connections', { platform: 'linkedin', sandbox: true }, headers)
    const { post_id } = (await (await server.post(POSTS, { items: [ITEM] }, headers)).json()) as Post
    const hold = platform.hold('POST /comments')
    expect((await server.post(`${POSTS}/${post_id}/publish`, {}, headers)).status).toBe(200)
    await hold.held
    const path = `/api/v1/account/workspaces/${workspace_id}?force=true`
    expect((await server.request(path, { method: 'DELETE' })).status).toBe(200)
    const left = () => server.db.selectFrom('posts').select('id').where('id', '=', post_id).execute()
    await expect.poll(left, { timeout: 40_000 }).toEqual([])
    hold.release(true)
    expect((await readBooks(server.db)).balance).toBe(before - 1)
  })
})

describe('on the sandbox', () => {
  let server: TestServer

  beforeAll(async () => {
    clock = createMovableClock()
    server = await startTestServer({ clock })
    await connectSandbox(server, 'instagram')
    await connectSandbox(server, 'linkedin')
  })
  afterAll(() => server.stop())

  it.each([
    ['Nothing special', []],
    ['[sandbox:refused]', ['first_comment_not_posted']],
    ['[sandbox:lost_answer]', ['first_comment_unknown']],
  ])('a first comment does as docs/sandbox.md says of %s', async (first_comment, codes) => {
    const { items } = await publishItem(server, { ...ITEM, first_comment })
    expect(items).toMatchObject([{ status: 'posted', first_comment }])
    expect(items.flatMap(codesOf)).toEqual(codes)
  })

  it('a blank first comment is none, and one that is too long for any platform is refused by name', async () => {
    const draft = await createDraft(server, { items: [{ ...ITEM, first_comment: ' ' }] })
    expect(draft.items[0]).not.toHaveProperty('first_comment')
    const response = await server.post(POSTS, { items: [{ ...ITEM, first_comment: 'a'.repeat(10_001) }] })
    expect(await response.json()).toMatchObject({
      error: { code: 'VALIDATION_ERROR', details: [{ path: 'items[0].first_comment' }] },
    })
  })

  it('preflight counts a first comment as its platform does', async () => {
    const { problems } = await preflight(server, { items: [{ ...ITEM, first_comment: 'a'.repeat(1260) }] })
    expect(problems).toMatchObject([
      { path: 'items[0].first_comment', rule: 'first_comment', limit: 1250, actual: 1260, severity: 'warning' },
    ])
  })
})
