import type { Connection, ConnectionPage } from '@powerpost/contract'
import { connectionHealthSchema, platformChoicesSchema } from '@powerpost/contract'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { reportEnds } from '#features/connections/report-ends.ts'
import { renewDue } from '#features/connections/tokens/renew-due.ts'
import { createGuardedFetch } from '#outbound/index.ts'
import { createLinkedIn } from '#platforms/linkedin/index.ts'
import type { LinkedInServer } from './fake-platforms/linkedin-server.ts'
import { startLinkedIn } from './fake-platforms/linkedin-server.ts'
import { createRefreshParts } from './harness/connections.ts'
import { connectLinkedIn, linkedInSettingsOf, signInToLinkedIn } from './harness/linkedin.ts'
import type { MovableClock } from './harness/movable-clock.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { readRequest } from './harness/sign-in.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'

const BOUNDS = { allowPrivate: true, timeoutMs: 10_000, maxBytes: 100_000, maxRedirects: 0, userAgent: 'PowerPost' }
const [MEMBER, ORGANIZATION, SECOND] = ['Ada Example', 'Example Inc', 'Second Example'] as const

let server: TestServer
let linkedin: LinkedInServer
let clock: MovableClock

beforeAll(async () => {
  clock = createMovableClock()
  linkedin = await startLinkedIn({ clock })
  server = await startTestServer({ work: false, clock, environment: linkedInSettingsOf(linkedin) })
})
afterAll(async () => {
  await server.stop()
  await linkedin.stop()
})
afterEach(async () => {
  expect(linkedin.state.complaints).toEqual([])
  linkedin.state.repair()
  await sql`delete from connections`.execute(server.db)
  await sql`delete from connection_requests`.execute(server.db)
  await sql`delete from webhook_events`.execute(server.db)
})

const parts = () => {
  const { url, authorizeUrl, tokenUrl, app } = linkedin
  const fetch = createGuardedFetch(BOUNDS)
  const options = { fetch, clock, baseUrl: url, version: '202607', authorizeUrl, tokenUrl, ...app }
  const { connector } = createLinkedIn(options)
  if (!connector) throw new Error('LinkedIn connects accounts')
  return createRefreshParts({ db: server.db, clock, connector })
}

async function list(): Promise<readonly Connection[]> {
  return ((await (await server.request('/api/v1/connections?limit=100')).json()) as ConnectionPage).data
}

async function connect(name: string): Promise<Connection> {
  const [connection] = await connectLinkedIn(server, linkedin, [name])
  if (!connection) throw new Error('It is not connected')
  return connection
}

const daysUntil = (time: string | null | undefined) =>
  Math.round((Date.parse(time ?? '') - clock.now().getTime()) / 86_400_000)

describe('a sign-in at LinkedIn', () => {
  it('asks for the permissions that the operator named, and reaches the member and the organizations with a role', async () => {
    const { requestId } = await signInToLinkedIn(server, linkedin)
    const { choices = [] } = await readRequest(server, requestId)
    expect(choices.map(({ display_name, kind }) => [display_name, kind])).toEqual([
      [MEMBER, 'profile'],
      [ORGANIZATION, 'organization'],
      [SECOND, 'organization'],
    ])
    const connections = await connectLinkedIn(server, linkedin, [MEMBER, ORGANIZATION])
    expect(connections.map((one) => [one.platform_account_id, one.account_kind, one.status])).toEqual([
      ['yrZCpj2Z12', 'profile', 'active'],
      ['2414183', 'organization', 'active'],
    ])
    const { rows } = await sql<{ all: string }>`
      select concat((select string_agg(row_to_json(c)::text, '') from connections c),
        (select string_agg(row_to_json(r)::text, '') from connection_requests r)) as all`.execute(server.db)
    const tokens = [...linkedin.state.access.keys(), ...linkedin.state.refresh.keys()]
    for (const token of tokens) expect(rows[0]?.all).not.toContain(token)
  })

  it('says so when the person denies access, in LinkedIn’s own words for it', async () => {
    const { page } = await signInToLinkedIn(server, linkedin, { answer: 'deny' })
    expect(page.text).toContain('You did not allow access')
    expect(await list()).toEqual([])
  })

  it('says what is wrong when the app may not ask for a permission', async () => {
    const app = { ...linkedin.app, scopes: [...linkedin.app.scopes, 'r_ads'] }
    const other = await startTestServer({ work: false, clock, environment: linkedInSettingsOf({ ...linkedin, app }) })
    const { page } = await signInToLinkedIn(other, linkedin)
    await other.stop()
    expect(page.text).toContain('POWERPOST_LINKEDIN_SCOPES')
  })

  it('without the permissions of organizations connects the member at once', async () => {
    const app = { ...linkedin.app, scopes: ['openid', 'profile', 'w_member_social'] }
    const environment = { ...linkedInSettingsOf({ ...linkedin, app }) }
    const other = await startTestServer({ work: false, clock, environment })
    const { page } = await signInToLinkedIn(other, linkedin)
    expect([page.status, page.text]).toEqual([200, expect.stringContaining(`Connected as ${MEMBER}`)])
    await other.stop()
  })

  it('of an app without OpenID Connect knows the member by the other page', async () => {
    const organizations = ['w_organization_social', 'r_organization_social', 'rw_organization_admin']
    const app = { ...linkedin.app, scopes: ['r_basicprofile', 'w_member_social', ...organizations] }
    const own = await startLinkedIn({ clock, app })
    const other = await startTestServer({ work: false, clock, environment: linkedInSettingsOf(own) })
    expect(await connectLinkedIn(other, own, [MEMBER, SECOND])).toHaveLength(2)
    await other.stop()
    await own.stop()
    expect(own.state.complaints).toEqual([])
  })
})

