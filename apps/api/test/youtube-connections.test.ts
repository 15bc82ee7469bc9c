import { connectionHealthSchema, connectionLimitsSchema, platformChoicesSchema } from '@powerpost/contract'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createGuardedFetch } from '#outbound/index.ts'
import { createYouTube } from '#platforms/youtube/index.ts'
import { createTestCounter } from '#platforms/youtube/testing/counter.ts'
import type { YouTubeServer } from './fake-platforms/youtube-server.ts'
import { startYouTube } from './fake-platforms/youtube-server.ts'
import { addAccount, headersOf } from './harness/add-tenant.ts'
import { createDraft, preflight } from './harness/drafts.ts'
import { createOpenerOf, createRefreshParts } from './harness/connections.ts'
import type { MovableClock } from './harness/movable-clock.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import {
  connectChannel,
  listChannels,
  signInToYouTube,
  startYouTubeSignIn,
  youTubeSettingsOf,
} from './harness/youtube.ts'

const PATH = '/api/v1/connections'
const SCOPE = 'https://www.googleapis.com/auth/'
const BOUNDS = { allowPrivate: true, timeoutMs: 10_000, maxBytes: 100_000, maxRedirects: 0, userAgent: 'PowerPost' }

let server: TestServer
let youtube: YouTubeServer
let clock: MovableClock

beforeAll(async () => {
  clock = createMovableClock()
  youtube = await startYouTube({ clock })
  server = await startTestServer({ work: false, clock, environment: youTubeSettingsOf(youtube) })
})
afterAll(async () => {
  await server.stop()
  await youtube.stop()
})
afterEach(async () => {
  expect(youtube.state.complaints).toEqual([])
  youtube.state.repair()
  for (const table of ['connections', 'connection_requests', 'app_quotas']) {
    await sql`delete from ${sql.table(table)}`.execute(server.db)
  }
})

const parts = () => {
  const { url, authorizeUrl, tokenUrl, app } = youtube
  const { connector } = createYouTube({
    fetch: createGuardedFetch(BOUNDS),
    clock,
    counter: createTestCounter(),
    countAccounts: async () => 1,
    apiUrl: url,
    uploadUrl: url,
    authorizeUrl,
    tokenUrl,
    ...app,
  })
  if (!connector) throw new Error('YouTube connects channels')
  return createRefreshParts({ db: server.db, clock, connector })
}

const read = async (path: string) => (await server.request(`${PATH}/${path}`)).json() as Promise<unknown>

describe('a sign-in at Google', () => {
  it('asks for lasting access and all permissions, with a challenge', async () => {
    const link = new URL((await startYouTubeSignIn(server)).authorize_url)
    expect(link.origin + link.pathname).toBe(youtube.authorizeUrl)
    expect(Object.fromEntries(link.searchParams)).toMatchObject({
      access_type: 'offline',
      prompt: 'consent',
      code_challenge_method: 'S256',
      redirect_uri: `${server.url}${PATH}/callback`,
      scope: `${SCOPE}youtube.upload ${SCOPE}youtube.readonly ${SCOPE}youtube.force-ssl`,
    })
  })

  it('connects the channel that was chosen, and leaves no token that can be read', async () => {
    youtube.state.channels.set('UC2', { title: 'Second <b>Channel</b>' })
    expect(await connectChannel(server, youtube, { channelId: 'UC2' })).toMatchObject({
      platform: 'youtube',
      platform_account_id: 'UC2',
      display_name: 'Second <b>Channel</b>',
      status: 'active',
      expires_at: null,
    })
    await connectChannel(server, youtube)
    expect(await listChannels(server)).toHaveLength(2)
    const { rows } = await sql<{ all: string }>`
      select concat((select string_agg(row_to_json(c)::text, '') from connections c),
        (select string_agg(row_to_json(r)::text, '') from connection_requests r)) as all`.execute(server.db)
    expect(rows[0]?.all).not.toMatch(/yt-access-|yt-refresh-|yt-code-/)
  })

  it.each([
    [
      'a permission that is needed was left out',
      { scopes: [`${SCOPE}youtube.readonly`] },
      '"Manage your YouTube videos"',
    ],
    ['the account has no channel', { channelId: 'UCnone' }, 'has no YouTube channel'],
    ['the person denies access', { said: 'deny' }, 'You did not allow access'],
  ] as const)('says so when %s', async (_, choice, text) => {
    const page = await signInToYouTube(server, youtube, choice)
    expect([page.status, page.text.replaceAll('&quot;', '"')]).toEqual([410, expect.stringContaining(text)])
    expect(await listChannels(server)).toEqual([])
  })

  it('connects nothing without lasting access', async () => {
    youtube.state.manner.noRefreshToken = true
    expect((await signInToYouTube(server, youtube)).text).toContain('Google gave no lasting access')
    expect(await listChannels(server)).toEqual([])
  })

  it('connects a channel whose owner left playlists and comments out', async () => {
    const scopes = [`${SCOPE}youtube.upload`, `${SCOPE}youtube.readonly`]
    const { connection_id } = await connectChannel(server, youtube, { scopes })
    const health = connectionHealthSchema.parse(await read(`${connection_id}/health`))
    expect(health).toMatchObject({ status: 'active', scopes: { missing: [] } })
  })

  it('of an app in testing shows when the access ends', async () => {
    youtube.state.manner.refreshLifeSeconds = 604_799
    const { expires_at } = await connectChannel(server, youtube)
    expect(Date.parse(expires_at ?? '') - clock.now().getTime()).toBeCloseTo(604_799_000, -4)
  })
})

