import type { ServerResponse } from 'node:http'
import { describe, expect, test } from 'vitest'
import { serve } from '#outbound/testing/servers.ts'
import { createSearxngResearcher, WEB_LIMITS } from '../index.ts'
import type { ResearchMode, ResearchRequest, WebLimits } from '../index.ts'
import { createLocalFetch, createLocalReader, NEVER_MS } from '../testing/pages.ts'

const PROMPT = 'Announce the new cold brew of Blue Bottle in glass. It is out in Kyoto now!'

const asked = (request: Partial<ResearchRequest> = {}): ResearchRequest => ({
  prompt: PROMPT,
  sourceUrls: [],
  mode: 'regular',
  signal: new AbortController().signal,
  ...request,
})

/** A web of pages under any path, each telling its own name. */
async function serveSite() {
  const read: string[] = []
  const { url } = await serve((request, response) => {
    read.push(request.url ?? '')
    if (request.url?.includes('gone') === true) response.writeHead(404).end()
    else response.writeHead(200, { 'content-type': 'text/html' }).end(`<title>P</title><p>page ${request.url}`)
  })
  return { url, read }
}

/** Answers searches as SearXNG does. */
async function serveSearch(answer: (query: URLSearchParams, response: ServerResponse) => unknown) {
  const requests: { readonly url: URL; readonly authorization: string | undefined }[] = []
  const { url } = await serve((request, response) => {
    const target = new URL(request.url ?? '', 'http://search')
    requests.push({ url: target, authorization: request.headers.authorization })
    const results = answer(target.searchParams, response)
    if (results === undefined) return
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ query: target.searchParams.get('q'), results, unresponsive_engines: [] }))
  })
  return { url, requests }
}

function createResearcher(searchUrl: string, limits: Partial<WebLimits> = {}, searchTimeoutMs = NEVER_MS) {
  const of = (mode: ResearchMode) => ({ ...WEB_LIMITS[mode], totalMs: NEVER_MS, ...limits })
  return createSearxngResearcher({
    searchUrl,
    searchFetch: createLocalFetch({ maxBytes: 100_000, timeoutMs: searchTimeoutMs }),
    readPage: createLocalReader(),
    limits: { regular: of('regular'), deep: of('deep') },
  })
}

const hit = (url: string, title = 'Title', content: unknown = `snippet of ${url.at(-1)}`) => ({ url, title, content })

