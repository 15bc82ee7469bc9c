import { createConnection } from 'node:net'
import { ERRORS, errorBodySchema } from '@powerpost/contract'
import type { ApiKeyPage, ErrorBody, ErrorCode } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fingerprintApiKey } from '#shared/api-key.ts'
import { countRows, readBooks } from '../harness/ledger.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'

const VALID = { prompt: 'We just shipped dark mode', post_types: ['x-post'], research_mode: 'regular' }
const GENERATE = '/api/v1/content/generate'
const FOREIGN_WORKSPACE = '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer({ credits: 5 })
})
afterAll(() => server.stop())

interface ExpectedError {
  readonly code: ErrorCode
  readonly message?: string
  readonly details?: ErrorBody['error']['details']
}

async function expectError(response: Response, { code, message, details }: ExpectedError): Promise<ErrorBody['error']> {
  const { error } = errorBodySchema.strict().parse(await response.json())
  expect(response.status).toBe(ERRORS[code].status)
  expect(error.code).toBe(code)
  if (message !== undefined) expect(error.message).toBe(message)
  if (details !== undefined) expect(error.details).toEqual(details)
  expect(error.request_id).toBe(response.headers.get('x-request-id'))
  expect(error.doc_url).toBe(`${server.url}/docs/errors#${code}`)
  return error
}

const refuseBody = (body: unknown) => server.post(GENERATE, body)
const refuseRaw = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  server.request(GENERATE, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body })

