import type { ErrorBody } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'

const STYLES = '/api/v1/writing-styles'
const CREDITS = '/api/v1/account/credits'
const OUR_PAGE = 'https://app.example.com'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({
    work: false,
    environment: { POWERPOST_CORS_ORIGINS: `${OUR_PAGE},http://localhost:5173` },
  })
})
afterAll(() => server.stop())

async function sendRaw(body: string | Uint8Array<ArrayBuffer>): Promise<readonly [number, string, string]> {
  const headers = { 'content-type': 'application/json' }
  const response = await server.request(STYLES, { method: 'POST', body, headers })
  const { error } = (await response.json()) as ErrorBody
  return [response.status, error?.code, error?.message]
}

describe('a JSON body', () => {
  it.each([
    ['of 100,000 levels', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'nested at most 32 levels'],
    ['of 33 levels', `${'{"a":'.repeat(33)}1${'}'.repeat(33)}`, 'nested at most 32 levels'],
    ['of 100,000 fields', `{${Array.from({ length: 50_000 }, (_, i) => `"k${i}":1`).join()}}`, 'at most 10000 fields'],
    ['of 100,000 items', `[${'1,'.repeat(99_999)}1]`, 'at most 10000 fields'],
  ])('%s is refused', async (_, body, message) => {
    expect(await sendRaw(body)).toEqual([400, 'VALIDATION_ERROR', expect.stringContaining(message)])
  })

  it('that wants to change what objects are made of changes nothing', async () => {
    const fields = '"name":"S","instructions":"Whisper."'
    const body = `{${fields},"__proto__":{"active":true,"polluted":1},"constructor":{"prototype":{"polluted":1}}}`
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'proto' }
    const created = await server.request(STYLES, { method: 'POST', body, headers })
    expect(await created.json()).toMatchObject({ active: false })
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  it.each([
    ['in a field', '{"name":"a\\u0000b","instructions":"Whisper."}'],
    ['in an item', '{"name":"S","instructions":"Whisper.","examples":["\\u0000"]}'],
  ])('with NUL %s is refused', async (_, body) => {
    expect(await sendRaw(body)).toEqual([400, 'VALIDATION_ERROR', expect.stringContaining('U+0000')])
  })

  it.each([
    ['an escaped half of a pair', '{"name":"a\\ud83d b","instructions":"Whisper."}', 'name must', 'U+D83D at index 1'],
    ['another half in an item', '{"name":"S","examples":["ok","\\udE00"]}', 'examples[1] must', 'U+DE00 at index 0'],
    ['a half in the name of a field', '{"\\ud83d":1}', 'body must', 'U+D83D at index 0'],
    ['a byte of Latin-1', Buffer.from('{"name":"caf\u00e9"}', 'latin1'), 'body must', 'byte 12 is not'],
    ['a surrogate in UTF-8', Buffer.from('7b2261223a22efbfbdeda0bd227d', 'hex'), 'body must', 'byte 9 is not'],
    ['a character cut off', Buffer.from('{"name":"\u00e9').subarray(0, -1), 'body must', 'byte 9 is not'],
  ])('with %s is refused, not altered', async (_, body, field, place) => {
    const [status, code, message] = await sendRaw(body)
    expect([status, code]).toEqual([400, 'VALIDATION_ERROR'])
    expect([message.startsWith(field), message.endsWith(place)]).toEqual([true, true])
  })

  it('with whole pairs and a U+FFFD of its own is taken as it is', async () => {
    const body = '{"name":"\\ud83d\\ude80 \uFFFD \u{1F680}","instructions":"Whisper."}'
    const headers = { 'content-type': 'application/json' }
    const style = await (await server.request(STYLES, { method: 'POST', body, headers })).json()
    expect(style).toMatchObject({ name: '\u{1F680} \uFFFD \u{1F680}' })
  })

  it.each(['%ff', '%ED%A0%80', '%'])('whose query has the bytes %s is refused, not altered', async (bytes) => {
    const response = await server.request(`${STYLES}?cursor=a${bytes}`)
    const { error } = (await response.json()) as ErrorBody
    expect([response.status, error.message]).toEqual([400, 'cursor must be UTF-8, percent-encoded'])
  })

  it('with numbers beyond all bounds is refused', async () => {
    const body = '{"prompt":"abc","post_types":["x-post"],"research_mode":"regular","max_credits":1e999}'
    const headers = { 'content-type': 'application/json' }
    expect((await server.request('/api/v1/content/generate', { method: 'POST', body, headers })).status).toBe(400)
  })
})

describe('every answer', () => {
  it.each([CREDITS, '/healthz', '/api/v1/nothing', '/docs/errors'])(
    '%s tells browsers to do no more than read it',
    async (path) => {
      const { headers } = await server.request(path)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('strict-transport-security')).toBeNull()
    },
  )
})

describe('a page of another origin', () => {
  const ask = (origin: string, path = CREDITS) => server.request(path, { headers: { origin } })
  const preflight = (origin: string) =>
    fetch(new URL(CREDITS, server.url), {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'GET', 'access-control-request-headers': 'x-api-key' },
    })

  it('may ask when it is named, and read what the limits say', async () => {
    const { headers } = await ask(OUR_PAGE)
    expect(headers.get('access-control-allow-origin')).toBe(OUR_PAGE)
    expect(headers.get('access-control-expose-headers')).toContain('x-ratelimit-remaining')
    const allowed = await preflight(OUR_PAGE)
    expect(allowed.status).toBe(204)
    expect(allowed.headers.get('access-control-allow-headers')).toContain('x-api-key')
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull()
  })

  it('may not when it is not', async () => {
    for (const origin of ['https://evil.example', 'null', `${OUR_PAGE}.evil.example`]) {
      expect((await ask(origin)).headers.get('access-control-allow-origin')).toBeNull()
      expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull()
    }
  })

  it('never may without a setting', async () => {
    const closed = await startTestServer({ work: false })
    try {
      const response = await closed.request(CREDITS, { headers: { origin: OUR_PAGE } })
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
    } finally {
      await closed.stop()
    }
  })
})
