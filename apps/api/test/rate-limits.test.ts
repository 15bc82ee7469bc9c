import { randomBytes } from 'node:crypto'
import { ACCOUNT_RATE_FACTOR } from '@powerpost/contract'
import type { CreateApiKeyResponse, ErrorBody } from '@powerpost/contract'
import { afterEach, describe, expect, it } from 'vitest'
import { FAILURES_PER_MINUTE } from '#rate-limits/index.ts'
import { addKey } from './harness/add-tenant.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'

const CREDITS = '/api/v1/account/credits'
const GENERATE = '/api/v1/content/generate'
const BODY = { prompt: 'One too many', post_types: ['x-post'], research_mode: 'regular' }
const LIMITS = {
  POWERPOST_RATE_LIMIT_GENERATE: '5',
  POWERPOST_RATE_LIMIT_READ: '40',
  POWERPOST_RATE_LIMIT_WRITE: '10',
}

let server: TestServer
afterEach(() => server.stop())

function numbersOf(response: Response): Record<string, number> {
  const read = (name: string) => Number(response.headers.get(`x-ratelimit-${name}`) ?? Number.NaN)
  return { limit: read('limit'), remaining: read('remaining'), reset: read('reset') }
}

function inAMinuteAtMost(seconds: number): boolean {
  const left = seconds - Date.now() / 1000
  return left > -1 && left <= 61
}

describe('the requests of a key', () => {
  it('are counted by group, said on every answer, and refused beyond the limit', async () => {
    server = await startTestServer({ work: false, environment: LIMITS })
    const left: number[] = []
    for (let count = 0; count < 5; count++) {
      const response = await server.post(GENERATE, count === 1 ? {} : BODY)
      expect(response.status).toBe(count === 1 ? 400 : 200)
      const { limit, remaining, reset } = numbersOf(response)
      expect(limit).toBe(5)
      expect(inAMinuteAtMost(reset ?? 0)).toBe(true)
      left.push(remaining ?? Number.NaN)
    }
    expect(left).toEqual([4, 3, 2, 1, 0])
    const refused = await server.post(GENERATE, BODY)
    const { error } = (await refused.json()) as ErrorBody
    expect([refused.status, error.code]).toEqual([429, 'RATE_LIMIT_EXCEEDED'])
    expect(refused.headers.get('retry-after')).toBe(String(error.retryAfter))
    expect(error.retryAfter).toBeGreaterThan(0)
    expect(error.retryAfter).toBeLessThanOrEqual(60)
    expect(numbersOf(refused)).toMatchObject({ limit: 5, remaining: 0 })
    // The other groups and keys go on.
    expect(numbersOf(await server.request(CREDITS))).toMatchObject({ limit: 40, remaining: 39 })
    const created = await server.post('/api/v1/account/api-keys', { name: 'Other', preset: 'read_write' })
    const { key } = (await created.json()) as CreateApiKeyResponse
    expect((await server.post(GENERATE, BODY, { 'x-api-key': key ?? '' })).status).toBe(200)
  })

  it('let through exactly the limit, however many come at once', async () => {
    server = await startTestServer({ work: false, environment: LIMITS })
    const responses = await Promise.all(Array.from({ length: 100 }, () => server.request(CREDITS)))
    expect(responses.filter(({ status }) => status === 200)).toHaveLength(40)
    expect(responses.filter(({ status }) => status === 429)).toHaveLength(60)
  })

  it('are counted for the account too: many keys do not multiply the limit', async () => {
    server = await startTestServer({ work: false, environment: { POWERPOST_RATE_LIMIT_READ: '4' } })
    const { id: accountId } = await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
    const keys = await Promise.all(Array.from({ length: 6 }, () => addKey(server.db, { accountId })))
    const ask = (key: string) => server.request(CREDITS, { headers: { 'x-api-key': key } })
    // Refused for their key, so not counted for the account.
    const [first = '', ...others] = keys
    for (let count = 0; count < 4 + 20; count += 1) {
      expect((await ask(first)).status).toBe(count < 4 ? 200 : 429)
    }
    const answers = await Promise.all(others.flatMap((key) => Array.from({ length: 4 }, () => ask(key))))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(4 * ACCOUNT_RATE_FACTOR - 4)
    const refused = answers.find(({ status }) => status === 429)
    if (!refused) throw new Error('Nothing was refused')
    expect(numbersOf(refused)).toMatchObject({ limit: 20, remaining: 0 })
    expect(((await refused.json()) as ErrorBody).error.message).toMatch(/^The keys of this account can make 20 /)
  })

  it('are not counted where nobody was authenticated', async () => {
    server = await startTestServer({ work: false })
    const refused = await server.request(CREDITS, { headers: { 'x-api-key': 'wrong' } })
    expect(refused.status).toBe(401)
    expect(numbersOf(refused)['limit']).toBeNaN()
  })
})

describe('an address that gets keys wrong', () => {
  it('has to wait for a while, and good keys pass all the same', async () => {
    server = await startTestServer({ work: false, failuresPerMinute: FAILURES_PER_MINUTE })
    const tryKey = () =>
      server.request(CREDITS, { headers: { 'x-api-key': `pp_live_sk_${randomBytes(16).toString('hex')}` } })
    const statuses: number[] = []
    for (let count = 0; count <= FAILURES_PER_MINUTE; count++) statuses.push((await tryKey()).status)
    expect(statuses.slice(0, FAILURES_PER_MINUTE)).toEqual(Array(FAILURES_PER_MINUTE).fill(401))
    const refused = await tryKey()
    expect(statuses.at(-1)).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await server.request(CREDITS)).status).toBe(200)
  })

  it('or sends none, or none that could be one, is not counted', async () => {
    server = await startTestServer({ work: false, failuresPerMinute: 1 })
    for (const headers of [{}, { 'x-api-key': 'garbage' }, { authorization: 'Bearer x' }]) {
      for (let count = 0; count < 3; count++) {
        expect((await fetch(new URL(CREDITS, server.url), { headers })).status).toBe(401)
      }
    }
  })
})

describe('requests without a key', () => {
  it.each([
    '/healthz',
    '/openapi.json',
    '/docs',
    '/docs/errors',
    '/nowhere',
    '/api/v1/media/x/content?expires=1&signature=a',
  ])('are limited by their address: %s', async (path) => {
    server = await startTestServer({ work: false, keylessPerMinute: 2 })
    const ask = () => fetch(new URL(path, server.url))
    const statuses = [(await ask()).status, (await ask()).status]
    expect(statuses).not.toContain(429)
    const refused = await ask()
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await server.request(CREDITS)).status).toBe(200)
  })
})
