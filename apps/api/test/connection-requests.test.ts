import type { Connection, ConnectionPage, ConnectionRequest, ErrorBody } from '@powerpost/contract'
import { CONNECTION_LINK_LIMITS } from '@powerpost/contract'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addKey, addWorkspace } from './harness/add-tenant.ts'
import type { MovableClock } from './harness/movable-clock.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { answerSignIn, fieldOf, readRequest, see, startSignIn, submit } from './harness/sign-in.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'

const PATH = '/api/v1/connections'
const RETURN_URL = 'https://app.example.com/connected?tab=accounts'

let server: TestServer
let clock: MovableClock
beforeAll(async () => {
  clock = createMovableClock()
  const environment = { POWERPOST_RETURN_ORIGINS: 'https://app.example.com' }
  server = await startTestServer({ work: false, clock, environment })
})
afterAll(() => server.stop())
afterEach(async () => {
  await sql`delete from connections`.execute(server.db)
  await sql`delete from connection_requests`.execute(server.db)
})

async function listConnections(headers = {}): Promise<readonly Connection[]> {
  return ((await (await server.request(PATH, { headers })).json()) as ConnectionPage).data
}

async function refusalOf(response: Response): Promise<readonly [number, string, string | undefined]> {
  const { error } = (await response.json()) as ErrorBody
  return [response.status, error.code, error.details?.[0]?.path]
}

function choose(id: string, choiceIds: readonly string[], headers = {}): Promise<Response> {
  return server.post(`${PATH}/requests/${id}/choose`, { choice_ids: choiceIds }, headers)
}

/** A person has signed in, and is to choose. */
async function signIn(request: Parameters<typeof startSignIn>[1] = {}) {
  const { request_id, authorize_url } = await startSignIn(server, request)
  const { status, location } = await see(await answerSignIn(authorize_url))
  expect(status).toBe(303)
  return { request_id, location }
}