describe('a refused request', () => {
  it.each<[string, unknown, ErrorBody['error']['details']]>([
    [
      'no prompt and no media',
      { ...VALID, prompt: undefined },
      [{ path: 'prompt', message: 'is required when there are no media_ids' }],
    ],
    [
      'no prompt and empty media_ids',
      { ...VALID, prompt: undefined, media_ids: [] },
      [{ path: 'prompt', message: 'is required when there are no media_ids' }],
    ],
    [
      'a prompt of two characters',
      { ...VALID, prompt: 'ab' },
      [{ path: 'prompt', message: 'must have at least 3 characters' }],
    ],
    [
      'a prompt of spaces',
      { ...VALID, prompt: '   a  ' },
      [{ path: 'prompt', message: 'must have at least 3 characters between its first and last non-space' }],
    ],
    [
      'a prompt of 501 emoji',
      { ...VALID, prompt: '🚀'.repeat(501) },
      [{ path: 'prompt', message: 'must have at most 500 characters' }],
    ],
    [
      'a prompt with a NUL',
      { ...VALID, prompt: 'dark\u0000mode' },
      [{ path: 'prompt', message: 'must not contain the character U+0000' }],
    ],
    ['a prompt that is a number', { ...VALID, prompt: 7 }, [{ path: 'prompt', message: 'must be a string' }]],
    ['no post types', { ...VALID, post_types: [] }, [{ path: 'post_types', message: 'must have at least 1 item' }]],
    ['post_types missing', { ...VALID, post_types: undefined }, [{ path: 'post_types', message: 'is required' }]],
    [
      'an unknown post type',
      { ...VALID, post_types: ['x-post', 'myspace-post'] },
      [{ path: 'post_types[1]', message: expect.stringMatching(/^must be one of: instagram-feed, .*linkedin-post$/) }],
    ],
    [
      'an unknown research mode',
      { ...VALID, research_mode: 'thorough' },
      [{ path: 'research_mode', message: 'must be one of: regular, deep' }],
    ],
    [
      'a CTA of 101 characters',
      { ...VALID, cta_text: 'a'.repeat(101) },
      [{ path: 'cta_text', message: 'must have at most 100 characters' }],
    ],
    [
      'eleven media ids',
      { ...VALID, media_ids: Array.from({ length: 11 }, () => 'same') },
      [{ path: 'media_ids', message: 'must have at most 10 items' }],
    ],
    [
      'an unknown media id that is no UUID',
      { ...VALID, media_ids: ['f9g0h1i2-j3k4-5678-lmno-pq9876543210'] },
      [{ path: 'media_ids[0]', message: 'is not a file of this workspace' }],
    ],
    [
      'an unknown media id that is a UUID',
      { ...VALID, media_ids: [FOREIGN_WORKSPACE] },
      [{ path: 'media_ids[0]', message: 'is not a file of this workspace' }],
    ],
    [
      'an unknown writing style',
      { ...VALID, writing_style_id: 'ws_abc123' },
      [{ path: 'writing_style_id', message: 'is not a writing style of this workspace' }],
    ],
    ['a list instead of an object', [VALID], [{ path: 'body', message: 'must be an object' }]],
  ])('is answered 400 and told the field: %s', async (_, body, details) => {
    await expectError(await refuseBody(body), { code: 'VALIDATION_ERROR', ...(details && { details }) })
  })

  it.each(['null', '"abc"', '7'])('of JSON that is no object, %s, is answered 400', async (body) => {
    await expectError(await refuseRaw(body), {
      code: 'VALIDATION_ERROR',
      details: [{ path: 'body', message: 'must be an object' }],
    })
  })

  it('with a hundred thousand mistakes is answered shortly', async () => {
    const body = { ...VALID, post_types: Array(100_000).fill('q'), media_ids: Array(100_000).fill(7) }
    const response = await refuseRaw(JSON.stringify(body))
    const length = (await response.clone().text()).length
    await expectError(response, { code: 'VALIDATION_ERROR' })
    expect(length).toBeLessThan(10_000)
  })

  it('with a cursor that only looks like ours is answered 400', async () => {
    await server.post('/api/v1/account/api-keys', { name: 'Another', preset: 'read_write' })
    const list = '/api/v1/account/api-keys?limit=1'
    const page = (await (await server.request(list)).json()) as ApiKeyPage
    const [, ...rest]: unknown[] = JSON.parse(Buffer.from(page.next_cursor ?? '', 'base64url').toString())
    for (const time of ['0000-01-01T00:00:00.000000Z', '2026-13-01T00:00:00.000000Z', 'now']) {
      const cursor = Buffer.from(JSON.stringify([time, ...rest])).toString('base64url')
      const response = await server.request(`${list}&cursor=${cursor}`)
      await expectError(response, {
        code: 'VALIDATION_ERROR',
        details: [{ path: 'cursor', message: 'is not a cursor of this list' }],
      })
    }
  })

  it('that is not HTTP is answered 400 in the same words', async () => {
    const { hostname, port } = new URL(server.url)
    const socket = createConnection({ host: hostname, port: Number(port) })
    socket.write('HELLO\r\n\r\n')
    let answer = ''
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
    await new Promise((resolve) => socket.on('close', resolve))
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).toContain('"code":"VALIDATION_ERROR"')
  })

  it('that is not JSON is answered 400', async () => {
    await expectError(await refuseRaw('{"prompt": "dark'), {
      code: 'VALIDATION_ERROR',
      message: 'The body is not valid JSON.',
      details: [{ path: 'body', message: 'is not valid JSON' }],
    })
  })

  it('without a body is answered 400, whatever its content type', async () => {
    for (const headers of [{}, { 'content-type': 'application/json' }]) {
      const response = await server.request(GENERATE, { method: 'POST', headers })
      const { details } = await expectError(response, { code: 'VALIDATION_ERROR' })
      expect(details?.[0]?.message).toBe('is required')
    }
  })

  it('with JSON over 1 MiB is answered 413, and with 1 MiB is read', async () => {
    const fill = (bytes: number) => {
      const body = JSON.stringify({ ...VALID, ignored: '' })
      return body.replace('"ignored":""', `"ignored":"${'x'.repeat(bytes - body.length)}"`)
    }
    await expectError(await refuseRaw(fill(1024 * 1024 + 1)), {
      code: 'PAYLOAD_TOO_LARGE',
      message: 'The JSON body is larger than 1 MiB.',
    })
    await expectError(await refuseRaw(fill(1024 * 1024)), { code: 'INSUFFICIENT_CREDITS' })
  })

  it('that goes on beyond 1 MiB is answered 413 while it still goes on', async () => {
    const { hostname, port } = new URL(server.url)
    const socket = createConnection({ host: hostname, port: Number(port) })
    const head = `POST ${GENERATE} HTTP/1.1\r\nHost: x\r\nx-api-key: ${server.apiKey}\r\nx-workspace-id: ${server.workspaceId}\r\n`
    socket.write(`${head}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`)
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`
    const sending = setInterval(() => socket.write(chunk), 1)
    const answer = await new Promise<string>((resolve) =>
      socket.once('data', (data: Buffer) => resolve(data.toString())),
    )
    clearInterval(sending)
    socket.destroy()
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
  })

  it('of another content type is answered 415', async () => {
    await expectError(await refuseRaw('prompt=x', { 'content-type': 'application/x-www-form-urlencoded' }), {
      code: 'UNSUPPORTED_MEDIA_TYPE',
    })
    await expectError(
      await refuseRaw(JSON.stringify(VALID), { 'content-type': 'application/json; charset=iso-8859-1' }),
      {
        code: 'UNSUPPORTED_MEDIA_TYPE',
      },
    )
  })

  it.each([
    ['no key', { 'x-api-key': '' }],
    ['a malformed key', { 'x-api-key': 'hello' }],
    ['an unknown key', { 'x-api-key': `pp_live_sk_${'x'.repeat(32)}` }],
    ['another scheme', { 'x-api-key': '', authorization: 'Basic cGFzczp3b3Jk' }],
  ])('with %s is answered 401', async (_, headers) => {
    const response = await server.post(GENERATE, VALID, headers)
    await expectError(response, { code: 'INVALID_API_KEY' })
    expect(response.headers.get('www-authenticate')).toBe('Bearer')
  })

  it('with a revoked or an expired key is answered 401, in the words of an unknown one', async () => {
    const { account_id } = await server.db.selectFrom('workspaces').select('account_id').executeTakeFirstOrThrow()
    const base = {
      account_id,
      name: 'test',
      scopes: ['content:generate' as const],
      livemode: true,
      workspace_ids: null,
    }
    const created_at = new Date()
    const revoked = `pp_live_sk_${'r'.repeat(32)}`
    const expired = `pp_live_sk_${'e'.repeat(32)}`
    await server.db
      .insertInto('api_keys')
      .values([
        {
          ...base,
          id: FOREIGN_WORKSPACE,
          ...fingerprintApiKey(revoked),
          created_at,
          revoked_at: created_at,
          expires_at: null,
        },
        {
          ...base,
          id: '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c',
          ...fingerprintApiKey(expired),
          created_at,
          revoked_at: null,
          expires_at: created_at,
        },
      ])
      .execute()
    for (const key of [revoked, expired]) {
      const response = await server.post(GENERATE, VALID, { 'x-api-key': key })
      await expectError(response, { code: 'INVALID_API_KEY', message: 'The API key is not valid.' })
    }
  })

  it('with a key that lacks the scope is answered 403 and told the scope', async () => {
    const { account_id } = await server.db.selectFrom('workspaces').select('account_id').executeTakeFirstOrThrow()
    const key = `pp_live_sk_${'s'.repeat(32)}`
    await server.db
      .insertInto('api_keys')
      .values({
        id: '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1d',
        account_id,
        name: 'reader',
        ...fingerprintApiKey(key),
        scopes: ['content:read'],
        livemode: true,
        workspace_ids: null,
        created_at: new Date(),
        expires_at: null,
        revoked_at: null,
      })
      .execute()
    await expectError(await server.post(GENERATE, VALID, { 'x-api-key': key }), {
      code: 'INSUFFICIENT_SCOPE',
      message: 'The API key lacks the scope content:generate.',
    })
    expect((await server.request('/api/v1/content/generations', { headers: { 'x-api-key': key } })).status).toBe(200)
  })

  it('without a workspace, or with one that is no UUID, is answered 400', async () => {
    const missing = await fetch(new URL(GENERATE, server.url), {
      method: 'POST',
      headers: { 'x-api-key': server.apiKey },
    })
    await expectError(missing, {
      code: 'VALIDATION_ERROR',
      details: [
        { path: 'X-Workspace-Id', message: `is required: this key reaches one workspace, ${server.workspaceId}` },
      ],
    })
    const malformed = await server.post(GENERATE, VALID, { 'x-workspace-id': 'mine' })
    await expectError(malformed, {
      code: 'VALIDATION_ERROR',
      details: [{ path: 'X-Workspace-Id', message: 'must be the UUID of one of your workspaces' }],
    })
  })

  it("with a workspace that is not the account's is answered 403", async () => {
    await expectError(await server.post(GENERATE, VALID, { 'x-workspace-id': FOREIGN_WORKSPACE }), {
      code: 'FORBIDDEN',
      message: 'The API key has no access to this workspace.',
    })
  })

  it('that costs more than the balance is answered 402', async () => {
    await expectError(await refuseBody(VALID), {
      code: 'INSUFFICIENT_CREDITS',
      message: 'This costs 6 credits, and the balance is 5.',
    })
  })

  it('for an unknown id or route is answered 404', async () => {
    const words = { code: 'NOT_FOUND', message: 'There is no such generation in this workspace.' } as const
    for (const id of [FOREIGN_WORKSPACE, 'nothing', 'a%00b', 'x'.repeat(200)]) {
      await expectError(await server.request(`/api/v1/content/generations/${id}`), words)
    }
    await expectError(await server.request('/api/v1/nothing'), { code: 'NOT_FOUND' })
    await expectError(await server.request('/nothing'), { code: 'NOT_FOUND' })
  })

  it('with another method is answered 405 and told the right ones', async () => {
    const response = await server.request(GENERATE)
    await expectError(response, { code: 'METHOD_NOT_ALLOWED', message: 'GET is not allowed here: use POST, OPTIONS.' })
    expect(response.headers.get('allow')).toBe('POST, OPTIONS')
    const id = await server.request('/api/v1/content/generations/x', { method: 'DELETE' })
    expect(id.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
  })

  it.each([
    ['limit=0', 'limit', 'must be at least 1'],
    ['limit=101', 'limit', 'must be at most 100'],
    ['status=done', 'status', 'must be one of: pending, processing, completed, failed'],
    ['cursor=nonsense', 'cursor', 'is not a cursor of this list'],
  ])('for a list with ?%s is answered 400', async (query, path, message) => {
    const response = await server.request(`/api/v1/content/generations?${query}`)
    await expectError(response, { code: 'VALIDATION_ERROR', details: [{ path, message }] })
  })

  it.each(['ten', '1.5', '1e1', '0x5', '%205', '+5', '%2B5', '-5', '', '5&limit=6'])(
    'for a page of %s items is answered 400',
    async (limit) => {
      const response = await server.request(`/api/v1/posts?limit=${limit}`)
      const details = [{ path: 'limit', message: 'must be a whole number, in digits' }]
      await expectError(response, { code: 'VALIDATION_ERROR', details })
    },
  )

  it('with a path that cannot be decoded is answered 400', async () => {
    await expectError(await server.request('/api/v1/content/generations/%zz'), { code: 'VALIDATION_ERROR' })
  })

  it('costs nothing and leaves no row', async () => {
    expect(await readBooks(server.db)).toEqual({ balance: 5, ledger: 5, entries: 1 })
    expect(await countRows(server.db)).toEqual({
      generations: 0,
      generation_media: 0,
      image_generations: 0,
      image_generation_images: 0,
      video_generations: 0,
      media: 0,
      credit_ledger: 1,
      jobs: 0,
    })
  })
})

describe('every answer', () => {
  it("carries a request id, the caller's own when it is well-formed", async () => {
    const path = '/api/v1/account/credits'
    const own = await server.request(path, { headers: { 'x-request-id': 'mine-42' } })
    expect(own.headers.get('x-request-id')).toBe('mine-42')
    const made = await server.request(path, { headers: { 'x-request-id': 'not well-formed' } })
    expect(made.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('says nothing of what the server is made of', async () => {
    const response = await server.request('/api/v1/account/credits')
    expect(response.headers.get('x-powered-by')).toBeNull()
    expect(response.headers.get('server')).toBeNull()
  })

  it('to a bearer token is the same as to x-api-key', async () => {
    const response = await fetch(new URL('/api/v1/account/credits', server.url), {
      headers: { authorization: `Bearer ${server.apiKey}` },
    })
    expect(await response.json()).toEqual({ balance: 5 })
  })
})

describe('a connection that breaks', () => {
  it('in the middle of a body does not disturb the server', async () => {
    const { hostname, port } = new URL(server.url)
    const socket = createConnection({ host: hostname, port: Number(port) })
    const head = `POST ${GENERATE} HTTP/1.1\r\nHost: x\r\nx-api-key: ${server.apiKey}\r\nx-workspace-id: ${server.workspaceId}\r\n`
    socket.write(`${head}Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"prompt"`)
    await new Promise<void>((resolve) => socket.end(() => resolve()))
    socket.destroy()
    expect((await server.request('/healthz')).status).toBe(200)
  })
})
