import type { Post } from '@powerpost/contract'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { SandboxPlatformServer } from './fake-platforms/sandbox-platform-server.ts'
import { startSandboxPlatform } from './fake-platforms/sandbox-platform-server.ts'
import { addMedium } from './harness/add-medium.ts'
import { connectSandbox, createDraft, preflight, POSTS, readPost } from './harness/drafts.ts'
import { readBooks } from './harness/ledger.ts'
import type { MovableClock } from './harness/movable-clock.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { publish, untilEnded } from './harness/posts.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'

const THREAD = [{ content: 'It follows the system.' }, { content: 'It costs nothing.' }]
const ITEM = { post_type: 'x-post', content: 'Dark mode is here.', thread: THREAD } as const
/** 1 for the post, 3 for X, 3 for each that follows. */
const PRICE = 10

let platform: SandboxPlatformServer
let server: TestServer
let clock: MovableClock

beforeAll(async () => {
  platform = await startSandboxPlatform()
  clock = createMovableClock()
  server = await startTestServer({
    clock,
    credits: 1000,
    environment: { POWERPOST_SANDBOX_PLATFORM_URL: platform.url },
  })
  await connectSandbox(server, 'x')
  await connectSandbox(server, 'linkedin')
})
beforeEach(() => platform.repair())
afterAll(async () => {
  await server.stop()
  await platform.stop()
})

async function publishItem(item: object): Promise<Post> {
  const { post_id } = await createDraft(server, { items: [item] })
  await publish(server, post_id)
  return untilEnded(server, clock, post_id)
}

async function retry({ post_id, items }: Post, body: object = {}): Promise<Response> {
  return server.post(`${POSTS}/${post_id}/items/${items[0]?.item_id}/retry`, body)
}

/** What people see, with what each follows. */
const seen = () =>
  platform.posts.map(({ text, reply_to }) => [text, platform.posts.find(({ post_id }) => post_id === reply_to)?.text])

const WHOLE = [
  ['Dark mode is here.', undefined],
  ['It follows the system.', 'Dark mode is here.'],
  ['It costs nothing.', 'It follows the system.'],
]

it('a thread is posted in its order, each as a reply to the one before, and paid by its posts', async () => {
  const post = await publishItem(ITEM)
  expect(seen()).toEqual(WHOLE)
  const [, second, third] = platform.posts
  expect(post).toMatchObject({
    status: 'published',
    outcome: 'all',
    credits_used: PRICE,
    items: [
      {
        status: 'posted',
        attempts: 1,
        platform_post_id: platform.posts[0]?.post_id,
        thread: [
          { content: 'It follows the system.', media_ids: [], platform_post_id: second?.post_id },
          { content: 'It costs nothing.', platform_url: third?.url, posted_at: expect.any(String) },
        ],
      },
    ],
  })
})

it('each part has its own media, with what is said about them, and they cannot be deleted before', async () => {
  const media = [{ media_id: await addMedium(server), alt_text: 'A loaf of rye bread' }]
  const draft = await createDraft(server, { items: [{ ...ITEM, thread: [{ content: 'See?', media }] }] })
  expect(draft.items).toMatchObject([{ media: [], thread: [{ media_ids: [media[0]?.media_id], media }] }])
  const response = await server.request(`/api/v1/media/${media[0]?.media_id}`, { method: 'DELETE' })
  expect(response.status).toBe(409)
})

it.each([
  ['cut off before its effect', { kind: 'cut' }],
  ['cut off after its effect', { kind: 'cut after' }],
  ['answered 502 after its effect', { kind: 'answer after', status: 502 }],
  ['refused for a while', { kind: 'answer', status: 429 }],
] as const)(
  'a thread is whole, and nothing of it is there twice, when a final call in its midst is %s',
  async (_, fault) => {
    const { post_id } = await createDraft(server, { items: [ITEM] })
    let finals = 0
    platform.faults.choose((step) => (step === 'publish' && ++finals === 2 ? fault : undefined))
    await publish(server, post_id)
    expect(await untilEnded(server, clock, post_id)).toMatchObject({ outcome: 'all', credits_used: PRICE })
    expect(seen()).toEqual(WHOLE)
  },
)

