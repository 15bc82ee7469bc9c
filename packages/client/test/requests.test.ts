import { inspect } from 'node:util'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { PowerPost, PowerPostError, VERSION } from '../src/index.ts'
import { API_KEY, rejection, setUp, WORKSPACE_ID } from './harness/client.ts'
import type { ReceivedRequest } from './harness/server.ts'
import { json, startServer } from './harness/server.ts'

const OTHER_WORKSPACE = '0199a1b2-7c3d-7e4f-8a5b-000000000000'
const page = json(200, { data: [], next_cursor: null, has_more: false })

afterEach(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
})

function lastOf(received: readonly ReceivedRequest[]): ReceivedRequest | undefined {
  return received.at(-1)
}

describe('a request', () => {
  it('carries the key, the workspace and the name of the client', async () => {
    const { client, server } = await setUp([page], { defaultHeaders: { 'X-Team': 'social' } })
    await client.writingStyles.list({}, { headers: { 'X-Request-Id': 'mine' } })
    expect(lastOf(server.received)?.headers).toMatchObject({
      'x-api-key': API_KEY,
      'x-workspace-id': WORKSPACE_ID,
      'user-agent': `powerpost-client/${VERSION}`,
      'x-team': 'social',
      'x-request-id': 'mine',
      accept: 'application/json',
    })
  })

  it('is about the workspace of the call, if it names one, and about none if the operation is not', async () => {
    const { client, server } = await setUp([page, json(200, { balance: 1 })])
    await client.writingStyles.list({}, { workspaceId: OTHER_WORKSPACE })
    expect(lastOf(server.received)?.headers['x-workspace-id']).toBe(OTHER_WORKSPACE)
    await client.account.credits()
    expect(lastOf(server.received)?.headers).not.toHaveProperty('x-workspace-id')
  })

  it('without a workspace is sent only where none is needed', async () => {
    const { client, server } = await setUp([json(200, { balance: 1 })], { workspaceId: '' })
    await client.account.credits()
    const error = await rejection(client.writingStyles.list())
    expect(error).toBeInstanceOf(PowerPostError)
    expect(error).toMatchObject({ code: 'INVALID_ARGUMENT', message: expect.stringContaining('workspaceId') })
    expect(server.received).toHaveLength(1)
  })

  it('encodes what it puts in a path and a query', async () => {
    const { client, server } = await setUp([page])
    await client.content.generations.get('a/b?c#d e%')
    expect(lastOf(server.received)?.path).toBe('/api/v1/content/generations/a%2Fb%3Fc%23d%20e%25')
    await client.content.generations.list({ status: 'completed', limit: 5, cursor: 'a&b=c' })
    expect(lastOf(server.received)?.path).toBe('/api/v1/content/generations?status=completed&limit=5&cursor=a%26b%3Dc')
    await client.content.generations.list({ status: undefined })
    expect(lastOf(server.received)?.path).toBe('/api/v1/content/generations')
  })

  it('is not sent with a header that is none', async () => {
    const { client, server } = await setUp([page])
    const error = await rejection(client.writingStyles.list({}, { headers: { 'x-team': 'a\nb' } }))
    expect(error).toMatchObject({ code: 'INVALID_ARGUMENT' })
    expect(server.received).toHaveLength(0)
  })

  it.each(['', '.', '..'])('refuses an id that would lead elsewhere: "%s"', async (id) => {
    const { client, server } = await setUp([page])
    expect(() => client.writingStyles.delete(id)).toThrow(PowerPostError)
    expect(server.received).toHaveLength(0)
  })
})

describe('a client', () => {
  it.each(['', '/', '/api/v1', '/api/v1/'])('finds the server by its address with "%s" at its end', async (end) => {
    const server = await startServer(json(200, { balance: 1 }))
    const powerpost = new PowerPost({ apiKey: API_KEY, baseUrl: `${server.url}/prefix${end}` })
    await powerpost.account.credits()
    expect(lastOf(server.received)?.path).toBe('/prefix/api/v1/account/credits')
    await server.stop()
  })

  it('takes what it is not told from the environment', async () => {
    const server = await startServer(page)
    vi.stubEnv('POWERPOST_API_KEY', 'pp_live_sk_environment')
    vi.stubEnv('POWERPOST_WORKSPACE_ID', OTHER_WORKSPACE)
    vi.stubEnv('POWERPOST_BASE_URL', server.url)
    await new PowerPost().writingStyles.list()
    expect(lastOf(server.received)?.headers).toMatchObject({
      'x-api-key': 'pp_live_sk_environment',
      'x-workspace-id': OTHER_WORKSPACE,
    })
    await new PowerPost().withOptions({ workspaceId: WORKSPACE_ID }).writingStyles.list()
    expect(lastOf(server.received)?.headers).toMatchObject({
      'x-api-key': 'pp_live_sk_environment',
      'x-workspace-id': WORKSPACE_ID,
    })
    await server.stop()
  })

  it('is not made without a key, nor with an address that is none', () => {
    vi.stubEnv('POWERPOST_API_KEY', '')
    expect(() => new PowerPost()).toThrow('POWERPOST_API_KEY')
    expect(() => new PowerPost({ apiKey: API_KEY, baseUrl: 'localhost:3000' })).toThrow('http://')
  })

  it('is not made with a key that no header can carry, and does not show it', () => {
    expect(() => new PowerPost({ apiKey: `${API_KEY}\n` })).toThrow(/^(?!.*pp_live).*line break/)
  })

  it.each(['document', 'importScripts'])('is not made in a browser (%s) unless it is allowed', (name) => {
    vi.stubGlobal(name, {})
    expect(() => new PowerPost({ apiKey: API_KEY })).toThrow('dangerouslyAllowBrowser')
    expect(new PowerPost({ apiKey: API_KEY, dangerouslyAllowBrowser: true })).toBeInstanceOf(PowerPost)
  })

  it('sends what has no method of its own', async () => {
    const server = await startServer(json(200, { new: true }))
    const powerpost = new PowerPost({ apiKey: API_KEY, workspaceId: WORKSPACE_ID, baseUrl: server.url })
    const operation = { method: 'POST', path: '/new', query: { a: [1, 2] }, body: { b: 3 } } as const
    expect(await powerpost.request(operation)).toEqual({ new: true })
    expect(lastOf(server.received)).toMatchObject({ method: 'POST', path: '/api/v1/new?a=1&a=2', body: '{"b":3}' })
    await server.stop()
  })

  it('never shows its key to who prints it', () => {
    const powerpost = new PowerPost({ apiKey: API_KEY })
    expect(inspect(powerpost, { depth: 9, showHidden: true })).not.toContain(API_KEY)
    expect(JSON.stringify(powerpost)).not.toContain(API_KEY)
  })
})

describe('a log', () => {
  it('tells every attempt, and no secret', async () => {
    const lines: unknown[] = []
    const log = (...line: unknown[]) => void lines.push(line)
    const { client } = await setUp([json(200, {}, { 'set-cookie': 'session=secret' })], {
      logger: { debug: log, warn: log },
      defaultHeaders: { authorization: 'Bearer secret', cookie: 'a=secret', 'x-my-token': 'secret' },
    })
    await client.writingStyles.create({ name: 'secret', instructions: 'secret' })
    expect(lines).toEqual([
      ['powerpost: request', expect.objectContaining({ method: 'POST', attempt: 0 })],
      ['powerpost: answer', expect.objectContaining({ status: 200 })],
    ])
    expect(JSON.stringify(lines)).not.toMatch(/secret|pp_live_sk/)
  })
})
