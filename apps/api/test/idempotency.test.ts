import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CreateApiKeyResponse, Media } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sweepIdempotencyKeys } from '#features/idempotency/index.ts'
import { addAccount, addKey, headersOf } from './harness/add-tenant.ts'
import { countRows, readBooks } from './harness/ledger.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { makeMediaFiles, removeMediaFiles } from './media-files/index.ts'

const GENERATE = '/api/v1/content/generate'
const BODY = { prompt: 'Only once, please', post_types: ['x-post'], research_mode: 'regular' }
const PRICE = 6

const clock = createMovableClock()
let server: TestServer

beforeAll(async () => {
  server = await startTestServer({ credits: 1000, work: false, clock })
})
afterAll(async () => {
  await server.stop()
  await removeMediaFiles()
})

function generate(key: string, body: unknown = BODY, headers: Record<string, string> = {}): Promise<Response> {
  return server.post(GENERATE, body, { 'idempotency-key': key, ...headers })
}

async function codeOf(response: Response): Promise<unknown> {
  const { error } = (await response.json()) as { error: { code: string } }
  return [response.status, error.code]
}

async function countGenerations(): Promise<number> {
  return (await countRows(server.db))['generations'] ?? 0
}

async function storedFiles(): Promise<string[]> {
  const entries = await readdir(join(server.database.dataDirectory, 'media'), { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
}

async function upload(key: string, path: string, type = 'image'): Promise<Response> {
  const form = new FormData()
  form.append('type', type)
  form.append('file', new Blob([await readFile(path)]), 'mine')
  return server.request('/api/v1/media/upload', { method: 'POST', body: form, headers: { 'idempotency-key': key } })
}

describe('the same request with the same key', () => {
  it('sent 50 times at once has one effect, one debit, and 50 equal answers', async () => {
    const before = { generations: await countGenerations(), ...(await readBooks(server.db)) }
    const responses = await Promise.all(Array.from({ length: 50 }, () => generate('fifty')))
    const bodies = await Promise.all(responses.map((response) => response.text()))
    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(bodies).size).toBe(1)
    expect(responses.filter(({ headers }) => headers.get('idempotent-replayed') === 'true')).toHaveLength(49)
    expect(await countGenerations()).toBe(before.generations + 1)
    expect((await readBooks(server.db)).balance).toBe(before.balance - PRICE)
  })

  it('is the same however its fields are ordered', async () => {
    const first = await (await generate('order')).json()
    const { prompt, post_types, research_mode } = BODY
    const again = await generate('order', { research_mode, post_types, prompt })
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect(await again.json()).toEqual(first)
  })

  it('is another request to another workspace, path or body, and refused', async () => {
    await generate('mine')
    const other = (await (await server.post('/api/v1/account/workspaces', { name: 'Other' })).json()) as {
      workspace_id: string
    }
    const reused = [422, 'IDEMPOTENCY_KEY_REUSED']
    expect(await codeOf(await generate('mine', { ...BODY, prompt: 'Something else' }))).toEqual(reused)
    expect(await codeOf(await generate('mine', BODY, { 'x-workspace-id': other.workspace_id }))).toEqual(reused)
    const estimate = server.post('/api/v1/content/estimate', BODY, { 'idempotency-key': 'mine' })
    expect(await codeOf(await estimate)).toEqual(reused)
  })

  it('after a refusal is tried anew: it had no effect', async () => {
    expect((await generate('later', { ...BODY, max_credits: 1 })).status).toBe(402)
    expect((await generate('later', { ...BODY, prompt: 'x' })).status).toBe(400)
    const response = await generate('later')
    expect([response.status, response.headers.get('idempotent-replayed')]).toEqual([200, null])
  })

  it("is a sandbox key's own, and another key's of the account the same", async () => {
    const live = await (await generate('modes')).json()
    const sandbox = await createKey({ name: 'Sandbox', preset: 'read_write', sandbox: true })
    const colleague = await createKey({ name: 'Colleague', preset: 'read_write' })
    const inSandbox = await generate('modes', BODY, { 'x-api-key': sandbox })
    expect(inSandbox.headers.get('idempotent-replayed')).toBeNull()
    expect(await (await generate('modes', BODY, { 'x-api-key': colleague })).json()).toEqual(live)
  })

  it("is another account's own", async () => {
    const first = (await (await generate('accounts')).json()) as { generation_id: string }
    const other = await addAccount(server.db)
    const theirs = await generate('accounts', BODY, headersOf(other))
    expect(await codeOf(theirs)).toEqual([402, 'INSUFFICIENT_CREDITS'])
    expect(await (await generate('accounts')).json()).toEqual(first)
  })

  it('a day later has an effect of its own, and the old answer is swept', async () => {
    const first = await (await generate('tomorrow')).json()
    clock.move({ hours: 23, minutes: 59 })
    expect(await (await generate('tomorrow')).json()).toEqual(first)
    clock.move({ minutes: 2 })
    const next = await generate('tomorrow')
    expect(next.headers.get('idempotent-replayed')).toBeNull()
    expect(await next.json()).not.toEqual(first)
    clock.move({ hours: 24 })
    expect(await sweepIdempotencyKeys({ db: server.db, clock })).toBeGreaterThan(0)
    expect(await server.db.selectFrom('idempotency_keys').select('key').execute()).toEqual([])
  })

  it('with a key of 256 characters, or of other than printable ASCII, is refused', async () => {
    expect((await generate('k'.repeat(255))).status).toBe(200)
    expect(await codeOf(await generate('k'.repeat(256)))).toEqual([400, 'VALIDATION_ERROR'])
    expect(await codeOf(await generate('schlüssel'))).toEqual([400, 'VALIDATION_ERROR'])
  })
})

describe('an upload sent again with its key', () => {
  it('is kept once, with one file', async () => {
    const { jpeg } = await makeMediaFiles()
    const media = (await (await upload('picture', jpeg)).json()) as Media
    const files = await storedFiles()
    const again = await upload('picture', jpeg)
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect(await again.json()).toEqual(media)
    expect(await storedFiles()).toEqual(files)
    expect((await countRows(server.db))['media']).toBe(1)
  })

  it('is kept once however many come at once', async () => {
    const { png } = await makeMediaFiles()
    const before = (await storedFiles()).length
    const responses = await Promise.all(Array.from({ length: 5 }, () => upload('pictures', png)))
    const media = await Promise.all(responses.map((response) => response.json() as Promise<Media>))
    expect(new Set(media.map(({ media_id }) => media_id)).size).toBe(1)
    expect(await storedFiles()).toHaveLength(before + 1)
  })

  it('is refused with another file, and leaves nothing', async () => {
    const { png, webp } = await makeMediaFiles()
    await upload('other file', png)
    const files = await storedFiles()
    expect(await codeOf(await upload('other file', webp))).toEqual([422, 'IDEMPOTENCY_KEY_REUSED'])
    expect(await storedFiles()).toEqual(files)
  })
})

describe('an answer about the account', () => {
  it('is kept for keys of the same rights alone', async () => {
    const { accountId } = await server.db
      .selectFrom('accounts')
      .select('id as accountId')
      .orderBy('created_at')
      .executeTakeFirstOrThrow()
    const ask = (apiKey: string) =>
      server.post('/api/v1/account/workspaces', { name: 'Mine' }, { 'x-api-key': apiKey, 'idempotency-key': 'rights' })
    const created = await (await ask(server.apiKey)).json()
    expect(await (await ask(await addKey(server.db, { accountId }))).json()).toEqual(created)
    const bound = await addKey(server.db, { accountId, workspaceIds: [server.workspaceId] })
    expect((await ask(bound)).status).toBe(422)
  })
})

describe('an answer that shows a secret', () => {
  it('is kept without it', async () => {
    const ask = () =>
      server.post('/api/v1/account/api-keys', { name: 'Once', preset: 'read_only' }, { 'idempotency-key': 'secret' })
    const { key, ...rest } = (await (await ask()).json()) as CreateApiKeyResponse
    expect(key).toMatch(/^pp_live_sk_/)
    expect(await (await ask()).json()).toEqual(rest)
    const kept = await server.db.selectFrom('idempotency_keys').select('answer').where('key', '=', 'secret').execute()
    expect(JSON.stringify(kept)).not.toContain(key)
  })
})

async function createKey(request: object): Promise<string> {
  const response = await server.post('/api/v1/account/api-keys', request)
  return ((await response.json()) as CreateApiKeyResponse).key ?? ''
}
