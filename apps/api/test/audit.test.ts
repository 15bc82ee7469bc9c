import type { AuditEntry, AuditPage, CreateApiKeyResponse } from '@powerpost/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createAudit } from '#features/audit/index.ts'
import { createLogger } from '#shared/logger.ts'
import { addAccount, addKey, addWorkspace, headersOf } from './harness/add-tenant.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'

const AUDIT = '/api/v1/account/audit'
const STYLES = '/api/v1/writing-styles'
const STYLE = { name: 'Calm', instructions: 'Whisper.' }

const clock = createMovableClock()
let server: TestServer
let accountId: string

beforeAll(async () => {
  server = await startTestServer({ work: false, clock })
  accountId = (await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()).id
})
afterAll(() => server.stop())
beforeEach(() => sql`truncate audit_log`.execute(server.db))

async function read(query = '', headers: Record<string, string> = {}): Promise<AuditPage> {
  const response = await server.request(`${AUDIT}${query}`, { headers })
  expect(response.status, await response.clone().text()).toBe(200)
  return (await response.json()) as AuditPage
}

const actionsOf = ({ data }: AuditPage) => data.map(({ action }) => action)

async function addStyle(headers: Record<string, string> = {}): Promise<string> {
  const response = await server.post(STYLES, STYLE, headers)
  return ((await response.json()) as { writing_style_id: string }).writing_style_id
}

function rename(id: string, headers: Record<string, string> = {}): Promise<Response> {
  const body = JSON.stringify({ name: 'Loud' })
  return server.request(`${STYLES}/${id}`, {
    method: 'PATCH',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  })
}

async function createKey(request: object): Promise<CreateApiKeyResponse> {
  const response = await server.post('/api/v1/account/api-keys', { name: 'Robot', preset: 'read_write', ...request })
  return (await response.json()) as CreateApiKeyResponse
}

