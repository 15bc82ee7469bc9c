import type { ApiKeyPage, CreateApiKeyResponse, Scope } from '@powerpost/contract'
import { SCOPE_PRESETS } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addAccount, addKey, addWorkspace } from './harness/add-tenant.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'

const KEYS = '/api/v1/account/api-keys'
const BODY = { prompt: 'Made by a key', post_types: ['x-post'], research_mode: 'regular' }

const clock = createMovableClock()
let server: TestServer
let accountId: string

beforeAll(async () => {
  server = await startTestServer({ work: false, clock })
  accountId = (await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()).id
})
afterAll(() => server.stop())

function create(request: object, by = server.apiKey): Promise<Response> {
  return server.post(KEYS, { name: 'New', ...request }, { 'x-api-key': by })
}

type CreatedKey = CreateApiKeyResponse & { readonly key: string }

async function createKey(request: object, by?: string): Promise<CreatedKey> {
  const response = await create(request, by)
  expect(response.status).toBe(200)
  return (await response.json()) as CreatedKey
}

function revoke(id: string, by = server.apiKey): Promise<Response> {
  return server.request(`${KEYS}/${id}`, { method: 'DELETE', headers: { 'x-api-key': by } })
}

async function listIds(by: string): Promise<string[]> {
  const response = await server.request(`${KEYS}?limit=100`, { headers: { 'x-api-key': by } })
  return ((await response.json()) as ApiKeyPage).data.map(({ key_id }) => key_id)
}

function getCredits(by: string): Promise<Response> {
  return server.request('/api/v1/account/credits', { headers: { 'x-api-key': by } })
}

async function told(response: Response): Promise<unknown> {
  const { error } = (await response.json()) as { error: { code: string; message: string } }
  return [response.status, error.code, error.message]
}

describe('a new key', () => {
  it.each(Object.entries(SCOPE_PRESETS))('of the preset %s holds its scopes', async (preset, scopes) => {
    const { key, ...rest } = await createKey({ preset })
    expect(rest.scopes).toEqual(scopes)
    expect(rest).toMatchObject({ livemode: true, workspace_ids: null, expires_at: null, last_used_at: null })
    expect(key.startsWith(rest.prefix)).toBe(true)
    expect((await getCredits(key)).status).toBe(200)
  })

  it('holds the scopes that it names, and no other', async () => {
    const { key } = await createKey({ scopes: ['content:read', 'content:read'] })
    expect((await server.request('/api/v1/content/generations', { headers: { 'x-api-key': key } })).status).toBe(200)
    const refused = await server.post('/api/v1/content/generate', BODY, { 'x-api-key': key })
    expect(await told(refused)).toEqual([403, 'INSUFFICIENT_SCOPE', 'The API key lacks the scope content:generate.'])
  })

  it.each([
    ['neither preset nor scopes', {}, 'preset'],
    ['both', { preset: 'read_only', scopes: ['content:read'] }, 'preset'],
    ['no scope', { scopes: [] }, 'scopes'],
    ['an unknown scope', { scopes: ['everything'] }, 'scopes[0]'],
    ['an end in the past', { preset: 'read_only', expires_at: '2020-01-01T00:00:00Z' }, 'expires_at'],
    ['an end beyond all calendars', { preset: 'read_only', expires_at: '9999-12-31T23:59:59-23:59' }, 'expires_at'],
    ['an end that is no time', { preset: 'read_only', expires_at: 'tomorrow' }, 'expires_at'],
    [
      'an unknown workspace',
      { preset: 'read_only', workspace_ids: ['0199a1b2-0000-7000-8000-000000000009'] },
      'workspace_ids[0]',
    ],
  ])('with %s is refused, and the field is named', async (_, request, path) => {
    const response = await create(request)
    const { error } = (await response.json()) as { error: { code: string; details: { path: string }[] } }
    expect([response.status, error.code, error.details[0]?.path]).toEqual([400, 'VALIDATION_ERROR', path])
  })

  it('is stored as a hash alone', async () => {
    const { key, key_id } = await createKey({ preset: 'read_only' })
    const stored = await server.db.selectFrom('api_keys').selectAll().where('id', '=', key_id).executeTakeFirstOrThrow()
    expect(JSON.stringify({ ...stored, hash: stored.hash.toString('latin1') })).not.toContain(key.slice(15))
  })
})

