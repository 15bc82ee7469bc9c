import { readFile } from 'node:fs/promises'
import type { PostError } from '@powerpost/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { InstagramServer } from '../fake-platforms/instagram-server.ts'
import { startInstagram } from '../fake-platforms/instagram-server.ts'
import { createDraft } from '../harness/drafts.ts'
import { connectInstagram, instagramSettings, listInstagram } from '../harness/instagram.ts'
import { readBooks } from '../harness/ledger.ts'
import type { MovableClock } from '../harness/movable-clock.ts'
import { createMovableClock } from '../harness/movable-clock.ts'
import { publish, untilEnded } from '../harness/posts.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { encodeVideo, makeMediaFiles } from '../media-files/index.ts'

/** A post. */
const PRICE = 1
const CONTENT = 'Dark mode is here & everywhere, @friends #dark'

let instagram: InstagramServer
let server: TestServer
let clock: MovableClock
let connectionId: string
let media: { readonly picture: string; readonly video: string }

beforeAll(async () => {
  clock = createMovableClock()
  instagram = await startInstagram({ clock })
  server = await startTestServer({ clock, environment: instagramSettings(instagram), credits: 10_000 })
  const files = await makeMediaFiles()
  const video = await encodeVideo('reel.mp4', { width: 270, height: 480, frames: 75, frameRate: 25 })
  media = { picture: await upload(files.jpeg, 'image'), video: await upload(video, 'video') }
})
beforeEach(async () => {
  instagram.state.repair()
  instagram.faults.clear()
  await sql`delete from publishing_pauses`.execute(server.db)
  ;({ connection_id: connectionId } = await connectInstagram(server, instagram))
})
afterAll(async () => {
  await server.stop()
  await instagram.stop()
  expect(instagram.state.complaints).toEqual([])
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
  readonly spoil: (instagram: InstagramServer) => void
  /** Posts that people see. @default 1 */
  readonly posts?: number
  /** Absent: it is posted. */
  readonly error?: Partial<PostError>
}

const answer = (status: number, headers: Record<string, string> = {}) => ({ kind: 'answer', status, headers }) as const
const [cut, cutAfter] = [{ kind: 'cut' } as const, { kind: 'cut after' } as const]
const UNKNOWN = { code: 'OUTCOME_UNKNOWN', action: 'check' } as const
const failed = (action: PostError['action'], platform_error: string) =>
  ({ code: 'PUBLISH_FAILED', action, platform_error }) as const

const TOKEN_GONE: Case = {
  spoil: ({ state }) => {
    for (const token of state.access.keys()) state.refused.add(token)
  },
  posts: 0,
  error: failed('reconnect', '190/463'),
}

const CASES: Readonly<Record<string, Case>> = {
  'takes a picture': { spoil: () => {} },
  'works on the picture for a while': { spoil: ({ state }) => (state.manner.slowly = 5) },
  'takes no more requests on the way': { spoil: ({ faults }) => faults.spoil('prepare', answer(429), 2) },
  'has a fault of its own on the way': { spoil: ({ faults }) => faults.spoil('prepare', answer(503), 3) },
  'breaks steps on the way off before their effect': { spoil: ({ faults }) => faults.spoil('prepare', cut, 3) },
  'breaks steps on the way off after their effect': { spoil: ({ faults }) => faults.spoil('prepare', cutAfter, 3) },
  'breaks the final call off before its effect': { spoil: ({ faults }) => faults.spoil('publish', cut) },
  'breaks the final call off after its effect': { spoil: ({ faults }) => faults.spoil('publish', cutAfter) },
  'answers the final call 500 before its effect': { spoil: ({ faults }) => faults.spoil('publish', answer(500)) },
  'answers the final call 503 after its effect': {
    spoil: ({ faults }) => faults.spoil('publish', { kind: 'answer after', status: 503 }),
  },
  'breaks the final call off after its effect, and shows the post late': {
    spoil: ({ faults, state }) => {
      faults.spoil('publish', cutAfter)
      state.manner.lateBy = 3
      state.manner.publishedLateBy = 2
    },
  },
  'breaks the final call off after its effect, and shows no list': {
    spoil: ({ faults }) => {
      faults.spoil('publish', cutAfter)
      faults.spoil('look up', answer(500), Infinity)
    },
    error: UNKNOWN,
  },
  'breaks every final call off': {
    spoil: ({ faults }) => faults.spoil('publish', cut, Infinity),
    posts: 0,
    error: UNKNOWN,
  },
  'says that it blocks the final call, and has the post': {
    spoil: ({ state }) => {
      state.manner.blocked = 1
      state.manner.blockedIsLive = true
      state.manner.lateBy = 2
    },
  },
  'blocks the final call': {
    spoil: ({ state }) => (state.manner.blocked = Infinity),
    posts: 0,
    error: failed('change', '4/2207051'),
  },
  'refuses the text': {
    spoil: ({ state }) => (state.manner.refuseContent = true),
    posts: 0,
    error: failed('change', '36004/2207010'),
  },
  'cannot process the picture': {
    spoil: ({ state }) => (state.manner.failWith = 2207009),
    posts: 0,
    error: failed('change', '2207009'),
  },
  'says for an hour that it works on the picture': {
    spoil: ({ state }) => (state.manner.slowly = Infinity),
    posts: 0,
    error: { code: 'PUBLISH_FAILED', action: 'retry' },
  },
  'no longer accepts the token, nor renews it': TOKEN_GONE,
  'has the quota of the day used up for a while': {
    spoil: ({ state }) => {
      state.manner.quotaUsed = state.manner.quotaTotal
      setTimeout(() => (state.manner.quotaUsed = 0), 300)
    },
  },
}

describe('Instagram, through the engine,', () => {
  it.each(Object.entries(CASES).map(([name, one]) => ({ name, end: one.error?.action ?? 'posted once', ...one })))(
    'that $name: $end',
    async ({ spoil, posts = 1, error }) => {
      const { balance } = await readBooks(server.db)
      spoil(instagram)
      const sent = {
        post_type: 'instagram-feed',
        content: CONTENT,
        connection_id: connectionId,
        media: [{ media_id: media.picture, alt_text: 'A loaf' }],
      }
      const { post_id: id } = await createDraft(server, { items: [sent] })
      await publish(server, id)
      const post = await untilEnded(server, clock, id)
      expect(instagram.state.posts).toHaveLength(posts)
      const [item] = post.items
      const [shown] = instagram.state.posts
      if (error) expect(item).toMatchObject({ status: 'failed', error })
      else expect(item).toMatchObject({ status: 'posted', platform_post_id: shown?.id, platform_url: shown?.permalink })
      expect((await readBooks(server.db)).balance).toBe(balance - (error ? 0 : PRICE))
      const [connection] = await listInstagram(server)
      expect(connection?.status).toBe(error?.action === 'reconnect' ? 'expired' : 'active')
      const { rows } = await sql<{ said: string }>`select post_items::text as said from post_items`.execute(server.db)
      for (const { said } of rows) expect(said).not.toMatch(/ig-(?:short|long|page)-/)
    },
  )
})

describe('every post type is posted once, with media that Instagram fetched from this server:', () => {
  it.each([
    ['instagram-feed', ['video'], 'VIDEO'],
    ['instagram-feed', ['picture', 'video', 'picture'], 'CAROUSEL_ALBUM'],
    ['instagram-reel', ['video'], 'VIDEO'],
    ['instagram-story', ['picture'], 'IMAGE'],
    ['instagram-story', ['video'], 'VIDEO'],
  ] as const)('%s of %j', async (post_type, kinds, mediaType) => {
    const text = post_type === 'instagram-story' ? {} : { first_comment: 'The first comment' }
    const content = post_type === 'instagram-story' ? '' : CONTENT
    const media_ids = kinds.map((kind) => media[kind])
    const { post_id: id } = await createDraft(server, {
      items: [{ post_type, content, media_ids, connection_id: connectionId, ...text }],
    })
    await publish(server, id)
    const { items } = await untilEnded(server, clock, id)
    const [shown, ...more] = instagram.state.posts
    expect(more).toEqual([])
    expect(items[0]).toMatchObject({ status: 'posted', platform_post_id: shown?.id, platform_url: shown?.permalink })
    expect(shown).toMatchObject({ mediaType, caption: content, comments: Object.values(text) })
    const fetched = shown?.containers.flatMap(({ image_url, video_url }) => image_url ?? video_url ?? [])
    expect(fetched).toHaveLength(kinds.length)
    for (const address of fetched ?? []) expect(address).toContain(`${server.url}/api/v1/media/`)
  })
})
