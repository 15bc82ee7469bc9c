import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { reportEnds } from '#features/connections/report-ends.ts'
import { renewDue } from '#features/connections/tokens/renew-due.ts'
import { createFacebook } from '#platforms/facebook/index.ts'
import { createGuardedFetch } from '#outbound/index.ts'
import { connectionHealthSchema } from '@powerpost/contract'
import type { FacebookServer } from './fake-platforms/facebook-server.ts'
import { startFacebook } from './fake-platforms/facebook-server.ts'
import { createRefreshParts } from './harness/connections.ts'
import {
  connectPages,
  facebookSettingsOf,
  listAllConnections,
  signInToFacebook,
  startFacebookSignIn,
} from './harness/facebook.ts'
import type { MovableClock } from './harness/movable-clock.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { readRequest } from './harness/sign-in.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'

const BOUNDS = { allowPrivate: true, timeoutMs: 10_000, maxBytes: 100_000, maxRedirects: 0, userAgent: 'PowerPost' }
const PAGES = ['Power Post', 'Second Page', 'Third Page'] as const

let server: TestServer
let facebook: FacebookServer
let clock: MovableClock

beforeAll(async () => {
  clock = createMovableClock()
  facebook = await startFacebook({ clock })
  server = await startTestServer({ work: false, clock, environment: facebookSettingsOf(facebook) })
})
afterAll(async () => {
  await server.stop()
  await facebook.stop()
})
afterEach(async () => {
  expect(facebook.state.complaints).toEqual([])
  facebook.state.repair()
  facebook.state.tokens.clear()
  await sql`delete from connections`.execute(server.db)
  await sql`delete from connection_requests`.execute(server.db)
  await sql`delete from webhook_events`.execute(server.db)
})

const parts = () => {
  const { apiUrl, authorizeUrl, app } = facebook
  const host = { fetch: createGuardedFetch(BOUNDS), clock, apiUrl, version: 'v26.0', appSecret: app.clientSecret }
  const { connector } = createFacebook({ host, clock, authorizeUrl, ...app, configId: undefined })
  if (!connector) throw new Error('Facebook connects pages')
  return createRefreshParts({ db: server.db, clock, connector })
}

const tokenOf = async (id: string) =>
  (await server.db.selectFrom('connections').selectAll().where('id', '=', id).executeTakeFirstOrThrow()).access_token

describe('a sign-in at Facebook', () => {
  it('asks for the permissions one by one, and sends the person back', async () => {
    const link = new URL((await startFacebookSignIn(server)).authorize_url)
    expect(link.origin + link.pathname).toBe(facebook.authorizeUrl)
    expect(link.searchParams.get('redirect_uri')).toBe(`${server.url}/api/v1/connections/callback`)
    expect(link.searchParams.get('scope')?.split(',')).toEqual(
      expect.arrayContaining(['pages_manage_posts', 'instagram_content_publish', 'business_management']),
    )
  })

  it('reaches three pages and an Instagram account: those that are chosen are connected', async () => {
    const { requestId } = await signInToFacebook(server, facebook)
    const { choices = [] } = await readRequest(server, requestId)
    expect(choices.map(({ display_name, kind }) => [display_name, kind])).toEqual([
      ['Power Post', 'page'],
      ['Second Page', 'page'],
      ['@secondpage', 'profile'],
      ['Third Page', 'page'],
    ])
    const connections = await connectPages(server, facebook, ['Power Post', 'Second Page', '@secondpage'])
    expect(connections.map((one) => [one.platform, one.platform_account_id, one.status])).toEqual([
      ['facebook', '4711', 'active'],
      ['facebook', '4712', 'active'],
      ['instagram', '17841400000000001', 'active'],
    ])
    expect(await listAllConnections(server)).toHaveLength(3)
    const { rows } = await sql<{ all: string }>`
      select concat((select string_agg(row_to_json(c)::text, '') from connections c),
        (select string_agg(row_to_json(r)::text, '') from connection_requests r)) as all`.execute(server.db)
    expect(rows[0]?.all).not.toContain('EAA')
  })

  it('connects the only page at once', async () => {
    const { page } = await signInToFacebook(server, facebook, { pageIds: ['4713'] })
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('Connected as Third Page')])
  })

  it('offers no page that the person may not post to, and names the task where there is no other', async () => {
    const [first, second] = facebook.state.pages
    if (!first || !second) throw new Error('There are three pages')
    const { tasks } = first
    first.tasks = ['MODERATE']
    try {
      const { requestId } = await signInToFacebook(server, facebook)
      const { choices = [] } = await readRequest(server, requestId)
      expect(choices.map(({ display_name }) => display_name)).not.toContain('Power Post')
      const { page } = await signInToFacebook(server, facebook, { pageIds: ['4711'] })
      expect(page.text).toContain('CREATE_CONTENT')
    } finally {
      first.tasks = tasks
    }
  })

  it('names the permission that was not granted', async () => {
    const { page } = await signInToFacebook(server, facebook, { withhold: ['pages_manage_posts'] })
    expect(page.text).toContain('pages_manage_posts is missing')
    expect(await listAllConnections(server)).toEqual([])
  })

  it('offers no Instagram account without the permission to publish there', async () => {
    const { requestId } = await signInToFacebook(server, facebook, { withhold: ['instagram_content_publish'] })
    const { choices = [] } = await readRequest(server, requestId)
    expect(choices.map(({ display_name }) => display_name)).toEqual(PAGES)
  })

  it('says so when the person denies access', async () => {
    const { page } = await signInToFacebook(server, facebook, { deny: true })
    expect(page.text).toContain('You did not allow access')
  })
})

