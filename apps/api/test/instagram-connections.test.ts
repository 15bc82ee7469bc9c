import { renewDue } from '#features/connections/tokens/renew-due.ts'
import { createGuardedFetch } from '#outbound/index.ts'
import { createInstagram } from '#platforms/instagram/index.ts'
import { connectionHealthSchema, connectionSchema } from '@powerpost/contract'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { InstagramServer } from './fake-platforms/instagram-server.ts'
import { FIRST_USER, startInstagram } from './fake-platforms/instagram-server.ts'
import { createRefreshParts } from './harness/connections.ts'
import { connectInstagram, instagramSettings, listInstagram, startConnecting } from './harness/instagram.ts'
import type { MovableClock } from './harness/movable-clock.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { openPage } from './harness/x.ts'

const DAY_MS = 24 * 3600_000
const BOUNDS = { allowPrivate: true, timeoutMs: 10_000, maxBytes: 100_000, maxRedirects: 0, userAgent: 'PowerPost' }

let server: TestServer
let instagram: InstagramServer
let clock: MovableClock
beforeAll(async () => {
  clock = createMovableClock()
  instagram = await startInstagram({ clock })
  server = await startTestServer({ work: false, clock, environment: instagramSettings(instagram) })
})
afterAll(async () => {
  await server.stop()
  await instagram.stop()
})
afterEach(async () => {
  expect(instagram.state.complaints).toEqual([])
  instagram.state.repair()
  await sql`delete from connections`.execute(server.db)
})

/** Renews what is due, as the server's own sweep does. */
async function sweep(): Promise<void> {
  const { app, addresses } = instagram
  const host = { fetch: createGuardedFetch(BOUNDS), clock, apiUrl: addresses.api, version: 'v26.0' }
  const login = { ...app, authorizeUrl: addresses.authorize, tokenUrl: addresses.token, host }
  const { connector } = createInstagram({ clock, login })
  if (!connector) throw new Error('Instagram connects accounts')
  await renewDue(createRefreshParts({ db: server.db, clock, connector }))
}

async function readHealth(id: string) {
  const response = await server.request(`/api/v1/connections/${id}/health`)
  return connectionHealthSchema.strict().parse(await response.json())
}

it('a person signs in at Instagram, and the account is connected with a token of 60 days', async () => {
  const { authorize_url } = await startConnecting(server)
  const link = new URL(authorize_url)
  expect(link.origin + link.pathname).toBe(instagram.addresses.authorize)
  expect(Object.fromEntries(link.searchParams)).toEqual({
    client_id: 'instagram-app',
    redirect_uri: `${server.url}/api/v1/connections/callback`,
    response_type: 'code',
    scope:
      'instagram_business_basic,instagram_business_content_publish,instagram_business_manage_comments,instagram_business_manage_insights',
    state: expect.stringMatching(/^[\w-]{43}$/),
  })
  const page = await openPage(instagram.consent(authorize_url))
  expect(page).toMatchObject({ status: 200, text: expect.stringContaining('Connected as @powerpost') })
  const [connection] = await listInstagram(server)
  expect(connectionSchema.strict().parse(connection)).toMatchObject({
    platform: 'instagram',
    display_name: '@powerpost',
    platform_account_id: FIRST_USER,
    account_kind: 'profile',
    status: 'active',
    expires_at: null,
  })
  const { token_expires_at, scopes } = await readHealth(connection?.connection_id ?? '')
  expect(Date.parse(token_expires_at ?? '') - clock.now().getTime()).toBeCloseTo(60 * DAY_MS, -5)
  expect(scopes.missing).toEqual([])
  const { rows } = await sql<{ said: string }>`select connections::text as said from connections`.execute(server.db)
  for (const { said } of rows) expect(said).not.toMatch(/ig-(?:short|long|code)-/)
})

it.each([
  ['does not allow it', { said: 'deny' } as const, 'You did not allow access'],
  [
    'leaves a permission out that posting needs',
    { scopes: ['instagram_business_basic'] },
    'instagram_business_content_publish is missing',
  ],
])('a person who %s sees why, and nothing is connected', async (_, how, text) => {
  const { authorize_url } = await startConnecting(server)
  const page = await openPage(instagram.consent(authorize_url, how))
  expect([page.status, page.text]).toEqual([410, expect.stringContaining(text)])
  expect(await listInstagram(server)).toEqual([])
})

it('who leaves comments out is connected, and the health says what is missing', async () => {
  const scopes = ['instagram_business_basic', 'instagram_business_content_publish']
  const { authorize_url } = await startConnecting(server)
  expect((await openPage(instagram.consent(authorize_url, { scopes }))).status).toBe(200)
  const [connection] = await listInstagram(server)
  const health = await readHealth(connection?.connection_id ?? '')
  expect(health.scopes.missing).toEqual(['instagram_business_manage_comments'])
})

it('a code that is used twice connects nothing more', async () => {
  const first = await startConnecting(server)
  const back = new URL(instagram.consent(first.authorize_url))
  const second = new URL((await startConnecting(server)).authorize_url)
  await openPage(back.href)
  back.searchParams.set('state', second.searchParams.get('state') ?? '')
  const page = await openPage(back.href)
  expect([page.status, page.text]).toEqual([410, expect.stringContaining('no longer accepts the code')])
})

it('a token that nobody uses for 200 days is renewed, well before each end', async () => {
  const { connection_id } = await connectInstagram(server, instagram)
  const before = instagram.state.refreshes
  for (let day = 0; day < 200; day += 1) {
    clock.move({ hours: 24 })
    await sweep()
    const { token_expires_at } = await readHealth(connection_id)
    expect(Date.parse(token_expires_at ?? '') - clock.now().getTime()).toBeGreaterThan(20 * DAY_MS)
  }
  expect(instagram.state.refreshes - before).toBeLessThanOrEqual(7)
  expect((await readHealth(connection_id)).status).toBe('active')
})

it('a token that was revoked ends the connection when it is due', async () => {
  const { connection_id } = await connectInstagram(server, instagram)
  for (const token of instagram.state.access.keys()) instagram.state.refused.add(token)
  clock.move({ hours: 31 * 24 })
  await sweep()
  expect((await readHealth(connection_id)).status).toBe('expired')
})
