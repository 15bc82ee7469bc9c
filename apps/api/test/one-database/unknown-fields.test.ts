import type { ErrorBody, GenerateContentResponse, Media, Post, Warning } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addKey } from '../harness/add-tenant.ts'
import { countRows } from '../harness/ledger.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { makePicture } from '../media-files/index.ts'

let server: TestServer
let accountId: string
let sandboxKey: string

beforeAll(async () => {
  server = await startTestServer({ work: false })
  accountId = (await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()).id
  sandboxKey = await addKey(server.db, { accountId, livemode: false })
})
afterAll(() => server.stop())

const GENERATE = '/api/v1/content/generate'
const VALID = { prompt: 'We just shipped dark mode', post_types: ['x-post'], research_mode: 'regular' }
const ITEM = { post_type: 'x-post', content: 'Hello' }

interface Warned {
  readonly warnings?: readonly Warning[]
}

const ofField = (field: string): Warning => ({
  code: 'unknown_field',
  message: `\`${field}\` is not a field of this operation, and was ignored.`,
  field,
})

async function expectWarnings(response: Response, warnings: readonly Warning[] | undefined) {
  expect(response.status).toBe(200)
  expect(((await response.json()) as Warned).warnings).toEqual(warnings)
}

const strict = () => ({ 'x-api-key': sandboxKey, 'x-strict': 'true' })

describe('a field that an operation does not know', () => {
  it('is named in the warnings, wherever it stands', async () => {
    await expectWarnings(await server.post(GENERATE, { ...VALID, flavour: 'warm' }), [ofField('flavour')])
    const draft = await server.post('/api/v1/posts', {
      items: [
        { ...ITEM, captoin: 'x' },
        { ...ITEM, options: {} },
      ],
    })
    expect(draft.status).toBe(400)
    const items = [{ ...ITEM, captoin: 'x', options: { nobodys: true } }]
    const created = await server.post('/api/v1/posts', { items, more: 1 })
    const { post_id, ...post } = (await created.json()) as Post
    const warnings = ['items[0].captoin', 'items[0].options.nobodys', 'more'].map(ofField)
    expect(post.warnings).toEqual(warnings)
    const init = { method: 'PATCH', headers: { 'content-type': 'application/json' } }
    const updated = await server.request(`/api/v1/posts/${post_id}`, {
      ...init,
      body: JSON.stringify({ items, more: 1 }),
    })
    await expectWarnings(updated, warnings)
    await expectWarnings(await server.request(`/api/v1/posts/${post_id}`), undefined)
  })

  it('is not there: there is no warning', async () => {
    await expectWarnings(await server.post(GENERATE, VALID), undefined)
    await expectWarnings(await server.post('/api/v1/content/estimate', VALID), undefined)
  })

  it('is named by the request that had it, not by the response that is kept for an Idempotency-Key', async () => {
    const key = { 'idempotency-key': 'unknown-fields-once' }
    const first = await server.post(GENERATE, { ...VALID, flavour: 'warm' }, key)
    const { warnings, ...started } = (await first.json()) as GenerateContentResponse
    expect(warnings).toEqual([ofField('flavour')])
    const again = await server.post(GENERATE, VALID, key)
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect(await again.json()).toEqual(started)
    const other = await server.post(GENERATE, { ...VALID, mood: 'calm' }, key)
    expect(await other.json()).toEqual({ ...started, warnings: [ofField('mood')] })
    const kept = await server.db.selectFrom('idempotency_keys').select('answer').execute()
    expect(JSON.stringify(kept)).not.toContain('flavour')
  })

  it('is not written to the audit log', async () => {
    const style = await server.post('/api/v1/writing-styles', { name: 'S', instructions: 'Be brief.', secretly: 1 })
    await expectWarnings(style, [ofField('secretly')])
    const entries = await server.db.selectFrom('audit_log').selectAll().execute()
    expect(entries.length).toBeGreaterThan(0)
    expect(JSON.stringify(entries)).not.toContain('secretly')
  })

  it('is named next to the file of an upload', async () => {
    await expectWarnings(await upload({ caption: 'x' }), [ofField('caption')])
  })
})

async function upload(fields: Readonly<Record<string, string>>, headers: Record<string, string> = {}) {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(await makePicture('jpeg'))]), 'photo.jpg')
  for (const [name, value] of Object.entries({ type: 'image', ...fields })) form.append(name, value)
  return server.request('/api/v1/media/upload', { method: 'POST', body: form, headers })
}

describe('with X-Strict: true', () => {
  it('a sandbox key is refused an unknown field, and nothing is done', async () => {
    const before = await countRows(server.db)
    const refused = await server.post(GENERATE, { ...VALID, flavour: 'warm', mood: 1 }, strict())
    expect(refused.status).toBe(400)
    expect(((await refused.json()) as ErrorBody).error).toMatchObject({
      code: 'VALIDATION_ERROR',
      message: 'flavour is not a field of this operation (and 1 more, see details)',
      details: [
        { path: 'flavour', message: 'is not a field of this operation' },
        { path: 'mood', message: 'is not a field of this operation' },
      ],
    })
    expect(await countRows(server.db)).toEqual(before)
    await expectWarnings(await server.post(GENERATE, VALID, strict()), undefined)
  })

  it('a sandbox key is refused an unknown field besides a file, which is not kept', async () => {
    const before = await countRows(server.db)
    const refused = await upload({ caption: 'x' }, strict())
    expect(refused.status).toBe(400)
    expect(((await refused.json()) as ErrorBody).error.details?.[0]?.path).toBe('caption')
    expect(await countRows(server.db)).toEqual(before)
    expect(((await (await upload({}, strict())).json()) as Media).warnings).toBeUndefined()
  })

  it('a live key is not refused', async () => {
    await expectWarnings(await server.post(GENERATE, { ...VALID, flavour: 'warm' }, { 'x-strict': 'true' }), [
      ofField('flavour'),
    ])
  })

  it.each(['false', 'true'])('and another header than true or false: %s is good, yes is refused', async (value) => {
    const path = '/api/v1/content/estimate'
    expect((await server.post(path, VALID, { ...strict(), 'x-strict': value })).status).toBe(200)
    const refused = await server.post(path, VALID, { ...strict(), 'x-strict': 'yes' })
    expect(((await refused.json()) as ErrorBody).error.details).toEqual([
      { path: 'X-Strict', message: 'must be true or false' },
    ])
  })
})

it('a preflight needs the scope posts:write, and no other', async () => {
  const writer = await addKey(server.db, { accountId, scopes: ['posts:write'] })
  const body = { items: [ITEM] }
  expect((await server.post('/api/v1/posts/preflight', body, { 'x-api-key': writer })).status).toBe(200)
  const publisher = await addKey(server.db, { accountId, scopes: ['posts:publish'] })
  expect((await server.post('/api/v1/posts/preflight', body, { 'x-api-key': publisher })).status).toBe(403)
})
