import { readFile } from 'node:fs/promises'
import type { PostError } from '@powerpost/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SandboxPlatformServer } from './fake-platforms/sandbox-platform-server.ts'
import { startSandboxPlatform } from './fake-platforms/sandbox-platform-server.ts'
import { connectSandbox, createDraft } from './harness/drafts.ts'
import { readBooks } from './harness/ledger.ts'
import type { MovableClock } from './harness/movable-clock.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { publish, untilEnded } from './harness/posts.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { readUntil } from './harness/wait-for.ts'
import { makeMediaFiles } from './media-files/index.ts'

/** A post, and that it goes to X. */
const PRICE = 4

let platform: SandboxPlatformServer
let server: TestServer
let clock: MovableClock
let connectionId: string

beforeAll(async () => {
  platform = await startSandboxPlatform()
  clock = createMovableClock()
  server = await startTestServer({
    clock,
    environment: { POWERPOST_SANDBOX_PLATFORM_URL: platform.url },
  })
})
beforeEach(async () => {
  platform.repair()
  connectionId = await connectSandbox(server, 'x')
})
afterAll(async () => {
  await server.stop()
  await platform.stop()
})

interface Case {
  readonly spoil: (platform: SandboxPlatformServer) => void
  /** Posts that people see. */
  readonly posts: number
  /** Absent: it is posted. */
  readonly error?: Partial<PostError>
}

const { cut, cutAfter } = { cut: { kind: 'cut' } as const, cutAfter: { kind: 'cut after' } as const }
const answer = (status: number, headers: Record<string, string> = {}) => ({ kind: 'answer', status, headers }) as const
const RETRY = { code: 'PUBLISH_FAILED', action: 'retry' } as const
const UNKNOWN = { code: 'OUTCOME_UNKNOWN', action: 'check' } as const

const CASES: Readonly<Record<string, Case>> = {
  'behaves well': { spoil: () => {}, posts: 1 },
  'has too much to do on the way, twice': {
    spoil: ({ faults }) => faults.spoil('prepare', answer(429, { 'retry-after': '7' }), 2),
    posts: 1,
  },
  'is out of order on the way, three times': {
    spoil: ({ faults }) => faults.spoil('prepare', answer(503), 3),
    posts: 1,
  },
  'cuts a step on the way, twice': { spoil: ({ faults }) => faults.spoil('prepare', cut, 2), posts: 1 },
  'cuts a step on the way after its effect': { spoil: ({ faults }) => faults.spoil('prepare', cutAfter), posts: 1 },
  'is out of order for good': {
    spoil: ({ faults }) => faults.spoil('prepare', answer(503), Infinity),
    posts: 0,
    error: { ...RETRY, platform_error: '503' },
  },
  'wants to be left alone for an hour': {
    spoil: ({ faults }) => faults.spoil('prepare', answer(429, { 'retry-after': '3600' })),
    posts: 0,
    error: RETRY,
  },
  'has too much to do for the final call': {
    spoil: ({ faults }) => faults.spoil('publish', answer(429, { 'retry-after': '60' })),
    posts: 1,
  },
  'refuses the text': {
    spoil: ({ manner }) => (manner.refuseContent = true),
    posts: 0,
    error: { code: 'PUBLISH_FAILED', action: 'change', platform_error: '400' },
  },
  'refuses the token for good': {
    spoil: ({ refused }) => refused.add('sandbox'),
    posts: 0,
    error: { code: 'PUBLISH_FAILED', action: 'reconnect' },
  },
  'cuts the final call before its effect': { spoil: ({ faults }) => faults.spoil('publish', cut), posts: 1 },
  'cuts the final call after its effect': { spoil: ({ faults }) => faults.spoil('publish', cutAfter), posts: 1 },
  'answers the final call 503 before its effect': {
    spoil: ({ faults }) => faults.spoil('publish', answer(503)),
    posts: 1,
  },
  'answers the final call 502 after its effect': {
    spoil: ({ faults }) => faults.spoil('publish', { kind: 'answer after', status: 502 }),
    posts: 1,
  },
  'never answers the final call, after its effect': {
    spoil: ({ faults }) => faults.spoil('publish', { kind: 'hang after' }),
    posts: 1,
  },
  'cuts the final call after its effect, and shows the post late': {
    spoil: ({ faults, manner }) => {
      faults.spoil('publish', cutAfter)
      manner.lag = 3
    },
    posts: 1,
  },
  'cuts every final call before its effect': {
    spoil: ({ faults }) => faults.spoil('publish', cut, Infinity),
    posts: 0,
    error: UNKNOWN,
  },
  'cuts the final call after its effect, and shows no list': {
    spoil: ({ faults }) => {
      faults.spoil('publish', cutAfter)
      faults.spoil('look up', answer(500), Infinity)
    },
    posts: 1,
    error: UNKNOWN,
  },
  'cuts the final call before its effect, and shows no list': {
    spoil: ({ faults }) => {
      faults.spoil('publish', cut)
      faults.spoil('look up', answer(500), Infinity)
    },
    posts: 0,
    error: UNKNOWN,
  },
  'cuts the final call after its effect, and shows its list at the third time': {
    spoil: ({ faults }) => {
      faults.spoil('publish', cutAfter)
      faults.spoil('look up', answer(429, { 'retry-after': '30' }), 2)
    },
    posts: 1,
  },
  'takes the post, and works on it for a while': { spoil: ({ manner }) => (manner.publishesLate = 3), posts: 1 },
  'takes the post, and cannot be asked after it for a while': {
    spoil: ({ faults, manner }) => {
      manner.publishesLate = 2
      faults.spoil('look up', answer(500), 4)
    },
    posts: 1,
  },
  'takes the post, and can never be asked after it': {
    spoil: ({ faults, manner }) => {
      manner.publishesLate = 2
      faults.spoil('look up', answer(500), Infinity)
    },
    posts: 1,
    error: UNKNOWN,
  },
}

