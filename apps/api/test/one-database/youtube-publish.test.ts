import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { PostError } from '@powerpost/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { YouTubeServer } from '../fake-platforms/youtube-server.ts'
import { startYouTube } from '../fake-platforms/youtube-server.ts'
import { addAccount, headersOf } from '../harness/add-tenant.ts'
import { createDraft } from '../harness/drafts.ts'
import { readBooks } from '../harness/ledger.ts'
import type { MovableClock } from '../harness/movable-clock.ts'
import { createMovableClock } from '../harness/movable-clock.ts'
import { publish, untilEnded } from '../harness/posts.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { connectChannel, listChannels, youTubeSettingsOf } from '../harness/youtube.ts'
import { makeMediaFiles } from '../media-files/index.ts'

const CONTENT = 'All about it & more: https://example.com/dark?a=1&b=2'

let youtube: YouTubeServer
let server: TestServer
let clock: MovableClock
let connectionId: string
let videoId: string
let pictureId: string
let sha256: string

beforeAll(async () => {
  clock = createMovableClock()
  youtube = await startYouTube({ clock })
  server = await startTestServer({ clock, environment: youTubeSettingsOf(youtube), credits: 10_000 })
  const files = await makeMediaFiles()
  // As an MP4 may end, and long enough for two parts.
  const padding = Buffer.alloc(300_000)
  padding.writeUInt32BE(padding.length)
  padding.write('free', 4)
  const video = Buffer.concat([await readFile(files.mp4), padding])
  sha256 = createHash('sha256').update(video).digest('hex')
  videoId = await upload(video, 'mine.mp4', 'video')
  pictureId = await upload(await readFile(files.jpeg), 'cover.jpg', 'image')
})
beforeEach(async () => {
  youtube.state.repair()
  youtube.faults.clear()
  await sql`delete from publishing_pauses`.execute(server.db)
  await sql`delete from app_quotas`.execute(server.db)
  ;({ connection_id: connectionId } = await connectChannel(server, youtube))
})
afterAll(async () => {
  await server.stop()
  await youtube.stop()
  expect(youtube.state.complaints).toEqual([])
})

async function upload(bytes: Uint8Array<ArrayBuffer>, name: string, type: string): Promise<string> {
  const form = new FormData()
  form.append('file', new Blob([bytes]), name)
  form.append('type', type)
  const response = await server.request('/api/v1/media/upload', { method: 'POST', body: form })
  expect(response.status).toBe(200)
  return ((await response.json()) as { media_id: string }).media_id
}

const draftOf = (more: object = {}) => ({
  items: [
    {
      post_type: 'youtube-video',
      title: 'Dark mode is here',
      content: CONTENT,
      connection_id: connectionId,
      media: [{ media_id: videoId, cover: { media_id: pictureId } }],
      options: { playlist_id: 'PL1' },
      first_comment: 'First!',
      ...more,
    },
  ],
})

interface Case {
  readonly spoil: (youtube: YouTubeServer) => void
  /** Videos that the channel has. */
  readonly videos: number
  /** Absent: it is posted. */
  readonly error?: Partial<PostError>
  /** Of the item that is posted, each the beginning of its message. */
  readonly warnings?: readonly string[]
}

const answer = (status: number, headers: Record<string, string> = {}) => ({ kind: 'answer', status, headers }) as const
const [cut, cutAfter] = [{ kind: 'cut' } as const, { kind: 'cut after' } as const]
const UNKNOWN = { code: 'OUTCOME_UNKNOWN', action: 'check' } as const
const failed = (action: PostError['action'], platform_error: string) =>
  ({ code: 'PUBLISH_FAILED', action, platform_error }) as const
const INSERT = 'POST /youtube/v3/playlistItems'
const THUMBNAIL = 'POST /upload/youtube/v3/thumbnails/set'