describe('a sign-in that reaches several accounts', () => {
  it('lets the person choose on a page, connects what they chose, and names the server and the workspace', async () => {
    const { request_id, authorize_url } = await startSignIn(server)
    expect(await readRequest(server, request_id)).toMatchObject({
      status: 'waiting',
      platform: 'linkedin',
      sandbox: true,
    })
    const { location } = await see(await answerSignIn(authorize_url))
    const page = await see(location)
    expect(page.status).toBe(200)
    for (const text of ['Bakery (LinkedIn sandbox)', 'Organization', new URL(server.url).host, 'Default'])
      expect(page.text).toContain(text)
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("form-action 'self'")
    expect(policy).not.toContain('unsafe')
    const { choices = [] } = await readRequest(server, request_id)
    expect(choices.map(({ kind }) => kind)).toEqual(['profile', 'organization', 'organization'])
    const [first, second] = choices.map(({ choice_id }) => choice_id)
    const form = new URL('choose', location).href
    const done = await submit(form, { token: fieldOf(page, 'token'), choice_ids: [first ?? '', second ?? ''] })
    expect([done.status, done.text]).toEqual([200, expect.stringContaining('2 accounts connected')])
    const connections = await listConnections()
    expect(connections.map((one) => [one.platform_account_id, one.account_kind, one.sandbox]).sort()).toEqual([
      ['sandbox-linkedin-1', 'profile', true],
      ['sandbox-linkedin-2', 'organization', true],
    ])
    const ended = await readRequest(server, request_id)
    expect([ended.status, ended.connection_ids?.toSorted()]).toEqual([
      'connected',
      connections.map(({ connection_id }) => connection_id).sort(),
    ])
    // Sent twice, and opened again: the same page, and nothing more.
    const again = await submit(form, { token: fieldOf(page, 'token'), choice_ids: ['3'] })
    expect([again.status, again.text]).toEqual([200, expect.stringContaining('2 accounts connected')])
    expect((await see(location)).text).toContain('2 accounts connected')
    expect(await listConnections()).toHaveLength(2)
  })

  it('asks again when nothing is chosen, and takes no token but its own', async () => {
    const { location } = await signIn()
    const form = new URL('choose', location).href
    const token = new URL(location).searchParams.get('token') ?? ''
    const empty = await submit(form, { token })
    expect([empty.status, empty.text]).toEqual([200, expect.stringContaining('Choose at least one account')])
    for (const wrong of ['', 'x', token.toUpperCase()]) {
      expect((await submit(form, { token: wrong, choice_ids: '1' })).status).toBe(410)
    }
    expect((await see(form, { method: 'POST', body: 'x'.repeat(100_000) })).status).toBe(410)
    expect(await listConnections()).toEqual([])
  })

  it('comes back to the return_url, where a program chooses', async () => {
    const { request_id, location } = await signIn({ return_url: RETURN_URL, reference: 'user 7' })
    const query = { tab: 'accounts', request_id, status: 'choosing', reference: 'user 7' }
    expect(location.startsWith('https://app.example.com/connected?')).toBe(true)
    expect(Object.fromEntries(new URL(location).searchParams)).toEqual(query)
    const { choices = [], reference } = await readRequest(server, request_id)
    expect([choices.length, reference]).toEqual([3, 'user 7'])
    const headers = { 'idempotency-key': `choose-${request_id}` }
    const chosen = await choose(request_id, ['1', '3', '3'], headers)
    expect(chosen.status).toBe(200)
    const body = (await chosen.json()) as ConnectionRequest
    expect([body.status, body.connection_ids?.length, body.choices]).toEqual(['connected', 2, undefined])
    expect(await (await choose(request_id, ['1', '3', '3'], headers)).json()).toEqual(body)
    expect(await refusalOf(await choose(request_id, ['2']))).toEqual([409, 'CONFLICT', undefined])
    expect(await listConnections()).toHaveLength(2)
  })

  it('refuses what is no choice, and choosing too early, too late and for another workspace', async () => {
    const early = await startSignIn(server)
    expect(await refusalOf(await choose(early.request_id, ['1']))).toEqual([409, 'CONFLICT', undefined])
    const { request_id } = await signIn()
    expect(await refusalOf(await choose(request_id, ['1', '9']))).toEqual([400, 'VALIDATION_ERROR', 'choice_ids[1]'])
    expect(await refusalOf(await choose(request_id, []))).toEqual([400, 'VALIDATION_ERROR', 'choice_ids'])
    const { id } = await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
    const elsewhere = { 'x-workspace-id': await addWorkspace(server.db, id) }
    expect((await choose(request_id, ['1'], elsewhere)).status).toBe(404)
    clock.move({ hours: 2 })
    expect(await readRequest(server, request_id)).toMatchObject({ status: 'expired' })
    expect(await refusalOf(await choose(request_id, ['1']))).toEqual([409, 'CONFLICT', undefined])
    expect(await listConnections()).toEqual([])
  })

  it('renews what it connected before, also after it was deleted', async () => {
    const first = await signIn()
    await choose(first.request_id, ['1', '2'])
    const [one, other] = await listConnections()
    await server.request(`${PATH}/${one?.connection_id}`, { method: 'DELETE' })
    const second = await signIn()
    const body = (await (await choose(second.request_id, ['1', '2'])).json()) as ConnectionRequest
    expect(body.connection_ids?.toSorted()).toEqual([one?.connection_id, other?.connection_id].toSorted())
    expect(await listConnections()).toHaveLength(2)
  })

  it('keeps no token of a choice that was made, or that was not made in time', async () => {
    const kept = async () => {
      const rows = await server.db.selectFrom('connection_requests').select(['choices', 'secrets']).execute()
      return rows.filter(({ choices, secrets }) => choices !== null || secrets !== null).length
    }
    const { request_id } = await signIn()
    expect(await kept()).toBe(1)
    await choose(request_id, ['1'])
    expect(await kept()).toBe(0)
  })
})