describe('the audit log', () => {
  it('says who changed what, from where, and how it was before and after', async () => {
    const { key = '', key_id } = await createKey({})
    const id = await addStyle()
    await rename(id, { 'x-api-key': key, 'x-request-id': 'rename-1' })
    const [entry] = (await read()).data
    expect(entry).toMatchObject({
      action: 'updateWritingStyle',
      principal: { kind: 'key', id: key_id, name: 'Robot' },
      key_id,
      resource: { type: 'writing_style', id },
      workspace_id: server.workspaceId,
      before: { name: 'Calm' },
      after: { name: 'Loud' },
      request_id: 'rename-1',
      livemode: true,
    })
  })

  it('is filtered by key, action, resource, workspace and time, page by page', async () => {
    const { key = '', key_id } = await createKey({})
    const first = await addStyle()
    clock.move({ hours: 1 })
    const later = clock.now().toISOString()
    await addStyle({ 'x-api-key': key })
    await rename(first)
    const counts: Record<string, readonly string[]> = {
      [`principal_id=${key_id}`]: ['createWritingStyle'],
      'action=updateWritingStyle': ['updateWritingStyle'],
      [`resource_id=${first}`]: ['updateWritingStyle', 'createWritingStyle'],
      'resource_type=api_key': ['createApiKey'],
      [`workspace_id=${server.workspaceId}`]: ['updateWritingStyle', 'createWritingStyle', 'createWritingStyle'],
      [`since=${later}`]: ['updateWritingStyle', 'createWritingStyle'],
      [`until=${later}`]: ['createWritingStyle', 'createApiKey'],
      'principal_id=nobody': [],
      'workspace_id=none': [],
    }
    for (const [query, actions] of Object.entries(counts)) expect(actionsOf(await read(`?${query}`))).toEqual(actions)
    const page = await read('?limit=3')
    const next = await read(`?limit=3&cursor=${page.next_cursor}`)
    expect([page.data.length, next.data.length, next.has_more]).toEqual([3, 1, false])
    expect((await server.request(`${AUDIT}?since=yesterday`)).status).toBe(400)
  })

  it('is exported whole as JSON Lines, with the same filters', async () => {
    const { key = '' } = await createKey({})
    for (let index = 0; index < 5; index++) await addStyle({ 'x-api-key': key })
    // More than are in memory at once.
    await sql`
      insert into audit_log select gen_random_uuid(), account_id, livemode, workspace_id, principal, key_id, action,
        resource_type, resource_id, before, after, address, request_id, created_at
      from audit_log, generate_series(1, 100) where action = 'createWritingStyle'`.execute(server.db)
    const response = await server.request(`${AUDIT}/export?action=createWritingStyle`)
    expect(response.headers.get('content-type')).toMatch(/^application\/jsonl/)
    const lines = (await response.text()).trimEnd().split('\n')
    const entries = lines.map((line) => JSON.parse(line) as AuditEntry)
    expect(new Set(entries.map(({ entry_id }) => entry_id)).size).toBe(505)
    expect(await (await server.request(`${AUDIT}/export?action=nothing`)).text()).toBe('')
  })

  it('is of one account, of one mode, and for a bound key of its workspaces', async () => {
    const foreign = await addAccount(server.db)
    const sandbox = await addKey(server.db, { accountId, livemode: false })
    const elsewhere = await addWorkspace(server.db, accountId)
    const bound = await addKey(server.db, { accountId, workspaceIds: [elsewhere] })
    await createKey({})
    await addStyle()
    await server.post('/api/v1/connections', { platform: 'x', sandbox: true }, { 'x-api-key': sandbox })
    const renamed = await server.request(`/api/v1/account/workspaces/${elsewhere}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'x-api-key': bound },
      body: JSON.stringify({ name: 'Elsewhere' }),
    })
    expect(renamed.status).toBe(200)
    expect(actionsOf(await read('', headersOf(foreign)))).toEqual([])
    expect(actionsOf(await read('', { 'x-api-key': sandbox }))).toEqual(['createConnection'])
    expect(actionsOf(await read('', { 'x-api-key': bound }))).toEqual(['updateWorkspace'])
    expect(actionsOf(await read())).toEqual(['updateWorkspace', 'createWritingStyle', 'createApiKey'])
  })

  it('tells nothing of what was read, refused or answered again', async () => {
    const once = { 'idempotency-key': 'style-1' }
    await addStyle(once)
    await addStyle(once)
    await server.request(STYLES)
    await server.post('/api/v1/content/estimate', { prompt: 'Bread', post_types: ['x-post'], research_mode: 'regular' })
    await rename('0199a1b2-0000-7000-8000-000000000009')
    await server.post(STYLES, { name: '' })
    const weak = await addKey(server.db, { accountId, scopes: ['account:read'] })
    await addStyle({ 'x-api-key': weak })
    await addStyle({ 'x-api-key': 'garbage' })
    await addStyle({ 'x-api-key': `pp_live_sk_${'0'.repeat(32)}` })
    expect(actionsOf(await read())).toEqual(['createWritingStyle'])
  })

  it('tells of a key that was revoked or has expired, once a minute', async () => {
    const keys = [
      await addKey(server.db, { accountId, revokedAt: clock.now() }),
      await addKey(server.db, { accountId, expiresAt: new Date(clock.now().getTime() - 1000) }),
    ]
    for (const key of [...keys, ...keys]) await addStyle({ 'x-api-key': key })
    const { data } = await read()
    expect(data).toHaveLength(2)
    for (const entry of data) {
      expect(entry).toMatchObject({ action: 'authenticate', principal: { name: 'test' }, before: null, after: null })
      for (const key of keys) expect(JSON.stringify(entry)).not.toContain(key)
    }
    clock.move({ minutes: 1 })
    await addStyle({ 'x-api-key': keys[0] ?? '' })
    expect((await read()).data).toHaveLength(3)
  })

  it('keeps long and many texts short', async () => {
    const examples = Array.from({ length: 10 }, (_, index) => `${index} ${'bread '.repeat(300)}`)
    const response = await server.post(STYLES, { name: 'Long', instructions: 'Whisper. '.repeat(200), examples })
    expect(response.status).toBe(200)
    const [entry] = (await read()).data
    expect(JSON.stringify(entry?.after).length).toBeLessThanOrEqual(4_000)
    expect(entry?.after).toMatchObject({ name: 'Long' })
  })

  it('refuses that a line is changed or deleted, but for the purge of what is old', async () => {
    await addStyle()
    await expect(sql`update audit_log set action = 'nothing'`.execute(server.db)).rejects.toThrow('append-only')
    await expect(sql`delete from audit_log`.execute(server.db)).rejects.toThrow('append-only')
    const logger = createLogger({ level: 'silent', pretty: false })
    const [sweep] = createAudit({ db: server.db, clock, logger, auditDays: 400 }).sweeps
    clock.move({ hours: 399 * 24 })
    await sweep?.work()
    expect(actionsOf(await read())).toEqual(['createWritingStyle'])
    clock.move({ hours: 2 * 24 })
    await sweep?.work()
    expect(actionsOf(await read())).toEqual([])
  })
})
