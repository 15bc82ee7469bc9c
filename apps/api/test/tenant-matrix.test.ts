import { randomUUID } from 'node:crypto'
import type { Database } from '#db/types.ts'
import type { Scope } from '@powerpost/contract'
import { SCOPE_PRESETS, SCOPES } from '@powerpost/contract'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Tenant } from './harness/add-tenant.ts'
import { addAccount, addKey, addWorkspace } from './harness/add-tenant.ts'
import type { DocumentOperation } from './harness/document-operations.ts'
import { documentOperations, keyedOperations, publicOperations } from './harness/document-operations.ts'
import type { Resources } from './harness/operation-fixtures.ts'
import { createResources, FIXTURES } from './harness/operation-fixtures.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { removeMediaFiles } from './media-files/index.ts'

let server: TestServer
let owner: Tenant
let mine: Resources
/** What a sandbox key of the owner made. */
let inSandbox: Resources
let before: unknown

beforeAll(async () => {
  server = await startTestServer({ credits: 1000 })
  const { id: accountId } = await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
  owner = { accountId, apiKey: server.apiKey, workspaceId: server.workspaceId }
  mine = await createResources(server)
  inSandbox = await createResources(actingBy(await addKey(server.db, { accountId, livemode: false })))
  before = await readOwned()
})
afterAll(async () => {
  await server.stop()
  await removeMediaFiles()
})

/** The server, asked with another key. */
function actingBy(apiKey: string): TestServer {
  const key = { 'x-api-key': apiKey }
  return {
    ...server,
    request: (path, init = {}) => server.request(path, { ...init, headers: { ...key, ...init.headers } }),
    post: (path, body, headers) => server.post(path, body, { ...key, ...headers }),
  }
}

interface OwnedRows {
  readonly where: RawBuilder<unknown>
  /** What must not change about a row `t`. @default all of it */
  readonly what?: RawBuilder<unknown>
}

/** Which rows of each table are the owner's; `nobody`: they belong to the server. A table that is missing does not compile. */
function ownedRows(): Record<keyof Database, OwnedRows | 'nobody'> {
  const { accountId } = owner
  const byAccount: OwnedRows = { where: sql`t.account_id = ${accountId}` }
  const byParent = (column: string, parent: keyof Database): OwnedRows => ({
    where: sql`t.${sql.ref(column)} in (select id from ${sql.table(parent)} where account_id = ${accountId})`,
  })
  const id = sql`t.id`
  return {
    accounts: { where: sql`t.id = ${accountId}` },
    // These tests make others, and use the keys.
    workspaces: { where: sql`t.id = ${mine.workspace}` },
    api_keys: { where: sql`t.id = ${mine.apiKey} and t.revoked_at is null`, what: id },
    credit_ledger: byAccount,
    media: byAccount,
    media_renditions: byAccount,
    runs: byAccount,
    run_events: byParent('run_id', 'runs'),
    brand_profiles: byAccount,
    writing_styles: byAccount,
    generations: byAccount,
    generation_media: byParent('generation_id', 'generations'),
    generation_outputs: byParent('generation_id', 'generations'),
    image_generations: byAccount,
    image_generation_styles: byParent('image_generation_id', 'image_generations'),
    image_generation_images: byParent('run_id', 'runs'),
    video_generations: byAccount,
    video_generation_videos: byParent('run_id', 'runs'),
    model_calls: byParent('run_id', 'runs'),
    // What a platform says of an account is asked for by whoever reads it.
    connections: {
      ...byAccount,
      what: sql`to_jsonb(t) - array['capabilities', 'capabilities_checked_at', 'capabilities_asked_at', 'limits', 'limits_checked_at', 'choices']`,
    },
    connection_requests: byAccount,
    publishing_pauses: byParent('connection_id', 'connections'),
    queues: byAccount,
    posts: byAccount,
    post_items: byParent('post_id', 'posts'),
    post_item_media: {
      where: sql`t.post_item_id in (
        select i.id from post_items i join posts p on p.id = i.post_id where p.account_id = ${accountId})`,
    },
    item_metrics: byAccount,
    metric_snapshots: { where: sql`t.item_id in (select item_id from item_metrics where account_id = ${accountId})` },
    metric_collections: { where: sql`t.item_id in (select item_id from item_metrics where account_id = ${accountId})` },
    calendar_entries: byAccount,
    calendar_feeds: byAccount,
    post_follow_ups: {
      where: sql`t.item_id in (
        select i.id from post_items i join posts p on p.id = i.post_id where p.account_id = ${accountId})`,
    },
    // Deliveries are tried meanwhile.
    webhook_endpoints: { ...byAccount, what: sql`array[t.secret, t.url, t.events::text]` },
    webhook_events: byAccount,
    webhook_deliveries: { ...byAccount, what: id },
    idempotency_keys: byAccount,
    // The tests use keys that were revoked, which the log tells.
    audit_log: { where: sql`t.account_id = ${accountId} and t.action <> 'authenticate'` },
    app_quotas: 'nobody',
    key_check: 'nobody',
  }
}

