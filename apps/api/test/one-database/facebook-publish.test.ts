import type { PostError } from '@powerpost/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { graphError } from '#platforms/meta/testing/index.ts'
import type { FacebookServer } from '../fake-platforms/facebook-server.ts'
import { startFacebook } from '../fake-platforms/facebook-server.ts'
import { createDraft } from '../harness/drafts.ts'
import { connectPages, facebookSettingsOf, listAllConnections } from '../harness/facebook.ts'
import { readBooks } from '../harness/ledger.ts'
import { uploadFile } from '../harness/media.ts'
import type { MovableClock } from '../harness/movable-clock.ts'
import { createMovableClock } from '../harness/movable-clock.ts'
import { publish, untilEnded } from '../harness/posts.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { encodeVideo, makeMediaFiles } from '../media-files/index.ts'

const CONTENT = 'Dark mode is here & everywhere: https://example.com/dark?a=1&b=2'

let facebook: FacebookServer
let server: TestServer
let clock: MovableClock
let connection_id: string
let media: Readonly<Record<'picture' | 'video', string>>

beforeAll(async () => {
  clock = createMovableClock()
  facebook = await startFacebook({ clock })
  server = await startTestServer({ clock, environment: facebookSettingsOf(facebook), credits: 10_000 })
  const reel = await encodeVideo('reel.mp4', { width: 540, height: 960, frames: 80, frameRate: 24 })
  media = {
    picture: (await uploadFile(server, (await makeMediaFiles()).jpeg)).media_id,
    video: (await uploadFile(server, reel, { type: 'video' })).media_id,
  }
}, 60_000)
beforeEach(async () => {
  facebook.state.repair()
  facebook.state.refuseDuplicates = false
  facebook.state.facebook.partBytes = 5_000_000
  facebook.faults.clear()
  const [connection] = await connectPages(server, facebook, ['Power Post'])
  connection_id = connection?.connection_id ?? ''
})
afterAll(async () => {
  await server.stop()
  await facebook.stop()
  expect(facebook.state.complaints).toEqual([])
})

const KINDS = {
  text: { post_type: 'facebook-post', content: CONTENT },
  pictures: { post_type: 'facebook-post', content: CONTENT, with: ['picture', 'picture'] },
  video: { post_type: 'facebook-post', content: CONTENT, with: ['video'] },
  reel: { post_type: 'facebook-reel', content: CONTENT, with: ['video'] },
  'picture story': { post_type: 'facebook-story', content: '', with: ['picture'] },
  'video story': { post_type: 'facebook-story', content: '', with: ['video'] },
} as const

type KindName = keyof typeof KINDS

interface Case {
  readonly spoil: (facebook: FacebookServer) => void
  readonly posts: number
  /** Absent: it is posted. */
  readonly error?: Partial<PostError>
  /** @default all */
  readonly kinds?: readonly KindName[]
}

const answer = (status: number, headers: Record<string, string> = {}) => ({ kind: 'answer', status, headers }) as const
const [cut, cutAfter] = [{ kind: 'cut' } as const, { kind: 'cut after' } as const]
const UNKNOWN = { code: 'OUTCOME_UNKNOWN', action: 'check' } as const

const FINAL: readonly KindName[] = ['text', 'reel']
const USAGE = {
  'x-business-use-case-usage': JSON.stringify({
    '4711': [{ type: 'pages', call_count: 100, total_cputime: 9, total_time: 9, estimated_time_to_regain_access: 30 }],
  }),
}

