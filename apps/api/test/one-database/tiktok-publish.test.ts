import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { PostError } from '@powerpost/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TikTokServer } from '../fake-platforms/tiktok-server.ts'
import { startTikTok } from '../fake-platforms/tiktok-server.ts'
import { createDraft, preflight, readPost } from '../harness/drafts.ts'
import { readBooks } from '../harness/ledger.ts'
import type { MovableClock } from '../harness/movable-clock.ts'
import { createMovableClock } from '../harness/movable-clock.ts'
import { publish, untilEnded } from '../harness/posts.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { CHOSEN, CHOSEN_FOR_PHOTOS, connectTikTok, listTikTok, padVideo, tiktokSettings } from '../harness/tiktok.ts'
import { encodeVideo, makeMediaFiles } from '../media-files/index.ts'

const PRICE = 1
const CONTENT = 'Dark mode is here & everywhere #dark'
/** Two chunks, as the server cuts it. */
const LARGE = 12_500_000

let tiktok: TikTokServer
let server: TestServer
let clock: MovableClock
let connectionId: string
let media: { readonly picture: string; readonly video: string; readonly large: string }
let sha256: string

beforeAll(async () => {
  clock = createMovableClock()
  tiktok = await startTikTok({ clock })
  server = await startTestServer({ clock, environment: tiktokSettings(tiktok), credits: 10_000 })
  const files = await makeMediaFiles()
  const video = await encodeVideo('tiktok.mp4', { width: 360, height: 640, frames: 75, frameRate: 25 })
  const padded = await padVideo(video, LARGE)
  sha256 = createHash('sha256')
    .update(await readFile(padded))
    .digest('hex')
  media = {
    picture: await upload(files.jpeg, 'image'),
    video: await upload(video, 'video'),
    large: await upload(padded, 'video'),
  }
}, 120_000)
beforeEach(async () => {
  tiktok.state.repair()
  tiktok.faults.clear()
  await sql`delete from publishing_pauses`.execute(server.db)
  ;({ connection_id: connectionId } = await connectTikTok(server, tiktok))
})
afterAll(async () => {
  await server.stop()
  await tiktok.stop()
  expect(tiktok.state.complaints).toEqual([])
})

async function upload(path: string, type: string): Promise<string> {
  const form = new FormData()
  form.append('file', new Blob([await readFile(path)]), `mine.${path.split('.').at(-1)}`)
  form.append('type', type)
  const response = await server.request('/api/v1/media/upload', { method: 'POST', body: form })
  expect(response.status, await response.clone().text()).toBe(200)
  return ((await response.json()) as { media_id: string }).media_id
}