const CASES: Readonly<Record<string, Case>> = {
  'takes a video': { spoil: () => {}, videos: 1 },
  'has a fault of its own on the way': { spoil: ({ faults }) => faults.spoil('prepare', answer(503), 3), videos: 1 },
  'takes no more requests on the way': {
    spoil: ({ faults }) => faults.spoil('prepare', answer(429, { 'retry-after': '60' }), 2),
    videos: 1,
  },
  'breaks steps on the way off before their effect': {
    spoil: ({ faults }) => faults.spoil('prepare', cut, 3),
    videos: 1,
  },
  'breaks steps on the way off after their effect': {
    spoil: ({ faults }) => faults.spoil('prepare', cutAfter, 3),
    videos: 1,
  },
  'breaks a part off after its effect': { spoil: (it) => it.spoil('PUT part', cutAfter), videos: 1 },
  'breaks the line in the middle of each part': {
    spoil: ({ state }) => (state.manner.breakEveryBytes = 290_000),
    videos: 1,
  },
  'breaks the last part off before its effect': { spoil: ({ faults }) => faults.spoil('publish', cut), videos: 1 },
  'breaks the last part off after its effect': { spoil: ({ faults }) => faults.spoil('publish', cutAfter), videos: 1 },
  'answers the last part 500 before its effect': {
    spoil: ({ faults }) => faults.spoil('publish', answer(500)),
    videos: 1,
  },
  'answers the last part 503 after its effect': {
    spoil: ({ faults }) => faults.spoil('publish', { kind: 'answer after', status: 503 }),
    videos: 1,
  },
  'breaks the last part off after its effect, and forgets the session': {
    spoil: ({ faults, state }) => {
      faults.spoil('publish', cutAfter)
      state.manner.forgetSessions = true
    },
    videos: 1,
  },
  'breaks the last part off after its effect, forgets the session, and shows the video late': {
    spoil: ({ faults, state }) => {
      faults.spoil('publish', cutAfter)
      state.manner.forgetSessions = true
      state.manner.lateBy = 3
    },
    videos: 1,
  },
  'breaks the last part off after its effect, and does not say how the session is': {
    spoil: ({ faults }) => {
      faults.spoil('publish', cutAfter)
      faults.spoil('look up', answer(500), Infinity)
    },
    videos: 1,
    error: UNKNOWN,
  },
  'breaks every last part off': {
    spoil: ({ faults }) => faults.spoil('publish', cut, Infinity),
    videos: 0,
    error: UNKNOWN,
  },
  'forgets the session on the way': {
    spoil: (it) => it.spoil('PUT part', answer(404)),
    videos: 1,
  },
  'works on the video for a while': { spoil: ({ state }) => (state.manner.processLooks = 4), videos: 1 },
  'works on the video for hours': { spoil: ({ state }) => (state.manner.processLooks = 1000), videos: 1 },
  'cannot process the video': {
    spoil: ({ state }) => (state.manner.processedInVain = { status: 'failed', reason: 'codec' }),
    videos: 1,
    error: failed('change', 'failed codec'),
  },
  'rejects the video': {
    spoil: ({ state }) => (state.manner.processedInVain = { status: 'rejected', reason: 'duplicate' }),
    videos: 1,
    error: failed('change', 'rejected duplicate'),
  },
  'refuses the title': {
    spoil: ({ state }) => (state.manner.refuseUploads = { status: 400, reason: 'invalidTitle' }),
    videos: 0,
    error: failed('change', '400 invalidTitle'),
  },
  'suspended the channel': {
    spoil: ({ state }) => (state.manner.refuseUploads = { status: 403, reason: 'authenticatedUserAccountSuspended' }),
    videos: 0,
    error: failed('change', '403 authenticatedUserAccountSuspended'),
  },
  'refuses the access token': { spoil: ({ state }) => refuseTokens(state), videos: 1 },
  'takes the access away': {
    spoil: ({ state }) => {
      refuseTokens(state)
      state.refresh.clear()
    },
    videos: 0,
    error: failed('reconnect', '400 invalid_grant'),
  },
  'keeps the video private': {
    spoil: ({ state }) => (state.manner.unaudited = true),
    videos: 1,
    warnings: ['The video is private on YouTube, not public', 'The first comment was not posted.'],
  },
  'does not take the thumbnail': {
    spoil: (it) => it.spoil(THUMBNAIL, answer(403)),
    videos: 1,
    warnings: ['The thumbnail was not set.'],
  },
  'has a fault at the thumbnail once': { spoil: (it) => it.spoil(THUMBNAIL, answer(503)), videos: 1 },
  'has no such playlist': {
    spoil: ({ state }) => state.playlists.clear(),
    videos: 1,
    warnings: ['The video was not added to the playlist. The channel has no such playlist.'],
  },
  'loses the answer about the playlist': { spoil: (it) => it.spoil(INSERT, cutAfter), videos: 1 },
  'loses the answer about the playlist, and the request': {
    spoil: (it) => it.spoil(INSERT, cut),
    videos: 1,
    warnings: ['YouTube did not confirm whether the video is in the playlist.'],
  },
}

function refuseTokens({ access, refused }: YouTubeServer['state']): void {
  for (const token of access.keys()) refused.add(token)
}

describe('YouTube, through the engine,', () => {
  it.each(Object.entries(CASES).map(([name, one]) => ({ name, end: one.error?.action ?? 'posted once', ...one })))(
    'that $name: $end',
    async ({ spoil, videos, error, warnings = [] }) => {
      const { balance } = await readBooks(server.db)
      spoil(youtube)
      const { post_id: id } = await createDraft(server, draftOf())
      await publish(server, id)
      const post = await untilEnded(server, clock, id)
      expect(youtube.state.videos).toHaveLength(videos)
      const [item] = post.items
      const [video] = youtube.state.videos
      if (error) expect(item).toMatchObject({ status: 'failed', error })
      else {
        expect(item).toMatchObject({ status: 'posted', platform_post_id: video?.id, attempts: 1 })
        expect(item?.platform_url).toBe(`https://www.youtube.com/watch?v=${video?.id}`)
        expect(item?.warnings?.map(({ message }) => message) ?? []).toEqual(
          warnings.map((said) => expect.stringContaining(said)),
        )
      }
      if (video) expect(video).toMatchObject({ title: 'Dark mode is here', description: CONTENT, sha256 })
      const playlist = youtube.state.playlists.get('PL1')?.videoIds ?? []
      expect(new Set(playlist).size).toBe(playlist.length)
      expect(video?.comments.length ?? 0).toBeLessThanOrEqual(1)
      expect((await readBooks(server.db)).balance).toBe(balance - (error ? 0 : post.credits_used))
      const [connection] = await listChannels(server)
      expect(connection?.status).toBe(error?.action === 'reconnect' ? 'expired' : 'active')
      const { rows } = await sql<{ said: string }>`select post_items::text as said from post_items`.execute(server.db)
      for (const { said } of rows) expect(said).not.toMatch(/yt-access-|yt-refresh-/)
    },
  )
})