it('a thread that breaks off says how far it got, pays for that, and a retry goes on from there', async () => {
  platform.manner.refuse = ['It costs nothing.']
  const broken = await publishItem(ITEM)
  expect(broken).toMatchObject({
    status: 'published',
    outcome: 'partial',
    credits_used: 7,
    items: [
      {
        status: 'failed',
        platform_post_id: platform.posts[0]?.post_id,
        error: { code: 'PUBLISH_FAILED', message: expect.stringMatching(/^2 of 3 posts of the thread are posted\. /) },
      },
    ],
  })
  expect(broken.items[0]?.thread?.map(({ platform_post_id }) => platform_post_id)).toEqual([
    platform.posts[1]?.post_id,
    undefined,
  ])
  platform.manner.refuse = []
  expect(await (await retry(broken)).json()).toMatchObject({ credits_used: 3 })
  expect(await untilEnded(server, clock, broken.post_id)).toMatchObject({
    outcome: 'all',
    credits_used: PRICE,
    items: [{ status: 'posted', attempts: 2 }],
  })
  expect(seen()).toEqual(WHOLE)
  const { balance, ledger } = await readBooks(server.db)
  expect(balance).toBe(ledger)
})

it('a thread that is begun goes on from the same account only', async () => {
  platform.manner.refuse = ['It costs nothing.']
  const connectionId = (await readPost(server, (await publishItem(ITEM)).post_id)).items[0]?.connection_id
  const other = await server.post('/api/v1/connections', { platform: 'x', sandbox: true, display_name: 'Other' })
  const { connection_id } = (await other.json()) as { connection_id: string }
  const broken = await publishItem({ ...ITEM, connection_id: connectionId })
  const response = await retry(broken, { connection_id })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ error: { details: [{ path: 'connection_id' }] } })
  await server.request(`/api/v1/connections/${connection_id}`, { method: 'DELETE' })
})

it('an unknown outcome in the midst of a thread needs a person, and then goes on', async () => {
  const { post_id } = await createDraft(server, { items: [ITEM] })
  let finals = 0
  platform.faults.choose((step) => {
    if (step === 'publish' && ++finals === 2) return { kind: 'cut' }
    return step === 'look up' ? { kind: 'answer', status: 400 } : undefined
  })
  await publish(server, post_id)
  const unknown = await untilEnded(server, clock, post_id)
  expect(unknown).toMatchObject({
    outcome: 'partial',
    credits_used: 4,
    items: [{ error: { code: 'OUTCOME_UNKNOWN' } }],
  })
  platform.faults.clear()
  expect((await retry(unknown)).status).toBe(409)
  expect((await retry(unknown, { not_posted: true })).status).toBe(200)
  expect(await untilEnded(server, clock, post_id)).toMatchObject({ outcome: 'all', credits_used: PRICE })
  expect(seen()).toEqual(WHOLE)
})

it('preflight checks each part by its path, and says the price', async () => {
  const thread = [{ content: 'a'.repeat(281) }, { content: 'Dark mode is here.' }, { content: ' ' }]
  const answer = await preflight(server, { items: [{ ...ITEM, thread, first_comment: 'More: https://powerpost.io' }] })
  expect(answer).toMatchObject({
    publishable: false,
    credits: 1 + 3 + 4 * 3,
    breakdown: [{ item: 'post' }, { item: 'x' }, { item: 'further_x_posts', quantity: 4, credits_each: 3 }],
  })
  expect(answer.problems.map(({ path, rule, severity }) => [path, rule, severity])).toEqual([
    ['items[0].thread[0].content', 'text_length', 'error'],
    ['items[0].thread[1].content', 'thread', 'error'],
    ['items[0].thread[2].content', 'text_or_media', 'error'],
    ['items[0].first_comment', 'link_charge', 'warning'],
  ])
})

it('a platform without threads refuses one, and a request with too many parts is refused by name', async () => {
  const { problems } = await preflight(server, { items: [{ ...ITEM, post_type: 'linkedin-post' }] })
  expect(problems).toMatchObject([{ path: 'items[0].thread', rule: 'thread', severity: 'error' }])
  const thread = Array.from({ length: 25 }, () => ({ content: 'More' }))
  const response = await server.post(POSTS, { items: [{ ...ITEM, thread }] })
  expect(await response.json()).toMatchObject({ error: { details: [{ path: 'items[0].thread' }] } })
})
