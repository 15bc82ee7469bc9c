import type { RequestListener } from 'node:http'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kindOfAddress } from './address-kind.ts'
import { createFetchTo } from './guarded-fetch.ts'
import { createGuardedFetch, OutboundError } from './index.ts'
import type { GuardedFetchOptions, OutboundRequest, Resolve } from './index.ts'
import { TEST_CERTIFICATE } from './testing/certificate.ts'
import { PUBLIC_LOOPBACK, serveTls } from './testing/servers.ts'

const BOUNDS: GuardedFetchOptions = {
  allowPrivate: false,
  timeoutMs: 20_000,
  maxBytes: 10_000,
  maxRedirects: 3,
  userAgent: 'PowerPost tests',
}

const FOLLOW: OutboundRequest = { signal: new AbortController().signal, redirect: 'follow' }

const authorities = getCACertificates()
beforeAll(() => setDefaultCACertificates([...authorities, TEST_CERTIFICATE]))
afterAll(() => setDefaultCACertificates(authorities))

/** As in production, but for one loopback address, which stands for the whole public internet. */
function createPublicFetch(resolve: Resolve, options: Partial<GuardedFetchOptions> = {}) {
  const mayConnect = (address: string) => address === PUBLIC_LOOPBACK || kindOfAddress(address) === 'public'
  return createFetchTo(mayConnect, { ...BOUNDS, ...options, resolve })
}

/** A name server that goes through the answers of each name, and stays at the last. */
function names(table: Record<string, readonly (readonly string[])[]>): Resolve & { asked: string[] } {
  const asked: string[] = []
  const resolve: Resolve = async (name) => {
    const answers = table[name] ?? []
    const answer = answers[Math.min(asked.filter((one) => one === name).length, answers.length - 1)]
    asked.push(name)
    if (answer === undefined) throw new Error(`no ${name}`)
    return answer
  }
  return Object.assign(resolve, { asked })
}

async function failure(fetching: Promise<unknown>): Promise<OutboundError> {
  const error = await fetching.then(
    () => new Error('it was fetched'),
    (thrown) => thrown,
  )
  if (!(error instanceof OutboundError)) throw error
  return error
}

/** Two servers under one port, so that nothing but the address tells them apart. */
async function servePublicAndPrivate(handler: RequestListener) {
  const reached: string[] = []
  const { port } = await serveTls(PUBLIC_LOOPBACK, handler)
  await serveTls('127.0.0.1', (request, response) => response.end(reached.push(request.url ?? '')), port)
  return { port, reached }
}