interface Case {
  readonly spoil: (tiktok: TikTokServer) => void
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

const CASES: Readonly<Record<string, Case>> = {
  'takes a video': { spoil: () => {} },
  'works on the video for a while': { spoil: ({ state }) => (state.manner.slowly = 5) },
  'takes no more requests on the way': { spoil: ({ faults }) => faults.spoil('prepare', answer(429), 2) },
  'has a fault of its own on the way': { spoil: ({ faults }) => faults.spoil('prepare', answer(503), 3) },
  'breaks steps on the way off before their effect': { spoil: ({ faults }) => faults.spoil('prepare', cut, 3) },
  'breaks steps on the way off after their effect': { spoil: ({ faults }) => faults.spoil('prepare', cutAfter, 3) },
  'breaks the last chunk off before its effect': { spoil: ({ faults }) => faults.spoil('publish', cut) },
  'breaks the last chunk off after its effect': { spoil: ({ faults }) => faults.spoil('publish', cutAfter) },
  'answers the last chunk 500 before its effect': { spoil: ({ faults }) => faults.spoil('publish', answer(500)) },
  'answers the last chunk 503 after its effect': {
    spoil: ({ faults }) => faults.spoil('publish', { kind: 'answer after', status: 503 }),
  },
  'breaks the last chunk off after its effect, and says nothing of it for a while': {
    spoil({ faults, state }) {
      faults.spoil('publish', cutAfter)
      state.manner.slowly = 3
    },
  },
  'breaks every last chunk off': {
    spoil: ({ faults }) => faults.spoil('publish', cut, Infinity),
    posts: 0,
    error: UNKNOWN,
  },
  'takes the text for spam': {
    spoil: ({ state }) => (state.manner.failWith = 'spam_risk_text'),
    posts: 0,
    error: failed('change', 'spam_risk_text'),
  },
  'cannot use the file': {
    spoil: ({ state }) => (state.manner.failWith = 'file_format_check_failed'),
    posts: 0,
    error: failed('change', 'file_format_check_failed'),
  },
  'fails each time': {
    spoil: ({ state }) => (state.manner.failWith = 'internal'),
    posts: 0,
    error: failed('retry', 'internal'),
  },
  'has not audited the app': {
    spoil: ({ state }) => (state.manner.refuseInit = 'unaudited_client_can_only_post_to_private_accounts'),
    posts: 0,
    error: failed('change', '403 unaudited_client_can_only_post_to_private_accounts'),
  },
  'no longer accepts the token, nor renews it': {
    spoil({ state }) {
      for (const token of state.access.keys()) state.refused.add(token)
      for (const token of state.refresh.keys()) state.refused.add(token)
    },
    posts: 0,
    error: { code: 'PUBLISH_FAILED', action: 'reconnect' },
  },
  'has a quota of the account used up for a while': {
    spoil({ state }) {
      state.manner.refuseInit = 'spam_risk_too_many_pending_share'
      setTimeout(() => (state.manner.refuseInit = ''), 300)
    },
  },
  'has the posts of a day used up, and says so when it has the video': {
    spoil({ state }) {
      state.manner.failWith = 'spam_risk_too_many_posts'
      setTimeout(() => (state.manner.failWith = ''), 500)
    },
  },
}

async function post(item: object) {
  const { post_id: id } = await createDraft(server, { items: [{ connection_id: connectionId, ...item }] })
  await publish(server, id)
  return untilEnded(server, clock, id)
}

describe('TikTok, through the engine,', () => {
  it.each(Object.entries(CASES).map(([name, one]) => ({ name, end: one.error?.action ?? 'posted once', ...one })))(
    'that $name: $end',
    async ({ spoil, posts = 1, error }) => {
      const { balance } = await readBooks(server.db)
      spoil(tiktok)
      const item = { post_type: 'tiktok-video', content: CONTENT, media_ids: [media.large], options: CHOSEN }
      const { items } = await post(item)
      expect(tiktok.state.posts).toHaveLength(posts)
      const [shown] = tiktok.state.posts
      if (shown) expect(shown).toMatchObject({ text: CONTENT, sha256 })
      const platform_url = `https://www.tiktok.com/@bakery.main/video/${shown?.id}`
      if (error) expect(items[0]).toMatchObject({ status: 'failed', error })
      else expect(items[0]).toMatchObject({ status: 'posted', platform_post_id: shown?.id, platform_url })
      expect((await readBooks(server.db)).balance).toBe(balance - (error ? 0 : PRICE))
      const [connection] = await listTikTok(server)
      expect(connection?.status).toBe(error?.action === 'reconnect' ? 'expired' : 'active')
      const { rows } = await sql<{ said: string }>`select post_items::text as said from post_items`.execute(server.db)
      for (const { said } of rows) expect(said).not.toMatch(/act\.|rft\./)
    },
  )
})

it('photos are posted once, fetched from this server', async () => {
  const { items } = await post({
    post_type: 'tiktok-photos',
    title: 'Bread',
    content: CONTENT,
    media_ids: [media.picture, media.picture],
    options: { ...CHOSEN_FOR_PHOTOS, photo_cover_index: 1 },
  })
  const [shown, ...more] = tiktok.state.posts
  expect(more).toEqual([])
  expect(shown).toMatchObject({ kind: 'photo', text: CONTENT, info: { title: 'Bread' } })
  const platform_url = `https://www.tiktok.com/@bakery.main/photo/${shown?.id}`
  expect(items[0]).toMatchObject({ status: 'posted', platform_post_id: shown?.id, platform_url })
})

it.each([cut, cutAfter])('photos whose answer is lost (%j) are unknown, and never posted twice', async (fault) => {
  tiktok.faults.spoil('publish', fault)
  const { items } = await post({
    post_type: 'tiktok-photos',
    content: CONTENT,
    media_ids: [media.picture],
    options: CHOSEN_FOR_PHOTOS,
  })
  expect(items[0]).toMatchObject({ status: 'failed', error: UNKNOWN })
  expect(tiktok.state.posts.length).toBeLessThanOrEqual(1)
  expect(tiktok.requests.filter((name) => name.endsWith('/content/init/')).length).toBeGreaterThan(0)
})

it('a video whose moderation takes a while is posted at once, and has its id and address later', async () => {
  tiktok.state.manner.hideIds = 2
  const { post_id, items } = await post({
    post_type: 'tiktok-video',
    content: CONTENT,
    media_ids: [media.video],
    options: CHOSEN,
  })
  expect(items[0]).toMatchObject({ status: 'posted' })
  expect(items[0]).not.toHaveProperty('platform_post_id')
  const id = tiktok.state.posts[0]?.id
  await expect
    .poll(
      async () => {
        clock.move({ seconds: 60 })
        return (await readPost(server, post_id)).items[0]?.platform_post_id
      },
      { timeout: 20_000, interval: 200 },
    )
    .toBe(id)
  expect(tiktok.state.posts).toHaveLength(1)
})

it('a video goes into the inbox without any choice but the mode, and its text is said to be left out', async () => {
  const item = { post_type: 'tiktok-video' as const, content: CONTENT, media_ids: [media.video] }
  const checked = await preflight(server, { items: [{ ...item, options: { mode: 'inbox' } }] })
  expect(checked).toMatchObject({ publishable: true, problems: [{ rule: 'inbox', path: 'items[0].content' }] })
  const { items } = await post({ ...item, options: { mode: 'inbox' } })
  expect(items[0]).toMatchObject({ status: 'posted', warnings: [{ code: 'posted_differently' }] })
  expect(tiktok.state.posts).toEqual([])
})