describe.each(Object.entries(CASES))('a platform that %s', (_, { spoil, posts, error }) => {
  const end = error ? `makes the item fail: ${error.code}, ${error.action}` : 'has the post once'
  it(`${end}`, async () => {
    const { balance } = await readBooks(server.db)
    spoil(platform)
    const item = { post_type: 'x-post', content: 'Dark mode is here', connection_id: connectionId }
    const { post_id: id } = await createDraft(server, { items: [item] })
    expect(await publish(server, id)).toMatchObject({ credits_used: PRICE, remaining_credits: balance - PRICE })
    const post = await untilEnded(server, clock, id)
    expect(platform.posts).toHaveLength(posts)
    const paid = error ? 0 : PRICE
    expect(post).toMatchObject({
      status: error ? 'failed' : 'published',
      outcome: error ? 'none' : 'all',
      credits_used: paid,
    })
    const [ended] = post.items
    if (error) expect(ended).toMatchObject({ status: 'failed', error, attempts: 1 })
    else expect(ended).toMatchObject({ status: 'posted', platform_post_id: platform.posts[0]?.post_id })
    const books = await readBooks(server.db)
    expect(books).toMatchObject({ balance: balance - paid, ledger: balance - paid })
  })
})

it('the word that an item is not there says nothing of a call that is made after it', async () => {
  platform.faults.spoil('prepare', answer(429, { 'retry-after': '3600' }))
  const item = { post_type: 'x-post', content: 'Dark mode is here', connection_id: connectionId }
  const { post_id: id, items } = await createDraft(server, { items: [item] })
  await publish(server, id)
  expect(await untilEnded(server, clock, id)).toMatchObject({ items: [{ error: RETRY }] })
  platform.faults.spoil('publish', cutAfter)
  platform.faults.spoil('look up', answer(500), Infinity)
  const path = `/api/v1/posts/${id}/items/${items[0]?.item_id}/retry`
  expect((await server.post(path, { not_posted: true })).status).toBe(200)
  expect(await untilEnded(server, clock, id)).toMatchObject({ items: [{ error: UNKNOWN }] })
  expect(platform.posts).toHaveLength(1)
})

it.each([
  { deaths: 4, end: 'is posted by the next', posts: 1, expected: { status: 'posted' } },
  { deaths: 5, end: 'is given up', posts: 0, expected: { status: 'failed', error: RETRY } },
])('an item on which $deaths processes died in a row $end', async ({ deaths, posts, expected }) => {
  platform.faults.spoil('prepare', answer(429, { 'retry-after': '7' }))
  const item = { post_type: 'x-post', content: 'Dark mode is here', connection_id: connectionId }
  const { post_id: id } = await createDraft(server, { items: [item] })
  await publish(server, id)
  // It waits, and no process has it: a row as the last of them would have left it can be written.
  await readUntil({
    what: 'an item that waits',
    read: () =>
      server.db
        .selectFrom('post_items')
        .select('id')
        .where('post_id', '=', id)
        .where('claimed', '=', false)
        .where('failures', '=', 1)
        .executeTakeFirst(),
    isEnough: (waiting) => waiting !== undefined,
  })
  await sql`update post_items set claimed = true, lost_leases = ${deaths - 1}, due_at = ${clock.now()}
    where post_id = ${id}`.execute(server.db)
  expect(await untilEnded(server, clock, id)).toMatchObject({ items: [expected] })
  expect(platform.posts).toHaveLength(posts)
})

describe('media', () => {
  async function addPicture(): Promise<string> {
    const form = new FormData()
    form.append('file', new Blob([await readFile((await makeMediaFiles()).jpeg)]), 'mine.jpg')
    form.append('type', 'image')
    const uploaded = await server.request('/api/v1/media/upload', { method: 'POST', body: form })
    return ((await uploaded.json()) as { media_id: string }).media_id
  }

  it.each([
    ['slowly', 4, 1],
    ['in vain', 0, 0],
  ])('that the platform processes %s', async (manner, slowly, posts) => {
    platform.manner.slowly = slowly
    platform.manner.inVain = manner === 'in vain'
    const content = 'Dark mode is here'
    const item = { post_type: 'x-post', content, connection_id: connectionId, media_ids: [await addPicture()] }
    const { post_id: id } = await createDraft(server, { items: [item] })
    await publish(server, id)
    const post = await untilEnded(server, clock, id)
    expect(platform.posts).toHaveLength(posts)
    if (posts === 1) expect(post.status).toBe('published')
    // It was prepared anew three times.
    else expect(post).toMatchObject({ status: 'failed', items: [{ error: RETRY }] })
    const created = platform.requests.filter((request) => request === 'POST /containers')
    expect(created).toHaveLength(posts === 1 ? 1 : 4)
  })
})