/** Everything of the owner's that a request could have changed. */
async function readOwned(): Promise<Record<string, unknown>> {
  const contents: Record<string, unknown> = {}
  for (const [table, rows] of Object.entries(ownedRows())) {
    if (rows === 'nobody') continue
    const { where, what = sql`to_jsonb(t)` } = rows
    const found = await sql`select ${what} as row from ${sql.table(table)} t where ${where} order by 1`.execute(
      server.db,
    )
    contents[table] = found.rows
  }
  return contents
}

interface Ask extends Pick<Tenant, 'workspaceId'> {
  /** Absent: no key is sent. */
  readonly apiKey?: string | undefined
  /** Whose resources the request names. */
  readonly resources?: Resources
}

async function ask(operation: DocumentOperation, { apiKey, workspaceId, resources = mine }: Ask): Promise<Response> {
  const {
    id = '',
    itemId = '',
    postType = '',
    name = '',
    query = '',
    body,
  } = FIXTURES[operation.operationId]?.(resources) ?? {}
  const path = operation.path
    .replace('{id}', id)
    .replace('{item_id}', itemId)
    .replace('{post_type}', postType)
    .replace('{name}', name)
  const url = new URL(`${path}${query}`, server.url)
  const headers = new Headers(apiKey === undefined ? {} : { 'x-api-key': apiKey })
  if (operation.needsWorkspace) headers.set('x-workspace-id', workspaceId)
  if (body !== undefined && !(body instanceof FormData)) headers.set('content-type', 'application/json')
  const payload = body === undefined || body instanceof FormData ? body : JSON.stringify(body)
  return fetch(url, { method: operation.method, headers, ...(payload !== undefined && { body: payload }) })
}

/** A refusal without what is its own in any case. */
async function refusal(response: Response): Promise<Record<string, unknown>> {
  const text = await response.text()
  if (!text.startsWith('{')) return { status: response.status, page: text }
  const { error } = JSON.parse(text) as { error?: Record<string, unknown> }
  return { status: response.status, ...error, request_id: undefined }
}

/** Ids that nobody has. */
function nobodys(): Resources {
  const ids = Object.keys(mine).map((name) => [name, randomUUID()])
  return Object.fromEntries(ids) as unknown as Resources
}

const naming = (resources: Resources, operation: DocumentOperation) =>
  JSON.stringify(FIXTURES[operation.operationId]?.(resources) ?? {})

/** Operations whose request names a resource of somebody. */
function namesResources(operation: DocumentOperation): boolean {
  const [one, other] = [nobodysOf('1'), nobodysOf('2')]
  return naming(one, operation) !== naming(other, operation)
}

