import type { ErrorBody } from '@powerpost/contract'
import { CONNECTION_LIMITS, connectionSchema } from '@powerpost/contract'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { XServer } from './fake-platforms/x-server.ts'
import { startX } from './fake-platforms/x-server.ts'
import { addKey } from './harness/add-tenant.ts'
import type { MovableClock } from './harness/movable-clock.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { connect, listConnections, openPage, settingsOf, startConnecting } from './harness/x.ts'

const PATH = '/api/v1/connections'

let server: TestServer
let x: XServer
let clock: MovableClock
beforeAll(async () => {
  clock = createMovableClock()
  x = await startX()
  server = await startTestServer({ work: false, clock, environment: settingsOf(x) })
})
afterAll(async () => {
  await server.stop()
  await x.stop()
})
afterEach(async () => {
  expect(x.state.complaints).toEqual([])
  x.state.users.clear()
  x.state.users.set('4711', 'powerpost')
  await sql`delete from connections`.execute(server.db)
  await sql`delete from connection_requests`.execute(server.db)
  await sql`delete from idempotency_keys`.execute(server.db)
  await sql`update workspaces set deleted_at = null`.execute(server.db)
})

async function refusalOf(response: Response): Promise<ErrorBody['error']> {
  return ((await response.json()) as ErrorBody).error
}

async function dump(): Promise<string> {
  const { rows } = await sql<{ everything: string }>`
    select concat(
      (select string_agg(row_to_json(c)::text, '') from connections c),
      (select string_agg(row_to_json(r)::text, '') from connection_requests r),
      (select string_agg(answer, '') from idempotency_keys)
    ) as everything`.execute(server.db)
  return rows[0]?.everything ?? ''
}

describe('connecting an account of X', () => {
  it('sends a person to X with what it needs, and ends with a connection', async () => {
    const { authorize_url, expires_at } = await startConnecting(server)
    const link = new URL(authorize_url)
    expect(link.origin + link.pathname).toBe(x.authorizeUrl)
    expect(Object.fromEntries(link.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'x-app',
      redirect_uri: `${server.url}/api/v1/connections/callback`,
      scope: 'tweet.read tweet.write users.read media.write offline.access',
      code_challenge_method: 'S256',
    })
    expect(authorize_url).toContain('tweet.read%20tweet.write')
    expect(Date.parse(expires_at) - clock.now().getTime()).toBeCloseTo(600_000, -4)
    const page = await openPage(x.consent(authorize_url))
    expect(page.status).toBe(200)
    expect(page.text).toContain('Connected as @powerpost')
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    const [connection] = await listConnections(server)
    expect(connectionSchema.strict().parse(connection)).toMatchObject({
      platform: 'x',
      sandbox: false,
      display_name: '@powerpost',
      platform_account_id: '4711',
      status: 'active',
      expires_at: null,
    })
  })

  it('again renews the connection that is there, also one that has ended', async () => {
    const first = await connect(server, x)
    await server.db.updateTable('connections').set({ status: 'expired' }).execute()
    x.state.users.set('4711', 'renamed')
    const again = await connect(server, x)
    expect(again).toEqual({ ...first, display_name: '@renamed' })
    expect(await listConnections(server)).toHaveLength(1)
  })

  it('of another account makes another connection', async () => {
    x.state.users.set('4712', 'other')
    await connect(server, x)
    await connect(server, x, '4712')
    expect((await listConnections(server)).map(({ display_name }) => display_name)).toEqual(['@other', '@powerpost'])
  })

  it('leaves no token and no state in the database that can be read', async () => {
    const { authorize_url } = await startConnecting(server, { 'idempotency-key': 'connect-1' })
    const state = new URL(authorize_url).searchParams.get('state') ?? ''
    expect(state).toMatch(/^[\w-]{43}$/)
    const before = await dump()
    await openPage(x.consent(authorize_url))
    const after = await dump()
    for (const text of [before, after]) {
      expect(text).not.toContain(state)
      expect(text).not.toContain('authorize_url')
      expect(text).not.toContain('x-access-')
      expect(text).not.toContain('x-refresh-')
    }
    expect(after).toContain('4711')
  })

  it('is answered the same link by its Idempotency-Key while it is good, and then a conflict', async () => {
    const headers = { 'idempotency-key': 'connect-1' }
    const first = await startConnecting(server, headers)
    expect(await startConnecting(server, headers)).toEqual(first)
    await openPage(x.consent(first.authorize_url))
    const used = await server.post(PATH, { platform: 'x' }, headers)
    expect([used.status, (await refusalOf(used)).code]).toEqual([409, 'CONFLICT'])
    const late = { 'idempotency-key': 'connect-2' }
    await startConnecting(server, late)
    clock.move({ minutes: 11 })
    expect((await server.post(PATH, { platform: 'x' }, late)).status).toBe(409)
  })

  it('asked for by a key that is revoked meanwhile, or expires, connects nothing and asks X for nothing', async () => {
    const { id: accountId } = await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
    const expiresAt = new Date(clock.now().getTime() + 60_000)
    const grants = x.state.refresh.size
    for (const end of ['revoked', 'expired'] as const) {
      const apiKey = await addKey(server.db, { accountId, ...(end === 'expired' && { expiresAt }) })
      const { authorize_url } = await startConnecting(server, { 'x-api-key': apiKey })
      if (end === 'expired') clock.move({ minutes: 2 })
      else await server.db.updateTable('api_keys').set({ revoked_at: clock.now() }).where('name', '=', 'test').execute()
      const page = await openPage(x.consent(authorize_url))
      expect([page.status, page.text]).toEqual([410, expect.stringContaining('was revoked or has expired')])
    }
    expect(await listConnections(server)).toEqual([])
    expect(x.state.refresh.size).toBe(grants)
  })

  it('is refused to a sandbox key, and where there are too many connections', async () => {
    const { id: account_id } = await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
    const apiKey = await addKey(server.db, { accountId: account_id, livemode: false })
    const refused = await server.post(PATH, { platform: 'x' }, { 'x-api-key': apiKey })
    expect([refused.status, (await refusalOf(refused)).details?.[0]?.path]).toEqual([400, 'sandbox'])
    for (let made = 0; made < CONNECTION_LIMITS.perWorkspace; made += 1) {
      await server.post(PATH, { platform: 'x', sandbox: true })
    }
    expect((await server.post(PATH, { platform: 'x' })).status).toBe(409)
  })
})

