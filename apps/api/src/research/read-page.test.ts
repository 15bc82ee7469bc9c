import { describe, expect, test } from 'vitest'
import { serve } from '#outbound/testing/servers.ts'
import { PageError } from './index.ts'
import type { PageReaderOptions } from './index.ts'
import { createLocalFetch, createLocalReader, htmlPage, NEVER_MS } from './testing/pages.ts'

const SIGNAL = new AbortController().signal

interface Page {
  readonly body: string | Uint8Array
  readonly type?: string
  readonly status?: number
}

async function read(
  { body, type = 'text/html; charset=utf-8', status = 200 }: Page,
  options?: Partial<PageReaderOptions>,
) {
  const { url } = await serve((_, response) => response.writeHead(status, { 'content-type': type }).end(body))
  return { url, reading: createLocalReader(options)(url, { signal: SIGNAL }) }
}

async function failureOf(page: Page, options?: Partial<PageReaderOptions>): Promise<PageError> {
  const { reading } = await read(page, options)
  const error = await reading.then(
    () => new Error('it was read'),
    (thrown) => thrown,
  )
  if (!(error instanceof PageError)) throw error
  return error
}

const PARAGRAPH =
  'Cold brew is steeped for sixteen hours, slowly, in cold water, which keeps the bitterness out of it. '

describe('reading a page', () => {
  test('gives the title and the article, in paragraphs, without what stands around it', async () => {
    const body = `<nav><a href="/">Home</a><a href="/shop">Shop</a></nav>
      <article><h1>Cold brew</h1><p>${PARAGRAPH.repeat(3)}</p><p>Second &amp; last: ${PARAGRAPH.repeat(3)}</p></article>
      <footer>All rights reserved</footer>`
    const { url, reading } = await read({ body: htmlPage(body) })
    const note = await reading
    expect(note).toMatchObject({ url, title: 'The title' })
    expect(note.text).toMatch(/^(Cold brew\s+)?Cold brew is steeped/)
    expect(note.text).toContain('\n\nSecond & last: Cold brew')
    expect(note.text).not.toMatch(/Home|rights/)
  })

  test('gives what is shown of a page without an article', async () => {
    const body = `<header>Brand</header><div>One</div><div>Two<br>Three</div><footer>Imprint</footer>`
    const { reading } = await read({ body: htmlPage(body) })
    expect((await reading).text).toBe('One\n\nTwo\nThree')
  })

  test.for([
    '<script>hidden()</script>',
    '<style>.hidden{}</style>',
    '<noscript>hidden</noscript>',
    '<template><p>hidden</p></template>',
    '<!-- hidden -->',
    '<div hidden>hidden</div>',
    '<div aria-hidden="true">hidden</div>',
    '<div style="display:none">hidden</div>',
    '<p style="color:red; VISIBILITY : hidden">hidden</p>',
    '<span style="opacity:0">hidden</span>',
    '<span style="font-size:0px">hidden</span>',
    '<iframe>hidden</iframe>',
    '<textarea>hidden</textarea>',
    '<svg><text>hidden</text></svg>',
  ])('leaves out what nobody sees: %s', async (hidden) => {
    const { reading } = await read({
      body: htmlPage(`<p>${PARAGRAPH.repeat(4)}</p>${hidden}<p>${PARAGRAPH.repeat(4)}</p>`),
    })
    const { text } = await reading
    expect(text).toContain('steeped')
    expect(text).not.toContain('hidden')
  })

  test.for([
    ['<p>A fragment', 'A fragment'],
    ['<html><p>Without a body', 'Without a body'],
    ['Nothing but text', 'Nothing but text'],
    ['<title>T</title><p>One</p><p>Two', 'One\n\nTwo'],
    ['<b>Unclosed <i>and <u>crossed</b></i>', 'Unclosed and crossed'],
  ] as const)('takes HTML as it comes: %s', async ([body, text]) => {
    const { reading } = await read({ body })
    expect((await reading).text).toBe(text)
  })

  test('takes plain text as it is, and any encoding', async () => {
    const plain = await read({ body: 'Tea <b> & co\r\n\r\n\r\n\r\nMore', type: 'text/plain' })
    expect(await plain.reading).toEqual({ url: plain.url, text: 'Tea <b> & co\n\nMore' })
    const latin = await read({ body: Buffer.from(htmlPage('<p>Größe'), 'latin1'), type: 'text/html; charset=latin1' })
    expect((await latin.reading).text).toBe('Größe')
  })

  test('cuts the text after a sentence', async () => {
    const { reading } = await read({ body: htmlPage(`<p>${PARAGRAPH.repeat(20)}</p>`) }, { maxChars: 250 })
    expect((await reading).text).toBe(PARAGRAPH.repeat(2).trim())
  })

  test('keeps the address that was asked for, after a redirect', async () => {
    const { url } = await serve((request, response) => {
      if (request.url === '/') response.writeHead(302, { location: '/there' }).end()
      else response.writeHead(200, { 'content-type': 'text/plain' }).end('there')
    })
    expect(await createLocalReader()(url, { signal: SIGNAL })).toEqual({ url, text: 'there' })
  })

  test.for([
    [{ body: 'gone', status: 404 }, 'no_page'],
    [{ body: 'broken', status: 500 }, 'no_page'],
    [{ body: '' }, 'no_page'],
    [{ body: htmlPage('<script>only()</script>') }, 'no_page'],
    [{ body: '%PDF-1.7', type: 'application/pdf' }, 'not_text'],
    [{ body: '{}', type: 'application/json' }, 'not_text'],
    [{ body: 'x', type: 'image/svg+xml' }, 'not_text'],
    [{ body: 'x', type: '' }, 'not_text'],
    [{ body: 'x', type: 'text/html/x; =' }, 'not_text'],
    [{ body: Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), type: 'text/plain' }, 'unreadable'],
    [{ body: 'a'.repeat(2_000_001), type: 'text/plain' }, 'unreadable'],
  ] as const)('refuses what holds no text: %j', { timeout: 30_000 }, async ([page, failure]) => {
    expect(await failureOf(page)).toMatchObject({ failure })
  })
})

