import { renewDue } from '#features/connections/tokens/renew-due.ts'
import { createGuardedFetch } from '#outbound/index.ts'
import { createTikTok } from '#platforms/tiktok/index.ts'
import { connectionHealthSchema, connectionSchema } from '@powerpost/contract'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { TikTokServer } from './fake-platforms/tiktok-server.ts'
import { FIRST_CREATOR } from './fake-platforms/tiktok/consent.ts'
import { startTikTok } from './fake-platforms/tiktok-server.ts'
import { createRefreshParts } from './harness/connections.ts'
import type { MovableClock } from './harness/movable-clock.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { connectTikTok, listTikTok, startConnecting, tiktokSettings } from './harness/tiktok.ts'
import { openPage } from './harness/x.ts'

const BOUNDS = { allowPrivate: true, timeoutMs: 10_000, maxBytes: 100_000, maxRedirects: 0, userAgent: 'PowerPost' }

let server: TestServer
let tiktok: TikTokServer
let clock: MovableClock
beforeAll(async () => {
  clock = createMovableClock()
  tiktok = await startTikTok({ clock })
  server = await startTestServer({ work: false, clock, environment: tiktokSettings(tiktok) })
})
afterAll(async () => {
  await server.stop()
  await tiktok.stop()
})
afterEach(async () => {
  expect(tiktok.state.complaints).toEqual([])
  tiktok.state.repair()
  await sql`delete from connections`.execute(server.db)
})

/** Renews what is due, as the server's own sweep does. */
async function sweep(): Promise<void> {
  const { app, addresses } = tiktok
  const { connector } = createTikTok({
    ...app,
    fetch: createGuardedFetch(BOUNDS),
    clock,
    apiUrl: addresses.api,
    authorizeUrl: addresses.authorize,
    tokenUrl: addresses.token,
  })
  if (!connector) throw new Error('TikTok connects accounts')
  await renewDue(createRefreshParts({ db: server.db, clock, connector }))
}

async function readHealth(id: string) {
  const response = await server.request(`/api/v1/connections/${id}/health`)
  return connectionHealthSchema.strict().parse(await response.json())
}

it('a person signs in at TikTok, by its own names of things, and the account is connected for two hours', async () => {
  const { authorize_url } = await startConnecting(server)
  const link = new URL(authorize_url)
  expect(link.origin + link.pathname).toBe(tiktok.addresses.authorize)
  expect(Object.fromEntries(link.searchParams)).toEqual({
    client_key: 'tiktok-key',
    response_type: 'code',
    scope: 'user.info.basic,video.publish,video.upload',
    redirect_uri: `${server.url}/api/v1/connections/callback`,
    state: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge: expect.stringMatching(/^[\da-f]{64}$/),
    code_challenge_method: 'S256',
  })
  const page = await openPage(tiktok.consent(authorize_url))
  expect(page).toMatchObject({ status: 200, text: expect.stringContaining('Connected as @bakery.main') })
  const [connection] = await listTikTok(server)
  expect(connectionSchema.strict().parse(connection)).toMatchObject({
    platform: 'tiktok',
    display_name: '@bakery.main',
    platform_account_id: FIRST_CREATOR,
    account_kind: 'profile',
    status: 'active',
    expires_at: null,
  })
  const { token_expires_at, scopes } = await readHealth(connection?.connection_id ?? '')
  expect(Date.parse(token_expires_at ?? '') - clock.now().getTime()).toBeCloseTo(2 * 3600_000, -5)
  expect(scopes.missing).toEqual([])
  const { rows } = await sql<{ said: string }>`select connections::text as said from connections`.execute(server.db)
  for (const { said } of rows) expect(said).not.toMatch(/act\.|rft\.|tiktok-code-/)
})

