import { contract } from '@powerpost/contract/routes'
import { createOpenApiDocument, withoutHeaderExamples } from '@powerpost/openapi'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { findFaults } from '../harness/check-answer.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'

/** What stands next to the contract: the document does not speak of it. */
const BESIDE = [
  'GET /',
  'GET /docs',
  'GET /docs/{guide}',
  'GET /docs/assets/{file}',
  'GET /docs/openapi.json',
  'GET /docs/reference',
  'GET /docs/search.json',
  'GET /favicon.ico',
  'GET /healthz',
  'GET /openapi-3.0.json',
  'GET /openapi-3.0.yaml',
  'GET /openapi.json',
  'GET /openapi.yaml',
  'GET /readyz',
]

const layerSchema = z.object({
  route: z.object({
    path: z.string(),
    stack: z.array(z.object({ method: z.string().optional() })),
  }),
})

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

describe('the routes of the server', () => {
  it('are those of the document, and the few that are next to it', () => {
    const registered = server.app.router.stack.flatMap((layer) => {
      const { data } = layerSchema.safeParse(layer)
      const methods = new Set(data?.route.stack.flatMap(({ method }) => method ?? []))
      // It takes every method there is, to refuse it.
      if (methods.has('trace')) return []
      return [...methods].map((method) => `${method.toUpperCase()} ${data?.route.path.replaceAll(/:(\w+)/g, '{$1}')}`)
    })
    const documented = Object.entries(createOpenApiDocument().paths ?? {}).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(registered.sort()).toEqual([...documented, ...BESIDE].sort())
    expect(documented.length).toBeGreaterThan(Object.keys(contract).length)
  })
})

describe('the document of a server', () => {
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(new URL(path, server.url), { headers: { 'accept-encoding': 'identity', ...headers } })

  it('names this server, in its samples too, and is the committed one otherwise', async () => {
    const served = await (await get('/openapi.json')).json()
    expect(served).toEqual(JSON.parse(JSON.stringify(createOpenApiDocument({ serverUrl: server.url }))))
    expect(served.servers).toEqual([{ url: server.url }])
    expect(JSON.stringify(served.paths)).toContain(`curl ${server.url}/api/v1/`)
    expect(await (await get('/docs/openapi.json')).json()).toEqual(
      JSON.parse(JSON.stringify(withoutHeaderExamples(served))),
    )
  })

  it('is there as OpenAPI 3.0, and as YAML', async () => {
    const simpler = await (await get('/openapi-3.0.json')).json()
    expect(simpler).toMatchObject({ openapi: '3.0.3', servers: [{ url: server.url }] })
    const yaml = await get('/openapi.yaml')
    expect(yaml.headers.get('content-type')).toBe('application/yaml; charset=utf-8')
    expect(await yaml.text()).toMatch(/^openapi: "3.1.0"\ninfo:\n/)
    expect(await (await get('/openapi-3.0.yaml')).text()).toMatch(/^openapi: "3.0.3"\n/)
  })

  it.each(['/openapi.json', '/openapi.yaml', '/openapi-3.0.json', '/openapi-3.0.yaml'])(
    '%s is compressed for who can read that, and 304 for who has it',
    async (path) => {
      const plain = await get(path)
      const compressed = await get(path, { 'accept-encoding': 'gzip' })
      expect(compressed.headers.get('content-encoding')).toBe('gzip')
      expect(Number(compressed.headers.get('content-length'))).toBeLessThan(
        Number(plain.headers.get('content-length')) / 5,
      )
      expect(await compressed.text()).toBe(await plain.text())
      const etag = String(plain.headers.get('etag'))
      expect(compressed.headers.get('etag')).toBe(etag)
      const unchanged = await get(path, { 'if-none-match': etag })
      expect([unchanged.status, await unchanged.text()]).toEqual([304, ''])
      expect((await get(path, { 'if-none-match': 'W/"another"' })).status).toBe(200)
    },
  )
})

describe('an answer that is not as the document says is seen', () => {
  const good = {
    method: 'GET',
    path: '/api/v1/account/credits',
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8', 'x-request-id': 'r-1' },
    body: '{"balance":3}',
  }
  const error = { message: 'No', code: 'FILE_TOO_LARGE', request_id: 'r-1', doc_url: 'http://localhost/docs/errors' }

  it.each([
    ['another status', { ...good, status: 404 }, 'the status 404 is not in the document'],
    ['a header missing', { ...good, headers: { 'content-type': 'application/json' } }, 'x-request-id is missing'],
    ['a header malformed', { ...good, headers: { ...good.headers, 'x-request-id': 'a b' } }, 'must match pattern'],
    ['a header too many', { ...good, headers: { ...good.headers, 'x-powered-by': 'E' } }, 'x-powered-by is not in'],
    ['another type', { ...good, headers: { ...good.headers, 'content-type': 'text/html' } }, 'text/html is not in'],
    ['a field missing', { ...good, body: '{}' }, "must have required property 'balance'"],
    ['a field of another type', { ...good, body: '{"balance":"3"}' }, 'must be integer'],
    ['a field too many', { ...good, body: '{"balance":3,"secret":1}' }, '.secret is not in the document'],
    [
      'another error',
      { ...good, status: 403, body: JSON.stringify({ error }) },
      'FILE_TOO_LARGE is not in the document',
    ],
  ])('%s', (_, answer, fault) => {
    expect(findFaults(answer)).toEqual([expect.stringContaining(fault)])
  })

  it('and one that is, is not', () => {
    expect(findFaults(good)).toEqual([])
    expect(findFaults({ ...good, path: '/healthz', body: 'anything' })).toEqual([])
  })
})