describe('research by SearXNG', () => {
  test('regular asks one question, reads two pages, and keeps what the search says of the rest', async () => {
    const sites = await Promise.all([serveSite(), serveSite(), serveSite()])
    const urls = sites.flatMap(({ url }) => [`${url}/1`, `${url}/2`])
    const search = await serveSearch(() => urls.map((url) => hit(url)))
    const research = await createResearcher(search.url).research(asked())
    expect(research.kind).toBe('web')
    expect(research.searchError).toBeUndefined()
    expect(search.requests).toHaveLength(1)
    const [request] = search.requests
    expect(request?.url.pathname).toBe('/search')
    expect(Object.fromEntries(request?.url.searchParams ?? [])).toEqual({
      q: PROMPT,
      format: 'json',
      categories: 'general',
      safesearch: '1',
    })
    expect(sites.flatMap(({ read }) => read)).toEqual(['/1', '/2'])
    expect(research.notes).toEqual([
      { url: urls[0], title: 'P', text: 'page /1' },
      { url: urls[1], title: 'P', text: 'page /2' },
      ...urls.slice(2).map((url) => ({ url, title: 'Title', text: `snippet of ${url.at(-1)}` })),
    ])
  })

  test('deep asks several questions and reads each page once', async () => {
    const sites = await Promise.all([serveSite(), serveSite(), serveSite()])
    const search = await serveSearch((query) => {
      const common = sites.map(({ url }) => hit(`${url}/common?utm_source=${query.get('categories')}`))
      return query.get('categories') === 'news' ? common.toReversed() : common
    })
    const research = await createResearcher(search.url).research(asked({ mode: 'deep' }))
    expect(search.requests.length).toBe(4)
    expect(new Set(search.requests.map(({ url }) => url.search)).size).toBe(4)
    expect(search.requests.map(({ url }) => url.searchParams.get('categories'))).toContain('news')
    expect(search.requests.map(({ url }) => url.searchParams.get('time_range'))).toContain('year')
    for (const { read } of sites) expect(read).toHaveLength(1)
    expect(research.notes).toHaveLength(3)
  })

  test('reads the caller’s sources first, and no page of theirs again', async () => {
    const site = await serveSite()
    const search = await serveSearch(() => [hit(`${site.url}/mine#x`), hit(`${site.url}/found`)])
    const sourceUrls = [`${site.url}/mine`, `${site.url}/gone`]
    const research = await createResearcher(search.url).research(asked({ sourceUrls }))
    expect(research.notes.map(({ text }) => text)).toEqual(['page /mine', 'page /found'])
    expect(research.skipped).toMatchObject([{ url: sourceUrls[1], error: { failure: 'no_page' } }])
    expect(site.read.filter((path) => path === '/mine')).toHaveLength(1)
  })

  test('searches for nothing without a prompt', async () => {
    const site = await serveSite()
    const search = await serveSearch(() => [hit(`${site.url}/found`)])
    const { url } = site
    const { prompt: _, ...wordless } = asked({ sourceUrls: [`${url}/mine`], mode: 'deep' })
    expect(await createResearcher(search.url).research(wordless)).toMatchObject({ kind: 'sources' })
    expect(search.requests).toEqual([])
  })

  test('keeps the snippet of a page that cannot be read, and drops a result without either', async () => {
    const site = await serveSite()
    const search = await serveSearch(() => [hit(`${site.url}/gone/a`), hit(`${site.url}/gone/b`, 'Title', null)])
    const research = await createResearcher(search.url).research(asked())
    expect(research.notes).toEqual([{ url: `${site.url}/gone/a`, title: 'Title', text: 'snippet of a' }])
  })

  test('takes results as they come: cleaned, and without those that are none', async () => {
    const search = await serveSearch(() => [
      null,
      'x',
      {},
      { url: 5 },
      hit('javascript:alert(1)'),
      hit('https://127.0.0.1:1/', 'A\u0000\n B', 'ignore\u200B \u202Ethis'),
    ])
    const research = await createResearcher(search.url, { pages: 0 }).research(asked())
    expect(research.notes).toEqual([{ url: 'https://127.0.0.1:1/', title: 'A B', text: 'ignore this' }])
  })

  test('gives no more text than there is room for', async () => {
    const search = await serveSearch(() =>
      [1, 2, 3].map((n) => hit(`https://s${n}.example.com/`, '', 'A sentence of thirty letters. '.repeat(10))),
    )
    const research = await createResearcher(search.url, { pages: 0, totalChars: 400 }).research(asked())
    expect(research.notes).toHaveLength(2)
    expect(research.notes.map(({ text }) => text.length).reduce((a, b) => a + b)).toBeLessThanOrEqual(400)
    expect(research.notes.at(-1)?.text.endsWith('letters.')).toBe(true)
  })

  test('refuses pages at private addresses though the search server itself is at one', async () => {
    const site = await serveSite()
    const search = await serveSearch(() => [hit(`${site.url}/secret`), hit(`${site.url.replace('http', 'https')}/s2`)])
    const researcher = createSearxngResearcher({
      searchUrl: search.url,
      searchFetch: createLocalFetch(),
      readPage: createLocalReader({ fetch: createLocalFetch({ allowPrivate: false }) }),
    })
    const research = await researcher.research(asked({ sourceUrls: [`${site.url}/mine`] }))
    expect(site.read).toEqual([])
    expect(research.notes.map(({ text }) => text)).toEqual(['snippet of t', 'snippet of 2'])
    expect(research.skipped).toMatchObject([{ error: { kind: 'bad_url' } }])
  })

  test.for([
    ['', '/search', undefined],
    ['/', '/search', undefined],
    ['/searxng', '/searxng/search', undefined],
    ['/searxng/', '/searxng/search', undefined],
    ['/searxng/search?q=x#y', '/searxng/search', undefined],
    ['me:p%40ss@', '/search', `Basic ${Buffer.from('me:p@ss').toString('base64')}`],
  ] as const)('finds the server by its address as people give it: %s', async ([given, path, authorization]) => {
    const search = await serveSearch(() => [])
    const isUser = given.endsWith('@')
    await createResearcher(isUser ? search.url.replace('//', `//${given}`) : search.url + given).research(asked())
    expect(search.requests[0]?.url.pathname).toBe(path)
    expect(search.requests[0]?.authorization).toBe(authorization)
  })
})

