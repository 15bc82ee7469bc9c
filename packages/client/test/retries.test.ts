import { describe, expect, it } from 'vitest'
import { APIConnectionError, APIError } from '../src/index.ts'
import { rejection, setUp } from './harness/client.ts'
import { createRuntime } from './harness/runtime.ts'
import { cutJson, halfBody, html, json, refuse, reset } from './harness/server.ts'

const credits = json(200, { balance: 47 })
const style = { name: 'Our voice', instructions: 'Short.' }

describe('a request is sent again', () => {
  it.each([
    ['a lost connection', reset],
    ['half a body', halfBody],
    ['JSON that was cut short', cutJson],
    ['408', refuse(408, 'TIMEOUT')],
    ['429', refuse(429, 'RATE_LIMIT_EXCEEDED')],
    ['500', refuse(500, 'INTERNAL_ERROR')],
    ['503', refuse(503, 'UNAVAILABLE')],
    ["a proxy's 502", html(502)],
    ['409 of a first request that is still running', refuse(409, 'IDEMPOTENCY_IN_PROGRESS')],
  ])('after %s', async (_, failure) => {
    const { client, server } = await setUp([failure, failure, credits])
    expect(await client.account.credits()).toEqual({ balance: 47 })
    expect(server.received).toHaveLength(3)
  })

  it('under the same Idempotency-Key, which no other call has', async () => {
    const { client, server } = await setUp([reset, halfBody, json(200, {}), json(200, {})])
    await client.writingStyles.create(style)
    await client.writingStyles.create(style)
    const [first, second, third, other] = server.received.map(({ headers }) => headers['idempotency-key'])
    expect(first).toMatch(/^[0-9a-f]{32}$/)
    expect([second, third]).toEqual([first, first])
    expect(other).toMatch(/^[0-9a-f]{32}$/)
    expect(other).not.toBe(first)
  })

  it("under the caller's own Idempotency-Key", async () => {
    const { client, server } = await setUp([reset, json(200, {})])
    await client.writingStyles.create(style, { idempotencyKey: 'order-17' })
    expect(server.received.map(({ headers }) => headers['idempotency-key'])).toEqual(['order-17', 'order-17'])
  })

  it('with the same body', async () => {
    const { client, server } = await setUp([reset, json(200, {})])
    await client.writingStyles.create(style)
    expect(server.received.map(({ body }) => JSON.parse(body))).toEqual([style, style])
  })
})

describe('a request is not sent again', () => {
  it.each([
    [400, 'VALIDATION_ERROR'],
    [401, 'INVALID_API_KEY'],
    [402, 'INSUFFICIENT_CREDITS'],
    [403, 'FORBIDDEN'],
    [404, 'NOT_FOUND'],
    [409, 'CONFLICT'],
    [413, 'PAYLOAD_TOO_LARGE'],
    [415, 'UNSUPPORTED_MEDIA_TYPE'],
    [422, 'IDEMPOTENCY_KEY_REUSED'],
  ])('after %i %s', async (status, code) => {
    const { client, server } = await setUp([refuse(status, code)])
    expect(await rejection(client.account.credits())).toMatchObject({ status, code })
    expect(server.received).toHaveLength(1)
  })

  it('more often than maxRetries', async () => {
    const { client, server } = await setUp([reset], { maxRetries: 4 })
    expect(await rejection(client.account.credits())).toBeInstanceOf(APIConnectionError)
    expect(server.received).toHaveLength(5)
    expect(await rejection(client.account.credits({ maxRetries: 0 }))).toBeInstanceOf(APIConnectionError)
    expect(server.received).toHaveLength(6)
  })

  it('a GET has no Idempotency-Key', async () => {
    const { client, server } = await setUp([credits])
    await client.account.credits()
    expect(server.received[0]?.headers).not.toHaveProperty('idempotency-key')
  })
})

describe('between two attempts', () => {
  it.each([
    [0, [500, 1000, 2000, 4000, 8000, 8000]],
    [0.999_999_9, [375, 750, 1500, 3000, 6000, 6000]],
  ])('the wait is doubled up to eight seconds, less at most a quarter (%f)', async (random, expected) => {
    const { client, runtime } = await setUp([reset], { maxRetries: 6, runtime: createRuntime({ random }) })
    await rejection(client.account.credits())
    expect(runtime.waits.map(Math.round)).toEqual(expected)
  })

  it.each([
    ['seconds', '7', 7000],
    ['no time', '0', 0],
    ['an hour, of which a minute is waited', '3600', 60_000],
    ['a date', new Date(1_800_000_012_000).toUTCString(), 12_000],
    ['a date that is over', new Date(1_700_000_000_000).toUTCString(), 0],
    ['what is neither', 'soon', 500],
  ])("the server's Retry-After is honoured: %s", async (_, header, expected) => {
    const limited = refuse(429, 'RATE_LIMIT_EXCEEDED', { 'retry-after': header })
    const { client, runtime } = await setUp([limited, credits])
    await client.account.credits()
    expect(runtime.waits).toEqual([expected])
  })

  it('the last error says when to come back', async () => {
    const { client } = await setUp([refuse(429, 'RATE_LIMIT_EXCEEDED', { 'retry-after': '7' })])
    const error = await rejection(client.account.credits())
    expect(error).toBeInstanceOf(APIError)
    expect(error).toMatchObject({ retryAfter: 7, code: 'RATE_LIMIT_EXCEEDED' })
  })
})