describe('the access to LinkedIn', () => {
  it('is renewed by its refresh token before it ends, until a year is over', async () => {
    const { connection_id, expires_at } = await connect(MEMBER)
    expect(daysUntil(expires_at)).toBe(365)
    for (let renewal = 1; renewal <= 3; renewal += 1) {
      const before = linkedin.state.refreshes
      clock.move({ hours: 24 * 55 })
      await renewDue(parts())
      expect(linkedin.state.refreshes).toBe(before + 1)
    }
    const [connection] = await list()
    expect([connection?.status, daysUntil(connection?.expires_at)]).toEqual(['active', 365 - 3 * 55])
    const response = await server.request(`/api/v1/connections/${connection_id}/health`)
    expect(connectionHealthSchema.parse(await response.json())).toMatchObject({ scopes: { missing: [] } })
  })

  it('of an app without refresh tokens ends after 60 days, and that is announced', async () => {
    linkedin.state.manner.givesRefreshTokens = false
    const events = ['connection.expiring']
    await server.post('/api/v1/webhooks/endpoints', { url: 'https://webhooks.invalid/powerpost', events })
    const { expires_at } = await connect(MEMBER)
    expect(daysUntil(expires_at)).toBe(60)
    clock.move({ hours: 24 * 54 })
    await reportEnds(parts())
    const rows = await server.db.selectFrom('webhook_events').selectAll().execute()
    expect(JSON.stringify(rows)).toContain('connection.expiring')
    expect((await list())[0]?.status).toBe('expiring')
    clock.move({ hours: 24 * 7 })
    await renewDue(parts())
    expect((await list())[0]?.status).toBe('expired')
  })

  it('ends when the person removed it, and only then', async () => {
    await connect(MEMBER)
    clock.move({ hours: 24 * 55 })
    linkedin.state.manner.loseRefreshes = 2
    await renewDue(parts())
    expect((await list())[0]?.status).toBe('active')
    for (const token of linkedin.state.refresh.keys()) linkedin.state.refused.add(token)
    clock.move({ hours: 2 })
    await renewDue(parts())
    expect((await list())[0]?.status).toBe('expired')
  })

  it('of one account stays when the connection of another of the same sign-in is deleted', async () => {
    const [member, organization] = await connectLinkedIn(server, linkedin, [MEMBER, ORGANIZATION])
    const path = `/api/v1/connections/${member?.connection_id}`
    expect((await server.request(path, { method: 'DELETE' })).status).toBe(200)
    const chosen = await server.request(`/api/v1/connections/${organization?.connection_id}/choices/organizations`)
    const { choices } = platformChoicesSchema.parse(await chosen.json())
    expect(choices.map(({ label }) => label)).toEqual([ORGANIZATION, SECOND])
  })
})