describe('a key gives only what it holds itself', () => {
  it('no scope it lacks', async () => {
    const scopes: Scope[] = ['account:manage', 'content:read']
    const by = await addKey(server.db, { accountId, scopes })
    expect((await create({ scopes: ['content:read'] }, by)).status).toBe(200)
    expect(await told(await create({ scopes: ['content:read', 'posts:publish'] }, by))).toMatchObject([
      403,
      'INSUFFICIENT_SCOPE',
      expect.stringContaining('posts:publish'),
    ])
    expect((await create({ preset: 'read_only' }, by)).status).toBe(403)
  })

  it('no workspace it does not reach', async () => {
    const [mine, other] = [await addWorkspace(server.db, accountId), await addWorkspace(server.db, accountId)]
    const by = await addKey(server.db, { accountId, workspaceIds: [mine] })
    expect((await createKey({ preset: 'read_only' }, by)).workspace_ids).toEqual([mine])
    expect((await create({ preset: 'read_only', workspace_ids: [mine, other] }, by)).status).toBe(400)
    const foreign = await addAccount(server.db)
    expect((await create({ preset: 'read_only', workspace_ids: [foreign.workspaceId] })).status).toBe(400)
  })

  it('no longer life', async () => {
    const end = new Date(clock.now().getTime() + 3600_000)
    const by = await addKey(server.db, { accountId, expiresAt: end })
    expect((await createKey({ preset: 'read_only' }, by)).expires_at).toBe(end.toISOString())
    const later = new Date(end.getTime() + 1000).toISOString()
    expect((await create({ preset: 'read_only', expires_at: later }, by)).status).toBe(400)
  })

  it('of the sandbox, no live key', async () => {
    const by = await addKey(server.db, { accountId, livemode: false })
    const made = await createKey({ preset: 'read_only' }, by)
    expect([made.livemode, made.key.slice(0, 11)]).toEqual([false, 'pp_test_sk_'])
    expect((await create({ preset: 'read_only', sandbox: false }, by)).status).toBe(403)
  })
})

describe('a key that ended', () => {
  it('is refused from its end on', async () => {
    const expires_at = new Date(clock.now().getTime() + 60_000).toISOString()
    const { key } = await createKey({ preset: 'read_only', expires_at })
    expect((await getCredits(key)).status).toBe(200)
    clock.move({ minutes: 1 })
    expect((await getCredits(key)).status).toBe(401)
  })

  it('by being revoked is refused at once, and no longer listed', async () => {
    const { key, key_id } = await createKey({ preset: 'read_only' })
    expect(await listIds(server.apiKey)).toContain(key_id)
    expect(await (await revoke(key_id)).json()).toEqual({ success: true })
    expect(await told(await getCredits(key))).toEqual([401, 'INVALID_API_KEY', 'The API key is not valid.'])
    expect(await listIds(server.apiKey)).not.toContain(key_id)
    expect((await revoke(key_id)).status).toBe(404)
  })
})

describe('keys are seen and revoked', () => {
  it('by a sandbox key: those of the sandbox', async () => {
    const live = await createKey({ preset: 'read_only' })
    const sandbox = await createKey({ preset: 'read_only', sandbox: true })
    const by = await addKey(server.db, { accountId, livemode: false })
    expect(await listIds(by)).toContain(sandbox.key_id)
    expect(await listIds(by)).not.toContain(live.key_id)
    expect((await revoke(live.key_id, by)).status).toBe(404)
  })

  it('by a bound key: those that reach no further', async () => {
    const mine = await addWorkspace(server.db, accountId)
    const free = await createKey({ preset: 'read_only' })
    const bound = await createKey({ preset: 'read_only', workspace_ids: [mine] })
    const by = await addKey(server.db, { accountId, workspaceIds: [mine] })
    expect(await listIds(by)).toContain(bound.key_id)
    expect(await listIds(by)).not.toContain(free.key_id)
    expect((await revoke(free.key_id, by)).status).toBe(404)
  })

  it('never by another account', async () => {
    const { key_id } = await createKey({ preset: 'read_only' })
    const foreign = await addAccount(server.db)
    expect(await listIds(foreign.apiKey)).not.toContain(key_id)
    expect(await told(await revoke(key_id, foreign.apiKey))).toEqual(
      await told(await revoke('0199a1b2-0000-7000-8000-000000000009', foreign.apiKey)),
    )
  })
})