describe('a person who comes back', () => {
  it.each([
    ['without having let us in', 'deny', 'You did not allow access'],
    ['twice', 'twice', 'was already used'],
    ['after more than ten minutes', 'late', 'has expired'],
  ])('%s is reported so', async (_, how, text) => {
    const { authorize_url } = await startConnecting(server)
    const back = x.consent(authorize_url, how === 'deny' ? 'deny' : 'allow')
    if (how === 'twice') await openPage(back)
    if (how === 'late') clock.move({ minutes: 11 })
    const page = await openPage(back)
    expect([page.status, page.text]).toEqual([410, expect.stringContaining(text)])
    expect(await listConnections(server)).toHaveLength(how === 'twice' ? 1 : 0)
  })

  it('with what we never sent is reported so, and nothing of it is on the page', async () => {
    const script = '<script>alert(1)</script>'
    const written = encodeURIComponent(script)
    for (const [query, why] of [
      [`state=${written}&code=x`, 'not made by this server'],
      [`state=x&error=${written}`, 'not made by this server'],
      [`state=x&state=y&code=${'x'.repeat(5000)}`, 'Open the link'],
      ['', 'Open the link'],
    ]) {
      const page = await openPage(`${server.url}${PATH}/callback?${query}`)
      expect(page.status).toBe(410)
      expect(page.text).toContain(why)
      expect(page.text).not.toContain('alert')
    }
  })

  it('sees the name of the account as a text, whatever it is', async () => {
    x.state.users.set('4711', '<b>bold</b>')
    const { authorize_url } = await startConnecting(server)
    const page = await openPage(x.consent(authorize_url))
    expect(page.text).toContain('@&lt;b&gt;bold&lt;/b&gt;')
    expect(page.text).not.toContain('<b>')
  })

  it('with a code that X does not take, or that somebody else got, is reported so', async () => {
    const mine = await startConnecting(server)
    const theirs = await startConnecting(server)
    const state = new URL(mine.authorize_url).searchParams.get('state') ?? ''
    // A code that was got for another link: PKCE keeps it from being of use here.
    const mixed = new URL(x.consent(theirs.authorize_url))
    mixed.searchParams.set('state', state)
    const page = await openPage(mixed.href)
    expect([page.status, page.text]).toEqual([410, expect.stringContaining('X no longer accepts')])
    expect(await listConnections(server)).toEqual([])
  })

  it('without having granted all that is needed shows what is missing', async () => {
    const { authorize_url } = await startConnecting(server)
    const less = new URL(authorize_url)
    less.searchParams.set('scope', 'tweet.read users.read')
    const page = await openPage(x.consent(less.href))
    expect([page.status, page.text]).toEqual([410, expect.stringContaining('tweet.write')])
  })

  it('to a workspace that is gone is reported so', async () => {
    const { authorize_url } = await startConnecting(server)
    await server.db.updateTable('workspaces').set({ deleted_at: new Date() }).execute()
    const page = await openPage(x.consent(authorize_url))
    expect([page.status, page.text]).toEqual([410, expect.stringContaining('was deleted')])
  })
})

describe('deleting a connection', () => {
  it('gives the access up at X, and forgets the tokens', async () => {
    const { connection_id } = await connect(server, x)
    expect((await server.request(`${PATH}/${connection_id}`, { method: 'DELETE' })).status).toBe(200)
    expect(await listConnections(server)).toEqual([])
    expect(x.state.revoked).toHaveLength(2)
    for (const token of x.state.revoked) expect(x.state.refresh.has(token)).toBe(false)
    const row = await server.db.selectFrom('connections').selectAll().executeTakeFirstOrThrow()
    expect(row).toMatchObject({ access_token: null, refresh_token: null, platform_account_id: '4711' })
    // Connecting the same account again brings it back: what was published to it names a connection that is there.
    expect(await connect(server, x)).toMatchObject({ connection_id, status: 'active' })
    expect(await listConnections(server)).toHaveLength(1)
  })

  it('succeeds while X does not answer', async () => {
    const { connection_id } = await connect(server, x)
    const { release } = x.hold('POST /2/oauth2/revoke')
    expect((await server.request(`${PATH}/${connection_id}`, { method: 'DELETE' })).status).toBe(200)
    expect(await listConnections(server)).toEqual([])
    release()
  })
})
