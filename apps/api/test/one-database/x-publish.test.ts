import { readFile } from 'node:fs/promises'
import type { PostError } from '@powerpost/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { XServer } from '../fake-platforms/x-server.ts'
import { startX } from '../fake-platforms/x-server.ts'
import { readBooks } from '../harness/ledger.ts'
import type { MovableClock } from '../harness/movable-clock.ts'
import { createMovableClock } from '../harness/movable-clock.ts'
import { createDraft } from '../harness/drafts.ts'
import { publish, untilEnded } from '../harness/posts.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { connect, listConnections, settingsOf } from '../harness/x.ts'
import { makeMediaFiles } from '../media-files/index.ts'

/** A post, and that it goes to X. */
const PRICE = 4
const CONTENT = 'Dark mode is here & everywhere: https://example.com/dark?a=1&b=2'

const ALT_TEXT = 'A loaf of rye bread'
const DESCRIBED = { none: [], picture: [ALT_TEXT], video: [undefined] } as const

let x: XServer
let server: TestServer
let clock: MovableClock
let connectionId: string
let media: { readonly picture: string; readonly video: string }

beforeAll(async () => {
  clock = createMovableClock()
  x = await startX({ clock })
  server = await startTestServer({ clock, environment: settingsOf(x), credits: 10_000 })
  const files = await makeMediaFiles()
  media = { picture: await upload(files.jpeg, 'image'), video: await upload(files.mp4, 'video') }
})
beforeEach(async () => {
  x.state.repair()
  x.faults.clear()
  ;({ connection_id: connectionId } = await connect(server, x))
})
afterAll(async () => {
  await server.stop()
  await x.stop()
  expect(x.state.complaints).toEqual([])
})

async function upload(path: string, type: string): Promise<string> {
  const form = new FormData()
  form.append('file', new Blob([await readFile(path)]), `mine.${path.split('.').at(-1)}`)
  form.append('type', type)
  const response = await server.request('/api/v1/media/upload', { method: 'POST', body: form })
  expect(response.status).toBe(200)
  return ((await response.json()) as { media_id: string }).media_id
}

interface Case {
  readonly spoil: (x: XServer) => void
  /** Posts that people see. */
  readonly posts: number
  /** Absent: it is posted. */
  readonly error?: Partial<PostError>
  /** @default 'video': it has most steps */
  readonly medium?: 'picture' | 'video' | 'none'
}

const answer = (status: number, headers: Record<string, string> = {}) => ({ kind: 'answer', status, headers }) as const
const [cut, cutAfter] = [{ kind: 'cut' } as const, { kind: 'cut after' } as const]
const UNKNOWN = { code: 'OUTCOME_UNKNOWN', action: 'check' } as const
const failed = (action: PostError['action'], platform_error: string) =>
  ({ code: 'PUBLISH_FAILED', action, platform_error }) as const

const CASES: Readonly<Record<string, Case>> = {
  'takes a text': { spoil: () => {}, posts: 1, medium: 'none' },
  'takes a picture': { spoil: () => {}, posts: 1, medium: 'picture' },
  'takes a video': { spoil: () => {}, posts: 1 },
  'takes no more requests on the way': {
    spoil: ({ faults }) => faults.spoil('prepare', answer(429, { 'x-rate-limit-remaining': '0' }), 2),
    posts: 1,
  },
  'takes no more requests at the final call': {
    spoil: ({ faults }) => faults.spoil('publish', answer(429, { 'retry-after': '60' })),
    posts: 1,
  },
  'has a fault of its own on the way': { spoil: ({ faults }) => faults.spoil('prepare', answer(503), 3), posts: 1 },
  'breaks steps on the way off before their effect': {
    spoil: ({ faults }) => faults.spoil('prepare', cut, 3),
    posts: 1,
  },
  'breaks steps on the way off after their effect': {
    spoil: ({ faults }) => faults.spoil('prepare', cutAfter, 3),
    posts: 1,
  },
  'breaks steps on the way of a picture off after their effect': {
    spoil: ({ faults }) => faults.spoil('prepare', cutAfter, 4),
    posts: 1,
    medium: 'picture',
  },
  'breaks the final call off before its effect': { spoil: ({ faults }) => faults.spoil('publish', cut), posts: 1 },
  'breaks the final call off after its effect': { spoil: ({ faults }) => faults.spoil('publish', cutAfter), posts: 1 },
  'answers the final call 500 before its effect': {
    spoil: ({ faults }) => faults.spoil('publish', answer(500)),
    posts: 1,
  },
  'answers the final call 503 after its effect': {
    spoil: ({ faults }) => faults.spoil('publish', { kind: 'answer after', status: 503 }),
    posts: 1,
  },
  'breaks the final call off after its effect, and shows the post late': {
    spoil: ({ faults, state }) => {
      faults.spoil('publish', cutAfter)
      state.manner.lateBy = 3
    },
    posts: 1,
  },
  'breaks the final call off after its effect, and shows the post too late': {
    spoil: ({ faults, state }) => {
      faults.spoil('publish', cutAfter)
      // All looks of the first time: X itself then says that it has it, and shows it.
      state.manner.lateBy = 4
    },
    posts: 1,
  },
  'breaks the final call off after its effect, and shows no list': {
    spoil: ({ faults }) => {
      faults.spoil('publish', cutAfter)
      faults.spoil('look up', answer(500), Infinity)
    },
    posts: 1,
    error: UNKNOWN,
  },
  'breaks the final call off before its effect, and shows no list': {
    spoil: ({ faults }) => {
      faults.spoil('publish', cut)
      faults.spoil('look up', answer(429), Infinity)
    },
    posts: 0,
    error: UNKNOWN,
  },
  'breaks every final call off': {
    spoil: ({ faults }) => faults.spoil('publish', cut, Infinity),
    posts: 0,
    error: UNKNOWN,
  },
  'works on the video for a while': { spoil: ({ state }) => (state.manner.slowly = 4), posts: 1 },
  'cannot process the video': {
    spoil: ({ state }) => (state.manner.inVain = true),
    posts: 0,
    error: failed('change', 'media InvalidMedia'),
  },
  'refuses the text': {
    spoil: ({ state }) => (state.manner.refuseContent = true),
    posts: 0,
    error: failed('change', '403 refused'),
  },
  'suspended the account': {
    spoil: ({ state }) => (state.manner.suspended = true),
    posts: 0,
    error: failed('change', '403 suspended'),
  },
  'is not paid any more': {
    spoil: ({ state }) => (state.manner.broke = true),
    posts: 0,
    error: failed('change', '402 credits'),
  },
  'refuses the access token': { spoil: ({ state }) => refuseTokens(state), posts: 1 },
  'cannot refresh the token for a while': {
    spoil: ({ state }) => {
      refuseTokens(state)
      state.manner.failRefreshes = 4
    },
    posts: 1,
  },
  'takes the access away': {
    spoil: ({ state }) => {
      refuseTokens(state)
      state.refresh.clear()
    },
    posts: 0,
    error: failed('reconnect', '400 invalid_request'),
  },
  'refreshes the token, and the answer is lost': {
    spoil: ({ state }) => {
      refuseTokens(state)
      state.manner.loseRefreshes = 1
    },
    posts: 0,
    error: failed('reconnect', '400 invalid_request'),
  },
}