/** Each takes linkedom or Readability from many seconds to hours, or all memory, or the stack. */
const HOSTILE: Readonly<Record<string, string>> = {
  '20,000 nested divs': '<div>'.repeat(20_000),
  '20,000 nested divs, closed': `${'<div>'.repeat(20_000)}x${'</div>'.repeat(20_000)}`,
  'half a million unclosed bold': '<b>'.repeat(500_000),
  'nested bodies': '<body>'.repeat(100_000),
  '200,000 attributes': `<div ${Array.from({ length: 200_000 }, (_, i) => `a${i}=1`).join(' ')}>x</div>`,
  'an entity flood': '&amp;'.repeat(399_000),
  '130,000 links': '<a href=x>y</a>'.repeat(130_000),
  '450,000 line breaks': '<br>'.repeat(450_000),
  'a million class names': `<p class="${'a '.repeat(950_000)}">x`,
}

describe('a page built to be hard to read', () => {
  test.for(Object.entries(HOSTILE))('is given up, and others are answered meanwhile: %s', async ([, body]) => {
    const own = await serve((_, response) => response.end('still here'))
    const fetch = createLocalFetch()
    const { reading } = await read({ body: htmlPage(body) }, { timeoutMs: 300 })
    const state = { isOver: false }
    const outcome = reading
      .then(
        () => 'read',
        (error: unknown) => (error instanceof PageError ? error.failure : String(error)),
      )
      .finally(() => (state.isOver = true))
    let answered = 0
    while (!state.isOver) {
      await fetch(own.url, { signal: SIGNAL, redirect: 'fail' })
      answered += 1
    }
    expect(await outcome).toBe('unreadable')
    // A stalled server answers one: after it has done with the page.
    expect(answered).toBeGreaterThan(5)
  })

  test.for([
    `<p>seen</p>${'<a '.repeat(500_000)}`,
    `<p>seen</p>${'<!--'.repeat(400_000)}`,
    `<p>seen</p>${'<![CDATA['.repeat(1000)}`,
    `<p>seen</p><p style="${'a:b;'.repeat(1000)}">x`,
    `<p>seen${' '.repeat(1_900_000)}</p>`,
  ])('is read where that is harmless: %#', async (body) => {
    const { reading } = await read({ body: htmlPage(body) })
    expect((await reading).text).toContain('seen')
  })

  test('ends the process that reads it when it takes all memory, and nothing else', async () => {
    const body = htmlPage('<i>a</i>'.repeat(245_000))
    const error = await failureOf({ body }, { timeoutMs: NEVER_MS })
    expect(error).toMatchObject({ failure: 'unreadable', cause: { failure: 'died' } })
    expect(String(error.cause)).toContain('heap')
    const { reading } = await read({ body: '<p>fine' })
    expect((await reading).text).toBe('fine')
  })

  test('takes no other reader along, and none of their turns', async () => {
    const { url } = await serve((request, response) => {
      response.setHeader('content-type', 'text/html')
      response.end(request.url === '/hostile' ? htmlPage(HOSTILE['200,000 attributes'] ?? '') : '<p>fine')
    })
    const readPage = createLocalReader({ timeoutMs: 300, maxProcesses: 1 })
    const paths = ['/hostile', '/fine', '/hostile', '/fine']
    const outcomes = await Promise.allSettled(paths.map((path) => readPage(url + path, { signal: SIGNAL })))
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected', 'fulfilled'])
  })

  test('is let go of when the caller stops, also by who waits for a turn', async () => {
    const { url } = await serve((_, response) => {
      response.setHeader('content-type', 'text/html')
      response.end(htmlPage(HOSTILE['200,000 attributes'] ?? ''))
    })
    const controller = new AbortController()
    const reason = new Error('enough')
    let fetched = 0
    const fetch = createLocalFetch()
    const readPage = createLocalReader({
      maxProcesses: 1,
      fetch: async (...call) => {
        const answer = await fetch(...call)
        fetched += 1
        if (fetched === 2) setImmediate(() => controller.abort(reason))
        return answer
      },
    })
    const both = [url, `${url}/2`].map((one) => readPage(one, { signal: controller.signal }))
    for (const outcome of await Promise.allSettled(both)) expect(outcome).toMatchObject({ reason })
  })
})