describe('the last key that can manage the account', () => {
  it('stays, also when the last two are revoked at once', async () => {
    const other = await addAccount(server.db)
    const second = await createKey({ preset: 'read_write' }, other.apiKey)
    const first = (await listIds(other.apiKey)).find((id) => id !== second.key_id)
    // It ends by itself, so it is none that the account keeps.
    const expiresAt = new Date(clock.now().getTime() + 3600_000)
    const by = await addKey(server.db, { accountId: other.accountId, expiresAt })
    const answers = await Promise.all([revoke(first ?? '', by), revoke(second.key_id, by)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

describe('a key says which key created it', () => {
  const statusOf = async ({ key }: CreatedKey) => (await getCredits(key)).status

  it('and is revoked with it where that is asked for, over all generations', async () => {
    const parent = await createKey({ name: 'Parent', preset: 'read_write' })
    const child = await createKey({ name: 'Child', preset: 'read_write' }, parent.key)
    const grandchild = await createKey({ name: 'Grandchild', preset: 'read_only', sandbox: true }, child.key)
    const another = await createKey({ preset: 'read_only' })
    expect(child.created_by).toEqual({ kind: 'key', id: parent.key_id, name: 'Parent' })
    // What stands between two of them is gone already, and hides nothing.
    expect((await revoke(child.key_id)).status).toBe(200)
    expect((await revoke(`${parent.key_id}?with_children=true`)).status).toBe(200)
    expect(await Promise.all([parent, child, grandchild, another].map(statusOf))).toEqual([401, 401, 401, 200])
  })

  it('and outlives it where that is not asked for', async () => {
    const parent = await createKey({ preset: 'read_write' })
    const child = await createKey({ preset: 'read_only' }, parent.key)
    expect((await revoke(`${parent.key_id}?with_children=false`)).status).toBe(200)
    expect(await Promise.all([parent, child].map(statusOf))).toEqual([401, 200])
  })

  it('and stays, with its children, where they are the last that can manage the account', async () => {
    const other = await addAccount(server.db)
    const child = await createKey({ preset: 'read_write' }, other.apiKey)
    const parent = (await listIds(other.apiKey)).find((id) => id !== child.key_id)
    expect((await revoke(`${parent}?with_children=true`, other.apiKey)).status).toBe(409)
    expect(await statusOf(child)).toBe(200)
  })

  it('and two keys that revoke each other do not wait for each other', async () => {
    const [one, two] = [await createKey({ preset: 'read_write' }), await createKey({ preset: 'read_write' })]
    const answers = await Promise.all([revoke(two.key_id, one.key), revoke(one.key_id, two.key)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
  })
})

describe('a key that can do less', () => {
  it('does not revoke the last one that can do more', async () => {
    const other = await addAccount(server.db)
    const by = await addKey(server.db, { accountId: other.accountId, scopes: ['account:manage', 'account:read'] })
    const full = (await (await server.request(KEYS, { headers: { 'x-api-key': by } })).json()) as ApiKeyPage
    const { key_id = '' } = full.data.find(({ scopes }) => scopes.includes('content:generate')) ?? {}
    expect((await revoke(key_id, by)).status).toBe(409)
  })
})

describe('the use of a key', () => {
  it('is shown to the minute', async () => {
    const { key, key_id } = await createKey({ preset: 'read_only' })
    await getCredits(key)
    const lastUse = async () => {
      const page = (await (await server.request(`${KEYS}?limit=100`)).json()) as ApiKeyPage
      return page.data.find((one) => one.key_id === key_id)?.last_used_at ?? null
    }
    await expect.poll(lastUse, { timeout: 20_000 }).not.toBeNull()
    const first = await lastUse()
    clock.move({ minutes: 2 })
    await getCredits(key)
    await expect.poll(lastUse, { timeout: 20_000 }).not.toBe(first)
  })
})