it('all options reach YouTube, with what was not chosen as it was shown', async () => {
  const options = {
    tags: ['dark mode', 'ui'],
    category_id: '28',
    language: 'en',
    notify_subscribers: false,
    license: 'creativeCommon',
    embeddable: false,
    ai_generated: true,
    publish_at: '2027-06-01T12:00:00+02:00',
  }
  const { post_id, items } = await createDraft(server, draftOf({ options, first_comment: '' }))
  expect(items[0]?.options).toEqual({ ...options, privacy_status: 'private', made_for_kids: false })
  await publish(server, post_id)
  expect(await untilEnded(server, clock, post_id)).toMatchObject({ outcome: 'all' })
  expect(youtube.state.videos).toMatchObject([
    {
      notifySubscribers: false,
      thumbnail: { mimeType: 'image/jpeg' },
      fields: {
        snippet: {
          tags: options.tags,
          categoryId: '28',
          defaultLanguage: 'en',
          defaultAudioLanguage: 'en',
        },
        status: {
          privacyStatus: 'private',
          selfDeclaredMadeForKids: false,
          containsSyntheticMedia: true,
          license: 'creativeCommon',
          embeddable: false,
          publishAt: '2027-06-01T10:00:00.000Z',
        },
      },
    },
  ])
})

describe('uploads of the app that are used up', () => {
  const useUp = async (name = 'uploads_day', used = 100): Promise<void> => {
    const now = clock.now()
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles' }).format(now)
    const row = {
      platform: 'youtube',
      app: youtube.app.clientId,
      day,
      name,
      used,
      updated_at: now,
    } as const
    await server.db.insertInto('app_quotas').values(row).execute()
  }
  const asked = () => youtube.requests.filter((name) => name === 'POST /upload/youtube/v3/videos').length

  it('make an item wait for midnight Pacific Time, without an attempt and without asking YouTube', async () => {
    await useUp()
    const before = asked()
    const { post_id } = await createDraft(server, draftOf())
    await publish(server, post_id)
    await expect.poll(async () => (await listChannels(server))[0]?.held_until ?? null).not.toBeNull()
    const [channel] = await listChannels(server)
    const pacific = new Intl.DateTimeFormat('en', {
      timeZone: 'America/Los_Angeles',
      timeStyle: 'medium',
      hourCycle: 'h23',
    })
    expect(pacific.format(new Date(channel?.held_until ?? ''))).toBe('00:00:00')
    expect([asked(), youtube.state.videos]).toEqual([before, []])
    clock.move({ seconds: (Date.parse(channel?.held_until ?? '') - clock.now().getTime()) / 1000 + 1 })
    const { items } = await untilEnded(server, clock, post_id)
    expect(items).toMatchObject([{ status: 'posted', attempts: 1 }])
  })

  it('by one account make its items wait, and nobody else', async () => {
    const other = await addAccount(server.db)
    const { account_id } = await server.db
      .selectFrom('connections')
      .select('account_id')
      .where('id', '=', connectionId)
      .executeTakeFirstOrThrow()
    const headers = headersOf(other)
    await connectChannel(
      {
        request: (path, init) => server.request(path, { ...init, headers }),
        post: (path, body) => server.post(path, body, headers),
      },
      youtube,
    )
    await useUp(`uploads_day_account:${account_id}`, 50)
    const before = asked()
    const { post_id } = await createDraft(server, draftOf())
    await publish(server, post_id)
    await expect.poll(async () => (await listChannels(server))[0]?.held_until ?? null).not.toBeNull()
    const pauses = await server.db.selectFrom('publishing_pauses').select('connection_id').execute()
    expect(pauses).toEqual([{ connection_id: connectionId }])
    expect(asked()).toBe(before)
    await server.db.deleteFrom('connections').where('account_id', '=', other.accountId).execute()
  })

  it('fail an item that may not wait', async () => {
    await useUp()
    const before = asked()
    const { post_id } = await createDraft(server, draftOf({ on_limit: 'fail' }))
    await publish(server, post_id)
    const { items } = await untilEnded(server, clock, post_id)
    expect(items).toMatchObject([
      {
        status: 'failed',
        error: { action: 'retry', message: expect.stringContaining('100 uploads at YouTube for today') },
      },
    ])
    expect(asked()).toBe(before)
  })
})