function nobodysOf(digit: string): Resources {
  const id = `0199a1b2-0000-7000-8000-00000000000${digit}`
  return {
    generation: id,
    media: id,
    rendition: id,
    style: id,
    sandboxGeneration: id,
    imageGeneration: id,
    videoGeneration: id,
    workspace: id,
    apiKey: id,
    endpoint: id,
    delivery: id,
    connection: id,
    connectionRequest: id,
    post: id,
    postItem: id,
    queue: id,
    calendarEntry: id,
    calendarFeed: id,
  }
}

const keysWithout = new Map<string, string>()

/** A key of the owner that lacks one scope. One for each: an account can have so many keys and no more. */
async function keyWithout(scope: string): Promise<string> {
  const scopes = SCOPES.filter((each) => each !== scope)
  const key = keysWithout.get(scope) ?? (await addKey(server.db, { accountId: owner.accountId, scopes }))
  keysWithout.set(scope, key)
  return key
}

it('every operation of the document has a fixture, and every fixture an operation', () => {
  expect(Object.keys(FIXTURES).sort(), 'edit FIXTURES in test/harness/operation-fixtures.ts').toEqual(
    documentOperations.map(({ operationId }) => operationId).sort(),
  )
})

describe.each(keyedOperations)('$method $path', (operation) => {
  it('is refused in the same words without a good key, whatever is wrong with it', async () => {
    const { accountId, workspaceId } = owner
    const [past, now] = [new Date(Date.now() - 1000), new Date()]
    const keys = [
      'garbage',
      `pp_live_sk_${'0'.repeat(32)}`,
      await addKey(server.db, { accountId, revokedAt: now }),
      await addKey(server.db, { accountId, expiresAt: past }),
    ]
    const refusals = await Promise.all(
      keys.map(async (apiKey) => refusal(await ask(operation, { apiKey, workspaceId }))),
    )
    expect(refusals[0]).toMatchObject({ status: 401, code: 'INVALID_API_KEY' })
    for (const other of refusals) expect(other).toEqual(refusals[0])
    expect(await refusal(await ask(operation, { workspaceId }))).toMatchObject({ status: 401, code: 'INVALID_API_KEY' })
  })

  it('is refused to a key that has every scope but its own', async () => {
    const apiKey = await keyWithout(operation.scope)
    expect(await refusal(await ask(operation, { ...owner, apiKey }))).toMatchObject({
      status: 403,
      code: 'INSUFFICIENT_SCOPE',
      message: expect.stringContaining(operation.scope),
    })
  })
})

describe.each(documentOperations.filter(({ needsWorkspace }) => needsWorkspace))(
  '$method $path in a workspace that is not the key’s',
  (operation) => {
    it('is refused in the words of a workspace that does not exist', async () => {
      const foreign = await addAccount(server.db)
      const bound = await addKey(server.db, {
        accountId: owner.accountId,
        workspaceIds: [await addWorkspace(server.db, owner.accountId)],
      })
      const missing = await refusal(await ask(operation, { apiKey: foreign.apiKey, workspaceId: randomUUID() }))
      expect(missing).toMatchObject({ status: 403, code: 'FORBIDDEN' })
      for (const apiKey of [foreign.apiKey, bound]) {
        expect(await refusal(await ask(operation, { ...owner, apiKey }))).toEqual(missing)
      }
    })
  },
)

describe.each(keyedOperations.filter(namesResources))('$method $path with ids of another', (operation) => {
  it('answers as if there were none: to another account, another workspace, a bound key', async () => {
    const foreign = await addAccount(server.db, 100)
    // A second workspace, so that deleting one is not refused for being the last.
    await addWorkspace(server.db, foreign.accountId)
    const elsewhere = await addWorkspace(server.db, owner.accountId)
    const bound = await addKey(server.db, { accountId: owner.accountId, workspaceIds: [elsewhere] })
    const isOfAccount = !operation.needsWorkspace
    const askers: Ask[] = [
      foreign,
      { apiKey: bound, workspaceId: elsewhere },
      // What belongs to the account is the same in all its workspaces.
      ...(isOfAccount ? [] : [{ ...owner, workspaceId: elsewhere }]),
    ]
    for (const asker of askers) {
      const missing = await refusal(await ask(operation, { ...asker, resources: nobodys() }))
      expect(missing['status'], JSON.stringify(missing)).toBeOneOf([400, 404])
      expect(await refusal(await ask(operation, asker))).toEqual(missing)
    }
  })
})