describe('the guarded fetch', () => {
  test('fetches a public address over TLS, and says who asks', async () => {
    const { port } = await serveTls(PUBLIC_LOOPBACK, ({ headers, url }, response) => {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ url, host: headers.host, agent: headers['user-agent'], accept: headers.accept }))
    })
    const fetch = createPublicFetch(names({ 'a.example.com': [[PUBLIC_LOOPBACK]] }))
    const answer = await fetch(`https://A.example.com:${port}/x?y=z#frag`, { ...FOLLOW, accept: 'text/html' })
    expect(answer).toMatchObject({ status: 200, contentType: 'application/json' })
    expect(answer.url).toBe(`https://a.example.com:${port}/x?y=z#frag`)
    expect(JSON.parse(Buffer.from(answer.body).toString())).toEqual({
      url: '/x?y=z',
      host: `a.example.com:${port}`,
      agent: 'PowerPost tests',
      accept: 'text/html',
    })
  })

  test('does not trust a certificate for another name', async () => {
    const { port } = await serveTls(PUBLIC_LOOPBACK, (_, response) => response.end('not for you'))
    const fetch = createPublicFetch(names({ 'example.org': [[PUBLIC_LOOPBACK]] }))
    expect(await failure(fetch(`https://example.org:${port}/`, FOLLOW))).toMatchObject({ kind: 'unreachable' })
  })

  test.for([
    [['127.0.0.1']],
    [['::1']],
    [['::ffff:127.0.0.1']],
    [['169.254.169.254']],
    [['10.0.0.5']],
    [['64:ff9b::7f00:1']],
    [['::7f00:1']],
    [[PUBLIC_LOOPBACK, '127.0.0.1']],
    [['8.8.8.8', 'fd00::1']],
    [['not an address']],
  ])('refuses a name with a private address among its answers: %j', async ([answers]) => {
    const { port, reached } = await servePublicAndPrivate((_, response) => response.end())
    const fetch = createPublicFetch(names({ 'a.example.com': [answers ?? []] }))
    const error = await failure(fetch(`https://a.example.com:${port}/`, FOLLOW))
    expect(error.kind).toBe('address_refused')
    for (const address of answers ?? []) expect(error.message).not.toContain(address)
    expect(reached).toEqual([])
  })

  test('connects to the address it checked, whatever the name answers the next moment', async () => {
    const { port, reached } = await servePublicAndPrivate((_, response) => response.end('public'))
    const resolve = names({ 'rebind.example.com': [[PUBLIC_LOOPBACK], ['127.0.0.1']] })
    const fetch = createPublicFetch(resolve)
    const answer = await fetch(`https://rebind.example.com:${port}/`, FOLLOW)
    expect(String(Buffer.from(answer.body))).toBe('public')
    expect(resolve.asked).toEqual(['rebind.example.com'])
    // The next one finds the private answer.
    expect(await failure(fetch(`https://rebind.example.com:${port}/`, FOLLOW))).toMatchObject({
      kind: 'address_refused',
    })
    expect(reached).toEqual([])
  })

  test('refuses a name that turns private between two redirects', async () => {
    const { port, reached } = await servePublicAndPrivate((_, response) => {
      response.writeHead(302, { location: '/second' }).end()
    })
    const resolve = names({ 'rebind.example.com': [[PUBLIC_LOOPBACK], ['127.0.0.1']] })
    const error = await failure(createPublicFetch(resolve)(`https://rebind.example.com:${port}/`, FOLLOW))
    expect(error.kind).toBe('address_refused')
    expect(resolve.asked).toHaveLength(2)
    expect(reached).toEqual([])
  })

  test.for([
    ['https://127.0.0.1:PORT/', 'address_refused'],
    ['https://2130706433:PORT/', 'address_refused'],
    ['//[::ffff:127.0.0.1]:PORT/', 'address_refused'],
    ['https://localhost:PORT/', 'address_refused'],
    ['https://inside.example.com:PORT/', 'address_refused'],
    ['https://169.254.169.254/latest/meta-data/', 'address_refused'],
    ['http://public.example.com:PORT/', 'bad_url'],
    ['https://user:secret@public.example.com:PORT/', 'bad_url'],
    ['file:///etc/passwd', 'bad_url'],
    ['https://public.example.com:25/', 'bad_url'],
    ['https://[', 'bad_url'],
  ] as const)('does not follow a redirect to %s', async ([location, kind]) => {
    const { port, reached } = await servePublicAndPrivate((request, response) => {
      const next = request.url === '/' ? '/hop' : location.replace('PORT', String(port))
      response.writeHead(307, { location: next }).end()
    })
    const resolve = names({ 'public.example.com': [[PUBLIC_LOOPBACK]], 'inside.example.com': [['127.0.0.1']] })
    const error = await failure(createPublicFetch(resolve)(`https://public.example.com:${port}/`, FOLLOW))
    expect(error.kind).toBe(kind)
    expect(error.message).not.toMatch(/127|169|secret/)
    expect(reached).toEqual([])
  })

  test('follows redirects to public addresses, and leaves what may be a credential behind', async () => {
    const seen: string[] = []
    const { port } = await serveTls(PUBLIC_LOOPBACK, ({ headers, url }, response) => {
      seen.push(`${headers.host?.split('.')[0]} ${url} ${headers['x-token'] ?? 'none'} ${headers['user-agent']}`)
      if (url === '/') response.writeHead(301, { location: '/same' }).end()
      else if (url === '/same') response.writeHead(302, { location: `https://b.example.com:${port}/other` }).end()
      else response.end('there')
    })
    const resolve = names({ 'a.example.com': [[PUBLIC_LOOPBACK]], 'b.example.com': [[PUBLIC_LOOPBACK]] })
    const answer = await createPublicFetch(resolve)(`https://a.example.com:${port}/`, {
      ...FOLLOW,
      headers: { 'x-token': 't' },
    })
    expect(answer.url).toBe(`https://b.example.com:${port}/other`)
    expect(seen).toEqual(['a / t PowerPost tests', 'a /same t PowerPost tests', 'b /other none PowerPost tests'])
  })

  test('follows no more redirects than allowed', async () => {
    let hops = 0
    const { port } = await serveTls(PUBLIC_LOOPBACK, (_, response) => {
      hops += 1
      response.writeHead(302, { location: `/${hops}` }).end()
    })
    const fetch = createPublicFetch(names({ 'a.example.com': [[PUBLIC_LOOPBACK]] }))
    expect((await failure(fetch(`https://a.example.com:${port}/`, FOLLOW))).kind).toBe('too_many_redirects')
    expect(hops).toBe(1 + BOUNDS.maxRedirects)
  })

  test.for([[{ redirect: 'fail' }], [{ redirect: 'follow', method: 'POST', body: 'once' }]] as const)(
    'takes a redirect for a failure: %j',
    async ([request]) => {
      const seen: unknown[] = []
      const { port } = await serveTls(PUBLIC_LOOPBACK, ({ method, url }, response) => {
        seen.push([method, url])
        response.writeHead(307, { location: '/next' }).end()
      })
      const fetch = createPublicFetch(names({ 'a.example.com': [[PUBLIC_LOOPBACK]] }))
      const error = await failure(fetch(`https://a.example.com:${port}/`, { ...FOLLOW, ...request }))
      expect(error.kind).toBe('too_many_redirects')
      expect(seen).toHaveLength(1)
    },
  )

  test.for(['https://127.1/', 'http://example.com/', 'https://a:b@example.com/', 'nonsense'])(
    'asks no name server about what is refused at sight: %s',
    async (url) => {
      const resolve = names({})
      expect(await failure(createPublicFetch(resolve)(url, FOLLOW))).toBeInstanceOf(OutboundError)
      expect(resolve.asked).toEqual([])
    },
  )

  test.for([[[]], [undefined]])('cannot reach a name without an address: %j', async ([answers]) => {
    const resolve = names({ 'a.example.com': answers === undefined ? [] : [answers] })
    const error = await failure(createPublicFetch(resolve)('https://a.example.com/', FOLLOW))
    expect(error).toMatchObject({ kind: 'unreachable', message: 'cannot be reached' })
  })

  test('gives up on a name server that never answers', async () => {
    const fetch = createPublicFetch(() => new Promise(() => {}), { timeoutMs: 50 })
    expect((await failure(fetch('https://a.example.com/', FOLLOW))).kind).toBe('timeout')
  })

  test('refuses the peer it is connected to when that is another than was checked', async () => {
    const seen: unknown[] = []
    const { port } = await serveTls(PUBLIC_LOOPBACK, (request, response) => response.end(seen.push(request.url)))
    let checks = 0
    const onlyBefore = () => (checks += 1) === 1
    const fetch = createFetchTo(onlyBefore, { ...BOUNDS, resolve: names({ 'a.example.com': [[PUBLIC_LOOPBACK]] }) })
    expect((await failure(fetch(`https://a.example.com:${port}/`, FOLLOW))).kind).toBe('address_refused')
    expect(seen).toEqual([])
  })

  test('in production calls no part of loopback public', async () => {
    const { port, reached } = await servePublicAndPrivate((_, response) => response.end())
    const fetch = createGuardedFetch({ ...BOUNDS, resolve: names({ 'a.example.com': [[PUBLIC_LOOPBACK]] }) })
    expect((await failure(fetch(`https://a.example.com:${port}/`, FOLLOW))).kind).toBe('address_refused')
    expect(reached).toEqual([])
  })
})
