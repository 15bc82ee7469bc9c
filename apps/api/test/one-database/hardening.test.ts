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

async function sendRaw(body: string): Promise<unknown> {
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