// A public operation is let in by what its address holds, signed by the server. A fixture has nothing of that.
describe.each(publicOperations)('$method $path without what lets in', (operation) => {
  it('is refused, key or no key, and does not tell what exists', async () => {
    const asked = [mine, nobodys()].flatMap((resources) => [
      { workspaceId: owner.workspaceId, resources },
      { ...owner, resources },
    ])
    const refusals = await Promise.all(asked.map(async (asker) => refusal(await ask(operation, asker))))
    expect(refusals[0]?.['status']).toBeOneOf([400, 403, 404, 410])
    for (const other of refusals) expect(other).toEqual(refusals[0])
  })
})

function idsOfOneMode({ workspace, sandboxGeneration, ...ids }: Resources): string[] {
  expect([workspace, sandboxGeneration]).not.toContain(undefined)
  return Object.values(ids)
}

/** They name a workspace, which the modes share. */
const OF_BOTH_MODES = ['updateWorkspace', 'deleteWorkspace', 'createApiKey']

describe.each(keyedOperations.filter(namesResources).filter(({ operationId }) => !OF_BOTH_MODES.includes(operationId)))(
  '$method $path with ids of the other mode',
  (operation) => {
    it('answers as if there were none', async () => {
      const apiKey = await addKey(server.db, { accountId: owner.accountId, livemode: false })
      // A live key manages the keys of the sandbox.
      const ofKeys = operation.operationId === 'deleteApiKey'
      const askers = [{ ...owner, apiKey }, ...(ofKeys ? [] : [{ ...owner, resources: inSandbox }])]
      for (const asker of askers) {
        const missing = await refusal(await ask(operation, { ...asker, resources: nobodys() }))
        expect(missing['status']).toBeOneOf([400, 404])
        expect(await refusal(await ask(operation, asker))).toEqual(missing)
      }
    })
  },
)

describe.each(documentOperations.filter(({ operationId }) => operationId.startsWith('list')))(
  '$method $path',
  (operation) => {
    it('shows nothing of another account, and nothing of live mode in the sandbox', async () => {
      const foreign = await addAccount(server.db)
      const seen = await (await ask(operation, foreign)).text()
      for (const id of Object.values(mine)) expect(seen).not.toContain(id)
      const apiKey = await addKey(server.db, { accountId: owner.accountId, livemode: false })
      const sandbox = await (await ask(operation, { ...owner, apiKey })).text()
      for (const id of idsOfOneMode(mine)) expect(sandbox).not.toContain(id)
      const live = await (await ask(operation, owner)).text()
      // A live key manages the keys of the sandbox.
      const theirs = idsOfOneMode(inSandbox).filter((id) => id !== inSandbox.apiKey)
      for (const id of theirs) expect(live).not.toContain(id)
    })
  },
)

describe('a key of a preset', () => {
  const withheld: [keyof typeof SCOPE_PRESETS, readonly Scope[]][] = [
    ['read_draft', ['account:manage', 'posts:publish', 'settings:write']],
    ['read_only', SCOPES.filter((scope) => !scope.endsWith(':read'))],
  ]
  const cases = withheld.flatMap(([preset, scopes]) =>
    keyedOperations
      .filter(({ scope }) => scopes.some((one) => one === scope))
      .map((operation) => ({ preset, operation, name: `${operation.method} ${operation.path}` })),
  )
  it.each(cases)('$preset cannot $name', async ({ preset, operation }) => {
    const apiKey = await addKey(server.db, { accountId: owner.accountId, scopes: SCOPE_PRESETS[preset] })
    expect((await ask(operation, { ...owner, apiKey })).status).toBe(403)
  })
})

it('none of all these requests changed anything of the owner', async () => {
  expect(await readOwned()).toEqual(before)
})