describe('the tokens of a page', () => {
  const connect = async () => {
    const [connection] = await connectPages(server, facebook, ['Power Post'])
    if (!connection) throw new Error('It is not connected')
    return connection
  }

  it('are renewed by the sweep before the token of the person ends, over and over', async () => {
    const { connection_id } = await connect()
    facebook.state.facebook.dataAccessMs = 0
    for (let renewal = 1; renewal <= 4; renewal += 1) {
      const [before, extended] = [await tokenOf(connection_id), facebook.state.extended]
      clock.move({ hours: 24 * 31 })
      await renewDue(parts())
      expect(facebook.state.extended).toBe(extended + 1)
      expect(await tokenOf(connection_id)).not.toBe(before)
    }
    const response = await server.request(`/api/v1/connections/${connection_id}/health`)
    const health = connectionHealthSchema.parse(await response.json())
    expect(health).toMatchObject({ status: 'active', last_error: null, scopes: { missing: [] } })
  })

  it('keep their permissions, for a page and the Instagram account behind it', async () => {
    const connections = await connectPages(server, facebook, ['Second Page', '@secondpage'], { pageIds: ['4712'] })
    facebook.state.facebook.dataAccessMs = 0
    const granted = async () => {
      const rows = await server.db.selectFrom('connections').select('scopes').orderBy('display_name').execute()
      return rows.map(({ scopes }) => scopes.toSorted())
    }
    const before = await granted()
    expect(connections).toHaveLength(2)
    expect(before.flat()).toContain('instagram_content_publish')
    clock.move({ hours: 24 * 41 })
    await renewDue(parts())
    expect(await granted()).toEqual(before)
  })

  it('stay where the token of the person has ended and the page was not refused', async () => {
    const { connection_id } = await connect()
    facebook.state.facebook.dataAccessMs = 0
    for (const [token, { kind }] of facebook.state.tokens) if (kind === 'user') facebook.state.refused.add(token)
    clock.move({ hours: 24 * 41 })
    await renewDue(parts())
    expect((await listAllConnections(server))[0]?.status).not.toBe('expired')
    expect((await tokenOf(connection_id))?.length).toBeGreaterThan(0)
  })

  it('end when the person took the access away, and only then', async () => {
    await connect()
    clock.move({ hours: 24 * 41 })
    facebook.state.answerInstead('POST /oauth/access_token', { status: 503 }, { status: 503 })
    await renewDue(parts())
    expect((await listAllConnections(server))[0]?.status).toBe('active')
    for (const token of facebook.state.tokens.keys()) facebook.state.refused.add(token)
    clock.move({ hours: 2 })
    await renewDue(parts())
    expect((await listAllConnections(server))[0]?.status).toBe('expired')
  })

  it('are announced before Facebook wants the person back', async () => {
    const events = ['connection.expiring']
    await server.post('/api/v1/webhooks/endpoints', { url: 'https://webhooks.invalid/powerpost', events })
    const { expires_at } = await connect()
    const days = (Date.parse(expires_at ?? '') - clock.now().getTime()) / 86_400_000
    expect(Math.round(days)).toBe(90)
    clock.move({ hours: 24 * 84 })
    await reportEnds(parts())
    const rows = await server.db.selectFrom('webhook_events').selectAll().execute()
    expect(JSON.stringify(rows)).toContain('connection.expiring')
    expect((await listAllConnections(server))[0]?.status).toBe('expiring')
  })
})
