import { randomUUID } from 'node:crypto'
import type { Scope } from '@powerpost/contract'
import { SCOPE_PRESETS, SCOPES } from '@powerpost/contract'
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
let before: unknown

beforeAll(async () => {
  server = await startTestServer({ credits: 1000 })
  const { id: accountId } = await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
  owner = { accountId, apiKey: server.apiKey, workspaceId: server.workspaceId }
  mine = await createResources(server)
  before = await readOwned()
})
afterAll(async () => {
  await server.stop()
  await removeMediaFiles()
})

/** Everything of the owner's that a request could have changed; keys of these tests apart. */
async function readOwned(): Promise<unknown> {
  const { rows } = await sql`
    select
      (select jsonb_agg(w order by w.id) from workspaces w where w.id = ${mine.workspace}) as workspaces,
      (select jsonb_agg(k.id) from api_keys k where k.id = ${mine.apiKey} and k.revoked_at is null) as keys,
      (select jsonb_agg(s order by s.id) from writing_styles s where s.account_id = ${owner.accountId}) as styles,
      (select jsonb_agg(e.secret || e.url || e.events::text order by e.id) from webhook_endpoints e
        where e.account_id = ${owner.accountId}) as endpoints,
      (select jsonb_agg(c order by c.id) from connections c where c.account_id = ${owner.accountId}) as connections,
      (select jsonb_agg(d.id order by d.id) from webhook_deliveries d
        where d.account_id = ${owner.accountId}) as deliveries,
      (select jsonb_agg(g order by g.id) from generations g where g.account_id = ${owner.accountId}) as generations,
      (select jsonb_agg(p order by p.id) from posts p where p.account_id = ${owner.accountId}) as posts,
      (select jsonb_agg(i order by i.id) from post_items i join posts p on p.id = i.post_id
        where p.account_id = ${owner.accountId}) as post_items,
      (select jsonb_agg(m order by m.id) from media m where m.account_id = ${owner.accountId}) as media,
      (select jsonb_agg(l order by l.id) from credit_ledger l where l.account_id = ${owner.accountId}) as ledger
  `.execute(server.db)
  return rows[0]
}

interface Ask extends Pick<Tenant, 'workspaceId'> {
  /** Absent: no key is sent. */
  readonly apiKey?: string | undefined
  /** Whose resources the request names. */
  readonly resources?: Resources
}

async function ask(operation: DocumentOperation, { apiKey, workspaceId, resources = mine }: Ask): Promise<Response> {
  const { id = '', itemId = '', query = '', body } = FIXTURES[operation.operationId]?.(resources) ?? {}
  const path = operation.path.replace('{id}', id).replace('{item_id}', itemId)
  const url = new URL(`${path}${query}`, server.url)
  const headers = new Headers(apiKey === undefined ? {} : { 'x-api-key': apiKey })
  if (operation.needsWorkspace) headers.set('x-workspace-id', workspaceId)
  if (body !== undefined && !(body instanceof FormData)) headers.set('content-type', 'application/json')
  const payload = body === undefined || body instanceof FormData ? body : JSON.stringify(body)
  return fetch(url, { method: operation.method, headers, ...(payload !== undefined && { body: payload }) })
}

/** A refusal without what is its own in any case. */
async function refusal(response: Response): Promise<Record<string, unknown>> {
  const { error } = (await response.json()) as { error?: Record<string, unknown> }
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
    style: id,
    sandboxGeneration: id,
    imageGeneration: id,
    workspace: id,
    apiKey: id,
    endpoint: id,
    delivery: id,
    connection: id,
    post: id,
    postItem: id,
  }
}

it('every operation of the document has a fixture, and every fixture an operation', () => {
  expect(Object.keys(FIXTURES).sort()).toEqual(documentOperations.map(({ operationId }) => operationId).sort())
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
    const scopes = SCOPES.filter((scope) => scope !== operation.scope)
    const apiKey = await addKey(server.db, { accountId: owner.accountId, scopes })
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
    expect(refusals[0]?.['status']).toBeOneOf([400, 403, 404])
    for (const other of refusals) expect(other).toEqual(refusals[0])
  })
})

/** What the modes do not share. */
const OF_ONE_MODE = [
  'getGeneration',
  'regenerateContent',
  'generateContent',
  'estimateContent',
  'deleteApiKey',
  'getMedia',
  'deleteMedia',
  'replayWebhookDelivery',
  'getConnection',
  'deleteConnection',
  'createPost',
  'getPost',
  'updatePost',
  'deletePost',
  'preflightPost',
  'publishPost',
  'schedulePost',
  'cancelPost',
  'retryPostItem',
]

describe.each(documentOperations.filter(({ operationId }) => OF_ONE_MODE.includes(operationId)))(
  '$method $path with a sandbox key and ids of live mode',
  (operation) => {
    it('answers as if there were none, and the other way round', async () => {
      const apiKey = await addKey(server.db, { accountId: owner.accountId, livemode: false })
      const missing = await refusal(await ask(operation, { ...owner, apiKey, resources: nobodys() }))
      expect(missing['status']).toBeOneOf([400, 404])
      expect(await refusal(await ask(operation, { ...owner, apiKey }))).toEqual(missing)
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
      const inSandbox = await (await ask(operation, { ...owner, apiKey })).text()
      for (const id of [mine.generation, mine.media, mine.apiKey, mine.delivery, mine.connection, mine.post])
        expect(inSandbox).not.toContain(id)
      const live = await (await ask(operation, owner)).text()
      expect(live).not.toContain(mine.sandboxGeneration)
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