/** The ways in which a search server fails, and what the operator reads. */
const FAILURES: Readonly<Record<string, [(response: ServerResponse) => unknown, string, RegExp]>> = {
  'JSON not enabled': [(r) => r.writeHead(403).end('Forbidden'), 'misconfigured', /add json to search\.formats/],
  'a page instead': [
    (r) => r.writeHead(200, { 'content-type': 'text/html' }).end('<html>hi</html>'),
    'misconfigured',
    /page/,
  ],
  'a password wanted': [(r) => r.writeHead(401).end(), 'misconfigured', /password/],
  'nothing there': [(r) => r.writeHead(404).end(), 'misconfigured', /no SearXNG/],
  'a redirect': [(r) => r.writeHead(301, { location: '/x' }).end(), 'misconfigured', /redirects/],
  'asked too often': [(r) => r.writeHead(429).end(), 'busy', /too often/],
  'broken inside': [(r) => r.writeHead(500).end('Traceback: secret'), 'down', /500/],
  'a connection cut': [(r) => r.destroy(), 'down', /reached/],
  'no answer': [() => {}, 'down', /too long/],
  'half an answer': [(r) => r.writeHead(200, { 'content-length': 99 }).write('{"results": ['), 'down', /too long/],
  'broken JSON': [(r) => r.writeHead(200).end('{"results": [secret'), 'unusable', /broken JSON/],
  'other JSON': [(r) => r.writeHead(200).end('{"ok": true}'), 'unusable', /no results/],
  'too much': [(r) => r.writeHead(200).end(Buffer.alloc(200_000)), 'unusable', /too much/],
}

describe('a search server that does not work', () => {
  test.for(Object.entries(FAILURES))('is reported, and the sources are read all the same: %s', async ([, failing]) => {
    const [fail, failure, message] = failing
    const site = await serveSite()
    const search = await serveSearch((_, response) => void fail(response))
    const searchTimeoutMs = /too long/.test(message.source) ? 200 : NEVER_MS
    const researcher = createResearcher(search.url, {}, searchTimeoutMs)
    const research = await researcher.research(asked({ sourceUrls: [`${site.url}/mine`] }))
    expect(research).toMatchObject({ kind: 'sources', notes: [{ text: 'page /mine' }], searchError: { failure } })
    expect(research.searchError?.message).toMatch(message)
    expect(research.searchError?.message).not.toMatch(/secret|Announce/)
  })

  test('is not waited for beyond the time for all of it', async () => {
    const search = await serveSearch(() => undefined)
    const research = await createResearcher(search.url, { totalMs: 200 }).research(asked({ mode: 'deep' }))
    expect(research).toMatchObject({ kind: 'none', notes: [], searchError: { failure: 'down' } })
  })

  test('for one question of several leaves the others’ answers', async () => {
    const search = await serveSearch((query, response) => {
      if (query.get('categories') === 'news') return void response.writeHead(500).end()
      return [hit('https://a.example.com/')]
    })
    const research = await createResearcher(search.url, { pages: 0 }).research(asked({ mode: 'deep' }))
    expect(research).toMatchObject({ kind: 'web', searchError: { failure: 'down' } })
    expect(research.notes).toHaveLength(1)
  })
})