describe('the tokens of a channel', () => {
  it('are renewed by a refresh token that stays, by one of many that ask at once', async () => {
    const { connection_id } = await connectChannel(server, youtube)
    const before = youtube.state.refreshes
    for (let renewal = 1; renewal <= 3; renewal += 1) {
      clock.move({ hours: 2 })
      const opened = await createOpenerOf(parts(), server.db, connection_id)
      const signal = AbortSignal.timeout(10_000)
      const tokens = await Promise.all(Array.from({ length: 5 }, () => opened().accessToken(signal)))
      expect(new Set(tokens).size).toBe(1)
      expect(youtube.state.refreshes).toBe(before + renewal)
    }
  })

  it('end where Google says that the grant is not good any more, and not by a fault of Google', async () => {
    const { connection_id } = await connectChannel(server, youtube)
    youtube.state.manner.failRefreshes = 1000
    clock.move({ hours: 2 })
    const ask = async () =>
      (await createOpenerOf(parts(), server.db, connection_id))().accessToken(AbortSignal.timeout(10_000))
    await expect(ask()).rejects.toMatchObject({ failure: 'retry' })
    youtube.state.manner.failRefreshes = 0
    youtube.state.refresh.clear()
    await expect(ask()).rejects.toMatchObject({ failure: 'reconnect', platformError: '400 invalid_grant' })
  })

  it('are kept at Google while another workspace has the same channel, and given up by the last', async () => {
    const headers = headersOf(await addAccount(server.db))
    const tenant: Pick<TestServer, 'request' | 'post'> = {
      request: (path, init) => server.request(path, { ...init, headers }),
      post: (path, body) => server.post(path, body, headers),
    }
    const { connection_id } = await connectChannel(server, youtube)
    const { connection_id: theirs } = await connectChannel(tenant, youtube)
    await server.request(`${PATH}/${connection_id}`, { method: 'DELETE' })
    expect(youtube.state.revoked).toEqual([])
    expect(await listChannels(tenant)).toMatchObject([{ status: 'active' }])
    await tenant.request(`${PATH}/${theirs}`, { method: 'DELETE' })
    expect(youtube.state.revoked).toEqual([expect.stringContaining('yt-refresh-')])
  })

  it('are given up with the connection', async () => {
    const { connection_id } = await connectChannel(server, youtube)
    expect((await server.request(`${PATH}/${connection_id}`, { method: 'DELETE' })).status).toBe(200)
    expect(youtube.state.revoked).toEqual([expect.stringContaining('yt-refresh-')])
    expect(await listChannels(server)).toEqual([])
  })
})

