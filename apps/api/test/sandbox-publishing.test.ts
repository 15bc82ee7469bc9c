import type { Connection, Post, PostError } from '@powerpost/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connectSandbox, createDraft, readPost } from './harness/drafts.ts'
import type { MovableClock } from './harness/movable-clock.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { publish, untilEnded } from './harness/posts.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'

let server: TestServer
let clock: MovableClock

beforeAll(async () => {
  clock = createMovableClock()
  server = await startTestServer({ clock })
})
afterAll(() => server.stop())

const FAILED = { code: 'PUBLISH_FAILED' } as const

async function publishText(text: string): Promise<Post> {
  const connection_id = await connectSandbox(server, 'x')
  const items = [{ post_type: 'x-post', content: `Dark mode is here ${text}`, connection_id }]
  const { post_id } = await createDraft(server, { items })
  await publish(server, post_id)
  return untilEnded(server, clock, post_id)
}

it.each<[string, Partial<PostError> | undefined]>([
  ['Nothing special', undefined],
  ['[sandbox:refused]', { ...FAILED, action: 'change', platform_error: '400 refused' }],
  ['[sandbox:reconnect]', { ...FAILED, action: 'reconnect' }],
  ['[sandbox:rate_limited]', undefined],
  ['[sandbox:busy]', { ...FAILED, action: 'retry' }],
  ['[sandbox:lost_answer]', undefined],
  ['[sandbox:unknown]', { code: 'OUTCOME_UNKNOWN', action: 'check' }],
])('a sandbox connection does as docs/sandbox.md says of %s', async (text, error) => {
  const post = await publishText(text)
  const [item] = post.items
  if (error) expect(item).toMatchObject({ status: 'failed', error })
  else
    expect(item).toMatchObject({
      status: 'posted',
      platform_url: `https://sandbox.invalid/posts/sandbox-${item?.item_id}`,
    })
  expect(post.published_at === undefined).toBe(error !== undefined)
})

/** What a person does about an item, as its error says. */
const ADVICE: Readonly<Record<PostError['action'], (post: Post) => Promise<string>>> = {
  retry: (post) => retry(post, {}),
  check: (post) => retry(post, { not_posted: true }),
  async reconnect(post) {
    // It is the same account, and so the same connection.
    expect(await connectSandbox(server, 'x')).toBe(post.items[0]?.connection_id)
    return retry(post, {})
  },
  change: async () => (await publishText('')).post_id,
}

async function retry({ post_id, items }: Post, body: object): Promise<string> {
  const response = await server.post(`/api/v1/posts/${post_id}/items/${items[0]?.item_id}/retry`, body)
  expect(response.status, await response.clone().text()).toBe(200)
  return post_id
}

it.each(['refused', 'reconnect', 'busy', 'unknown'])(
  'the advice of the error of [sandbox:%s] leads to a post that is out',
  async (directive) => {
    const failed = await publishText(`[sandbox:${directive}]`)
    const { error } = failed.items[0] ?? {}
    if (!error) throw new Error('It did not fail')
    const post = await untilEnded(server, clock, await ADVICE[error.action](failed))
    expect(post).toMatchObject({ status: 'published', published_at: expect.any(String), items: [{ status: 'posted' }] })
  },
)

it('[sandbox:quota_reached] posts the item, and what comes next after the reset', async () => {
  const [first] = (await publishText('[sandbox:quota_reached=600]')).items
  expect(first).toMatchObject({ status: 'posted' })
  const connection_id = first?.connection_id ?? ''
  const read = async () =>
    ((await (await server.request(`/api/v1/connections/${connection_id}`)).json()) as Connection).held_until
  await expect.poll(read).toEqual(expect.any(String))
  const { post_id } = await createDraft(server, { items: [{ post_type: 'x-post', content: 'Next', connection_id }] })
  await publish(server, post_id)
  expect((await readPost(server, post_id)).items).toMatchObject([{ status: 'posting', attempts: 1 }])
  clock.move({ seconds: 601 })
  expect((await untilEnded(server, clock, post_id)).items).toMatchObject([{ status: 'posted', attempts: 1 }])
  expect(await read()).toBeUndefined()
})