const CASES: Readonly<Record<string, Case>> = {
  'takes it': { spoil: () => {}, posts: 1 },
  'has a fault on the way': {
    spoil: ({ faults }) => faults.spoil('prepare', answer(503), 2),
    posts: 1,
    kinds: ['pictures', 'video', 'reel', 'video story'],
  },
  'breaks steps on the way off after their effect': {
    spoil: ({ faults }) => faults.spoil('prepare', cutAfter, 3),
    posts: 1,
    kinds: ['pictures', 'video', 'reel', 'picture story'],
  },
  'breaks the final call off before its effect': { spoil: ({ faults }) => faults.spoil('publish', cut), posts: 1 },
  'breaks the final call off after its effect': { spoil: ({ faults }) => faults.spoil('publish', cutAfter), posts: 1 },
  'answers the final call 502 after its effect': {
    spoil: ({ faults }) => faults.spoil('publish', { kind: 'answer after', status: 502 }),
    posts: 1,
  },
  'breaks the final call off after its effect, and shows the post late': {
    spoil: ({ faults, state }) => {
      faults.spoil('publish', cutAfter)
      state.facebook.lateBy = 3
    },
    posts: 1,
    kinds: ['text', 'pictures'],
  },
  'breaks the final call off after its effect, and shows nothing': {
    spoil: ({ faults }) => {
      faults.spoil('publish', cutAfter)
      faults.spoil('look up', answer(500), Infinity)
    },
    posts: 1,
    error: UNKNOWN,
    kinds: FINAL,
  },
  'takes no more requests at the final call': {
    spoil: ({ faults }) => faults.spoil('publish', answer(429, { 'retry-after': '60' })),
    posts: 1,
    kinds: FINAL,
  },
  'says that the limit of the page is used up': {
    spoil: ({ state }) => state.answerInstead('POST /:id/feed', { ...graphError(80001), headers: USAGE }),
    posts: 1,
    kinds: ['text'],
  },
  'works on the video for a while': {
    spoil: ({ state }) => (state.facebook.slowly = 5),
    posts: 1,
    kinds: ['video', 'reel', 'video story'],
  },
  'cannot process the video': {
    spoil: ({ state }) => (state.facebook.inVain = true),
    posts: 0,
    error: { code: 'PUBLISH_FAILED', action: 'change', platform_error: 'video error' },
    kinds: ['video', 'reel', 'video story'],
  },
  'blocks the content': {
    spoil: ({ state }) => (state.facebook.refuseContent = true),
    posts: 0,
    error: { code: 'PUBLISH_FAILED', action: 'change', platform_error: '368' },
  },
  'refuses the token of the page': { spoil: ({ state }) => refuse(state, ['page']), posts: 1, kinds: FINAL },
  'takes the access away': {
    spoil: ({ state }) => refuse(state, ['page', 'user']),
    posts: 0,
    error: { code: 'PUBLISH_FAILED', action: 'reconnect' },
    kinds: FINAL,
  },
}

function refuse({ tokens, refused }: FacebookServer['state'], kinds: readonly string[]): void {
  for (const [token, { kind }] of tokens) if (kinds.includes(kind)) refused.add(token)
}

const runs = Object.entries(CASES).flatMap(([name, one]) =>
  (one.kinds ?? (Object.keys(KINDS) as KindName[])).map((kind) => ({
    name,
    kind,
    end: one.error?.action ?? 'posted once',
    one,
  })),
)

describe('Facebook, through the engine,', () => {
  it.each(runs)('that $name, a $kind: $end', { timeout: 60_000 }, async ({ kind, one: { spoil, posts, error } }) => {
    const { balance } = await readBooks(server.db)
    spoil(facebook)
    const { with: given = [], ...sent } = { with: [] as readonly ('picture' | 'video')[], ...KINDS[kind] }
    const item = { ...sent, connection_id, media_ids: given.map((name) => media[name]) }
    const { post_id: id, items } = await createDraft(server, { items: [item] })
    await publish(server, id)
    const post = await untilEnded(server, clock, id)
    expect(facebook.state.posts).toHaveLength(posts)
    const [ended] = post.items
    if (error) expect(ended).toMatchObject({ status: 'failed', error })
    else expect(ended).toMatchObject({ status: 'posted', platform_post_id: facebook.state.posts[0]?.id })
    expect(facebook.state.posts[0]?.message ?? sent.content).toBe(sent.content)
    const paid = balance - (await readBooks(server.db)).balance
    expect(paid > 0).toBe(error === undefined)
    expect(items).toHaveLength(1)
    const [connection] = await listAllConnections(server)
    expect(connection?.status).toBe(error?.action === 'reconnect' ? 'expired' : 'active')
    const { rows } = await sql<{ said: string }>`select post_items::text as said from post_items`.execute(server.db)
    for (const { said } of rows) expect(said).not.toContain('EAA')
  })
})