describe('a link', () => {
  it('is not used up by those who only look: HEAD, and the pages of GET', async () => {
    const { authorize_url, request_id } = await startSignIn(server)
    for (const method of ['HEAD', 'GET', 'HEAD', 'GET']) expect((await see(authorize_url, { method })).status).toBe(200)
    const back = await answerSignIn(authorize_url)
    expect((await see(back, { method: 'HEAD' })).status).toBe(200)
    expect(await readRequest(server, request_id)).toMatchObject({ status: 'waiting' })
    expect((await see(back)).status).toBe(303)
    expect(await readRequest(server, request_id)).toMatchObject({ status: 'choosing' })
  })

  it('that is opened twice or late, or mixed up with another, is answered by a page that says what to do', async () => {
    const mine = await startSignIn(server)
    const theirs = await startSignIn(server)
    const back = new URL(await answerSignIn(mine.authorize_url))
    const mixed = new URL(await answerSignIn(theirs.authorize_url))
    mixed.searchParams.set('state', back.searchParams.get('state') ?? '')
    const refused = await see(mixed.href)
    expect([refused.status, refused.text]).toEqual([410, expect.stringContaining('does not know this sign-in')])
    expect(await readRequest(server, mine.request_id)).toMatchObject({
      status: 'failed',
      error: { code: 'PLATFORM_REFUSED' },
    })
    const twice = await see(back.href)
    expect([twice.status, twice.text]).toEqual([410, expect.stringContaining('already used')])
    expect((await see(mine.authorize_url)).text).toContain('already used')
    const late = await startSignIn(server)
    clock.move({ minutes: 11 })
    expect((await see(late.authorize_url)).text).toContain('has expired')
    expect(await readRequest(server, late.request_id)).toMatchObject({ status: 'expired' })
    const unknown = await see(`${server.url}${PATH}/sandbox?state=${'x'.repeat(600)}`)
    expect([unknown.status, unknown.text]).toEqual([410, expect.stringContaining('not made by this server')])
  })

  it('brings a person who denies access back, and says so', async () => {
    const { authorize_url, request_id } = await startSignIn(server, { return_url: RETURN_URL })
    const { location } = await see(await answerSignIn(authorize_url, 'deny'))
    expect(new URL(location).searchParams.get('status')).toBe('failed')
    expect(await readRequest(server, request_id)).toMatchObject({ error: { code: 'ACCESS_DENIED' } })
  })

  it('lives as long as was asked for, up to seven days', async () => {
    const { authorize_url, expires_at } = await startSignIn(server, { expires_in_seconds: 7 * 24 * 3600 })
    expect(Date.parse(expires_at) - clock.now().getTime()).toBeCloseTo(7 * 24 * 3600_000, -4)
    clock.move({ hours: 7 * 24 - 1 })
    expect((await see(await answerSignIn(authorize_url))).status).toBe(303)
    const long = await server.post(PATH, { platform: 'x', sandbox: true, sign_in: true, expires_in_seconds: 604_801 })
    expect(await refusalOf(long)).toEqual([400, 'VALIDATION_ERROR', 'expires_in_seconds'])
  })

  it.each([
    ['https://evil.example.com/connected'],
    ['https://app.example.com.evil.example/'],
    ['http://app.example.com/connected'],
    ['https://user:pass@app.example.com/connected'],
    ['javascript:alert(1)'],
    ['/connected'],
  ])('is refused with a return_url that the operator did not list: %s', async (return_url) => {
    const body = { platform: 'x', sandbox: true, sign_in: true, return_url }
    expect(await refusalOf(await server.post(PATH, body))).toEqual([400, 'VALIDATION_ERROR', 'return_url'])
  })

  it('is asked for with fields that fit together', async () => {
    const without = await server.post(PATH, { platform: 'x', sign_in: true })
    expect(await refusalOf(without)).toEqual([400, 'VALIDATION_ERROR', 'sign_in'])
    const atOnce = await server.post(PATH, { platform: 'x', sandbox: true, reference: 'mine' })
    expect(await refusalOf(atOnce)).toEqual([400, 'VALIDATION_ERROR', 'reference'])
  })

  it('of a sandbox key connects for that key, and ends with it', async () => {
    const { id } = await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
    const headers = { 'x-api-key': await addKey(server.db, { accountId: id, livemode: false }) }
    const { authorize_url, request_id } = await startSignIn(server, {}, headers)
    expect((await server.request(`${PATH}/requests/${request_id}`)).status).toBe(404)
    const { location } = await see(await answerSignIn(authorize_url))
    const other = await startSignIn(server, {}, headers)
    const back = await answerSignIn(other.authorize_url)
    await server.db.updateTable('api_keys').set({ revoked_at: new Date() }).where('livemode', '=', false).execute()
    const token = new URL(location).searchParams.get('token') ?? ''
    const chosen = await submit(new URL('choose', location).href, { token, choice_ids: '1' })
    expect([chosen.status, chosen.text]).toEqual([410, expect.stringContaining('was revoked')])
    expect((await see(back)).text).toContain('was revoked')
    expect(await server.db.selectFrom('connections').selectAll().execute()).toEqual([])
  })
})

it('links that nobody opens are bounded in a workspace', async () => {
  const before = await server.db.selectFrom('connection_requests').select('id').execute()
  expect(before.length).toBeLessThan(CONNECTION_LINK_LIMITS.openPerWorkspace)
  await startSignIn(server)
  await sql`
    insert into connection_requests
    select (jsonb_populate_record(row, jsonb_build_object('id', gen_random_uuid(), 'state_hash', '\\x' || md5(n::text)))).*
    from (select t as row from connection_requests t where status = 'waiting' limit 1) one,
      generate_series(1, ${CONNECTION_LINK_LIMITS.openPerWorkspace}) as n`.execute(server.db)
  const refused = await server.post(PATH, { platform: 'x', sandbox: true, sign_in: true })
  expect(refused.status).toBe(409)
  await server.db.updateTable('connection_requests').set({ status: 'expired', secrets: null }).execute()
  await startSignIn(server)
})

it('an address that opens too many pages has to wait, by a page', async () => {
  const limited = await startTestServer({ work: false, keylessPerMinute: 3 })
  const address = `${limited.url}${PATH}/sandbox`
  for (let opened = 0; opened < 3; opened += 1) expect((await see(address)).status).toBe(410)
  const page = await see(address)
  expect([page.status, page.headers.get('content-type')]).toEqual([429, 'text/html; charset=utf-8'])
  expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await limited.request(PATH)).status).toBe(200)
  await limited.stop()
})