it.each([
  ['does not allow it', { said: 'deny' } as const, 'You did not allow access'],
  ['leaves out all that posting needs', { scopes: ['user.info.basic'] }, 'video.publish or video.upload is missing'],
])('a person who %s sees why, and nothing is connected', async (_, how, text) => {
  const { authorize_url } = await startConnecting(server)
  const page = await openPage(tiktok.consent(authorize_url, how))
  expect([page.status, page.text]).toEqual([410, expect.stringContaining(text)])
  expect(await listTikTok(server)).toEqual([])
})

it('who allows the inbox alone is connected by another name, and the health says what is missing', async () => {
  const { connection_id, display_name } = await connectTikTok(server, tiktok, {
    scopes: ['user.info.basic', 'video.upload'],
  })
  expect(display_name).toBe('The Bakery')
  expect((await readHealth(connection_id)).scopes.missing).toEqual(['video.publish'])
})

it('a code that is used twice connects nothing more', async () => {
  const first = await startConnecting(server)
  const back = new URL(tiktok.consent(first.authorize_url))
  const second = new URL((await startConnecting(server)).authorize_url)
  await openPage(back.href)
  back.searchParams.set('state', second.searchParams.get('state') ?? '')
  const page = await openPage(back.href)
  expect([page.status, page.text]).toEqual([410, expect.stringContaining('no longer accepts the access')])
})

it('tokens go by what TikTok says, not by a constant; each renewal brings the next refresh token', async () => {
  tiktok.state.manner.tokenLifeMs = 600_000
  tiktok.state.manner.refreshLifeMs = 24 * 3600_000
  const { connection_id } = await connectTikTok(server, tiktok)
  const { token_expires_at } = await readHealth(connection_id)
  expect(Date.parse(token_expires_at ?? '') - clock.now().getTime()).toBeCloseTo(600_000, -4)
  const before = tiktok.state.refreshes
  // The refresh token ends within a day: it is renewed before, again and again, though nobody posts.
  for (let hour = 0; hour < 72; hour += 1) {
    clock.move({ hours: 1 })
    await sweep()
  }
  expect(tiktok.state.refreshes).toBeGreaterThan(before + 1)
  expect((await readHealth(connection_id)).status).toBe('active')
})

it('many who need a new token at once share one refresh: the refresh token is good once', async () => {
  const { connection_id } = await connectTikTok(server, tiktok)
  clock.move({ hours: 3 })
  const before = tiktok.state.refreshes
  const ask = async () => (await server.request(`/api/v1/connections/${connection_id}/capabilities`)).status
  expect(await Promise.all(Array.from({ length: 5 }, ask))).toEqual([200, 200, 200, 200, 200])
  expect(tiktok.state.refreshes).toBe(before + 1)
  const response = await server.request(`/api/v1/connections/${connection_id}/capabilities`)
  expect(await response.json()).toMatchObject({
    video_seconds: 600,
    options: [{ name: 'privacy_level', allowed: ['PUBLIC_TO_EVERYONE', 'MUTUAL_FOLLOW_FRIENDS', 'SELF_ONLY'] }],
  })
})

it('what the creator may choose is a list for a form', async () => {
  tiktok.state.creator(FIRST_CREATOR).privacyLevels = ['SELF_ONLY']
  const { connection_id } = await connectTikTok(server, tiktok)
  const response = await server.request(`/api/v1/connections/${connection_id}/choices/creator_info`)
  const { choices } = (await response.json()) as { choices: unknown[] }
  expect(choices[0]).toEqual({ option: 'privacy_level', value: 'SELF_ONLY', label: 'Only you' })
})

it('a connection that is deleted gives its access back', async () => {
  const { connection_id } = await connectTikTok(server, tiktok)
  expect((await server.request(`/api/v1/connections/${connection_id}`, { method: 'DELETE' })).status).toBe(200)
  await expect.poll(() => tiktok.state.revoked.length).toBe(1)
})

it('an access that was taken away ends the connection when it is due', async () => {
  const { connection_id } = await connectTikTok(server, tiktok)
  tiktok.state.refresh.clear()
  clock.move({ hours: 180 * 24 - 24 })
  await sweep()
  expect((await readHealth(connection_id)).status).toBe('expired')
})