function refuseTokens({ access, refused }: XServer['state']): void {
  for (const token of access.keys()) refused.add(token)
}

describe('X, through the engine,', () => {
  it.each(Object.entries(CASES).map(([name, one]) => ({ name, end: one.error?.action ?? 'posted once', ...one })))(
    'that $name: $end',
    async ({ spoil, posts, error, medium = 'video' }) => {
      const { balance } = await readBooks(server.db)
      spoil(x)
      const given = medium === 'none' ? [] : [{ media_id: media[medium], alt_text: ALT_TEXT }]
      const sent = { post_type: 'x-post', content: CONTENT, connection_id: connectionId, media: given }
      const { post_id: id } = await createDraft(server, { items: [sent] })
      await publish(server, id)
      const post = await untilEnded(server, clock, id)
      expect(x.state.posts).toHaveLength(posts)
      const [item] = post.items
      if (error) expect(item).toMatchObject({ status: 'failed', error })
      else expect(item).toMatchObject({ status: 'posted', platform_post_id: x.state.posts[0]?.id })
      expect(x.state.posts[0]?.sent ?? CONTENT).toBe(CONTENT)
      const described = x.state.posts.flatMap((post) => post.mediaIds.map((id) => x.state.uploads.get(id)?.altText))
      // X takes none of videos.
      expect(described).toEqual(x.state.posts.flatMap(() => DESCRIBED[medium]))
      expect((await readBooks(server.db)).balance).toBe(balance - (error ? 0 : PRICE))
      const [connection] = await listConnections(server)
      expect(connection?.status).toBe(error?.action === 'reconnect' ? 'expired' : 'active')
      const { rows } = await sql<{ said: string }>`select post_items::text as said from post_items`.execute(server.db)
      for (const { said } of rows) expect(said).not.toMatch(/x-access-|x-refresh-/)
    },
  )
})

it('a thread on X: alt text of each picture, who can reply, each part a reply, the comment too', async () => {
  const described = [{ media_id: media.picture, alt_text: ALT_TEXT }]
  const thread = [{ content: 'The first follows', media: described }, { content: 'The second follows' }]
  const options = { reply_settings: 'mentionedUsers' }
  const item = { post_type: 'x-post', content: 'A thread', connection_id: connectionId, options, thread }
  const { post_id } = await createDraft(server, { items: [{ ...item, first_comment: 'More tomorrow' }] })
  await publish(server, post_id)
  expect(await untilEnded(server, clock, post_id)).toMatchObject({ outcome: 'all', credits_used: 1 + 3 + 3 * 3 })
  const [first, second, third, comment] = x.state.posts
  expect([first, second, third, comment].map((post) => post?.sent)).toEqual([
    'A thread',
    'The first follows',
    'The second follows',
    'More tomorrow',
  ])
  expect([second?.replyTo, third?.replyTo, comment?.replyTo]).toEqual([first?.id, second?.id, first?.id])
  expect(x.state.posts.map(({ replySettings }) => replySettings)).toEqual([
    'mentionedUsers',
    undefined,
    undefined,
    undefined,
  ])
  expect(second?.mediaIds.map((id) => x.state.uploads.get(id)?.altText)).toEqual([ALT_TEXT])
})

it('a thread on X whose answers are all lost is found again, part by part', async () => {
  const item = { post_type: 'x-post', content: 'Lost', connection_id: connectionId, thread: [{ content: 'And found' }] }
  const { post_id } = await createDraft(server, { items: [item] })
  x.faults.spoil('publish', cutAfter, 2)
  await publish(server, post_id)
  expect(await untilEnded(server, clock, post_id)).toMatchObject({ outcome: 'all', items: [{ attempts: 1 }] })
  expect(x.state.posts.map(({ sent }) => sent)).toEqual(['Lost', 'And found'])
})
