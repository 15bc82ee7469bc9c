import { inspect } from 'node:util'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { APIError } from '../src/index.ts'
import { PowerPost } from '../src/index.ts'
import { API_KEY, rejection, setUp } from './harness/client.ts'
import { json, refuse, reset } from './harness/server.ts'

const page = json(200, { data: [], next_cursor: null, has_more: false })

afterEach(() => vi.unstubAllEnvs())

describe('a key that a function returns', () => {
  it('is asked for with every call, and not kept', async () => {
    const keys = ['pp_live_sk_first', 'pp_live_sk_second', 'pp_live_sk_third']
    const { client, server } = await setUp([page], { apiKey: async () => keys.shift() ?? '' })
    await client.writingStyles.list()
    await client.writingStyles.list()
    expect(server.received.map(({ headers }) => headers['x-api-key'])).toEqual([
      'pp_live_sk_first',
      'pp_live_sk_second',
    ])
    expect(keys).toHaveLength(1)
  })

  it('is not sent when it is none, and is not shown', async () => {
    const { client, server } = await setUp([page], { apiKey: () => `${API_KEY}\n` })
    const error = await rejection(client.writingStyles.list())
    expect(error).toMatchObject({ code: 'INVALID_ARGUMENT', message: expect.not.stringContaining(API_KEY) })
    expect(server.received).toHaveLength(0)
  })

  it('fails as its function does', async () => {
    const reason = new Error('the vault is closed')
    const { client, server } = await setUp([page], { apiKey: () => Promise.reject(reason) })
    expect(await rejection(client.writingStyles.list())).toBe(reason)
    expect(server.received).toHaveLength(0)
  })
})

describe('options of `fetch`', () => {
  it('are passed on, those of the call last, and change nothing that the client decides', async () => {
    const seen: RequestInit[] = []
    const { client } = await setUp([page], {
      fetch: (url, init) => {
        seen.push(init)
        return fetch(url, init)
      },
      fetchOptions: { cache: 'no-store', dispatcher: undefined, redirect: 'follow' },
    })
    await client.writingStyles.list({}, { fetchOptions: { cache: 'reload', keepalive: true, method: 'DELETE' } })
    expect(seen).toEqual([
      expect.objectContaining({ cache: 'reload', keepalive: true, method: 'GET', redirect: 'manual' }),
    ])
  })
})

describe('a secret that is shown once', () => {
  const created = { key_id: 'k1', name: 'CI', key: 'pp_live_sk_new' }
  const { key: _, ...replayed } = created
  const body = { name: 'CI', preset: 'read_only' } as const

  it('is typed as there', async () => {
    const { client } = await setUp([json(200, created)])
    const { key } = await client.account.apiKeys.create(body)
    expect(key.length).toBe(14)
  })

  it('that was lost with the first answer is an error that names what to replace', async () => {
    const { client, server } = await setUp([reset, json(200, replayed)])
    const error = await rejection(client.account.apiKeys.create(body))
    expect(error).toMatchObject({ code: 'SECRET_LOST', message: expect.stringMatching(/`key`.*replace k1/) })
    expect(server.received).toHaveLength(2)
  })

  it('is absent where the caller repeats a call with a key of their own', async () => {
    const { client } = await setUp([json(200, replayed)])
    expect(await client.account.apiKeys.create(body, { idempotencyKey: 'mine' })).toEqual(replayed)
  })
})

describe('what is printed', () => {
  it('of a client is its address, and of an error what it says, without the headers', async () => {
    const powerpost = new PowerPost({ apiKey: API_KEY, baseUrl: 'http://localhost:3000' })
    expect(inspect(powerpost)).toBe('PowerPost(http://localhost:3000)')
    const { client } = await setUp([refuse(404, 'NOT_FOUND', { 'x-quota': '7' })])
    const error = (await rejection(client.account.credits())) as APIError
    expect(error.headers.get('x-quota')).toBe('7')
    expect(inspect(error)).toContain("code: 'NOT_FOUND'")
    expect(inspect(error)).not.toMatch(/x-quota|Headers/)
  })
})

describe('POWERPOST_LOG', () => {
  it.each([
    ['debug', ['powerpost: request', 'powerpost: trying again', 'powerpost: request', 'powerpost: answer']],
    ['warn', ['powerpost: trying again']],
    ['off', []],
    ['', []],
  ])('%s writes lines to standard error, without a secret', async (level, expected) => {
    vi.stubEnv('POWERPOST_LOG', level)
    const written = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { client } = await setUp([reset, page])
    await client.writingStyles.list()
    const lines = written.mock.calls.map((line) => line.join(' '))
    written.mockRestore()
    expect(lines.map((line) => line.split(' {')[0])).toEqual(expected)
    expect(lines.join()).not.toContain(API_KEY)
  })
})