describe('what a channel has', () => {
  it('are playlists of its own, and categories that uploads can be in', async () => {
    const { connection_id } = await connectChannel(server, youtube)
    const playlists = platformChoicesSchema.parse(await read(`${connection_id}/choices/playlists`))
    expect(playlists.choices).toEqual([{ option: 'playlist_id', value: 'PL1', label: 'News' }])
    const categories = platformChoicesSchema.parse(await read(`${connection_id}/choices/categories`))
    expect(categories.choices).toContainEqual({ option: 'category_id', value: '28', label: 'Science & Technology' })
    expect(JSON.stringify(categories.choices)).not.toContain('Short Movies')
  })

  it('is asked for once by many at once, and once a minute where YouTube fails', async () => {
    const { connection_id } = await connectChannel(server, youtube)
    const asked = () => youtube.requests.filter((name) => name === 'GET /youtube/v3/playlists').length
    const ask = () => server.request(`${PATH}/${connection_id}/choices/playlists`)
    const askAtOnce = async () => {
      const before = asked()
      const statuses = (await Promise.all(Array.from({ length: 20 }, ask))).map(({ status }) => status)
      return { questions: asked() - before, statuses: [...new Set(statuses)].sort() }
    }
    const first = await askAtOnce()
    expect(first.questions).toBe(1)
    expect(first.statuses).toContain(200)
    expect((await ask()).status).toBe(200)
    await sql`update connections set choices = null`.execute(server.db)
    youtube.spoil('GET /youtube/v3/playlists', { kind: 'answer', status: 503 }, 2)
    expect(await askAtOnce()).toEqual({ questions: 1, statuses: [503] })
    expect(await askAtOnce()).toEqual({ questions: 0, statuses: [503] })
    clock.move({ seconds: 61 })
    expect(await askAtOnce()).toEqual({ questions: 1, statuses: [503] })
    clock.move({ seconds: 61 })
    expect((await ask()).status).toBe(200)
  })

  it('is what is left of the quotas of the app, the same for all channels, and preflight warns', async () => {
    youtube.state.channels.set('UC2', { title: 'Second' })
    await connectChannel(server, youtube)
    const { connection_id } = await connectChannel(server, youtube, { channelId: 'UC2' })
    const limits = async () => connectionLimitsSchema.parse(await read(`${connection_id}/limits`)).limits
    expect(await limits()).toMatchObject([
      { name: 'uploads_day', used: 0, total: 100, scope: 'app' },
      { name: 'units_day', used: 2, total: 10_000, scope: 'app' },
    ])
    await sql`update app_quotas set used = 9990`.execute(server.db)
    const [, units] = await limits()
    expect(units).toMatchObject({ used: 9990 })
    const pacific = new Intl.DateTimeFormat('en', {
      timeZone: 'America/Los_Angeles',
      timeStyle: 'medium',
      hourCycle: 'h23',
    })
    expect(pacific.format(new Date(units?.resets_at ?? ''))).toBe('00:00:00')
    await sql`insert into app_quotas select platform, app, day, 'uploads_day', 100, updated_at from app_quotas`.execute(
      server.db,
    )
    const item = { post_type: 'youtube-video', title: 'T', content: 'C', connection_id } as const
    const { problems } = await preflight(server, { items: [item] })
    expect(problems.filter(({ rule }) => rule === 'quota')).toEqual([
      expect.objectContaining({ severity: 'warning', message: expect.stringContaining('0 of 100') }),
    ])
  })

  it('is a shorter longest video where no phone number was confirmed', async () => {
    youtube.state.manner.longUploadsStatus = 'eligible'
    const { connection_id } = await connectChannel(server, youtube)
    expect(await read(`${connection_id}/capabilities`)).toMatchObject({ video_seconds: 900 })
  })

  it('is chosen for a draft as it is stored', async () => {
    const item = { post_type: 'youtube-video', title: 'T', content: 'C' }
    const { items } = await createDraft(server, {
      items: [item, { ...item, post_type: 'youtube-short', options: { privacy_status: 'unlisted' } }],
    })
    expect(items.map(({ options }) => options)).toEqual([
      { privacy_status: 'public', made_for_kids: false },
      { privacy_status: 'unlisted', made_for_kids: false },
    ])
  })
})
