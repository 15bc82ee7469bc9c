import { once } from 'node:events'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { createGuardedFetch, OutboundError } from './index.ts'
import type { GuardedFetchOptions, OutboundRequest } from './index.ts'
import { serve, serveRaw } from './testing/servers.ts'

const MAX_BYTES = 10_000

const FOLLOW: OutboundRequest = { signal: new AbortController().signal, redirect: 'follow' }

/** Long enough that only the bound under test can end it. */
const NEVER_MS = 50_000

function createLocalFetch(options: Partial<GuardedFetchOptions> = {}) {
  return createGuardedFetch({
    allowPrivate: true,
    timeoutMs: NEVER_MS,
    idleTimeoutMs: NEVER_MS,
    maxBytes: MAX_BYTES,
    maxRedirects: 3,
    userAgent: 'PowerPost tests',
    ...options,
  })
}

async function kindOf(fetching: Promise<unknown>): Promise<string> {
  return fetching.then(
    () => 'fetched',
    (error) => (error instanceof OutboundError ? error.kind : String(error)),
  )
}

const HEAD = 'HTTP/1.1 200 OK\r\n'

describe('the guarded fetch takes', () => {
  test('a body of exactly the allowed size, in either way of sending', async () => {
    const { url } = await serve((request, response) => {
      if (request.url === '/sized') response.setHeader('content-length', MAX_BYTES)
      response.end(Buffer.alloc(MAX_BYTES, 'a'))
    })
    for (const path of ['/sized', '/chunked']) {
      expect((await createLocalFetch()(url + path, FOLLOW)).body).toHaveLength(MAX_BYTES)
    }
  })

  test.for([
    ['an endless body', 'identity'],
    ['a body that unpacks to more', 'gzip'],
    ['a body of that length', 'sized'],
  ] as const)('no more than the beginning of %s, where it is to be cut', async ([, kind]) => {
    const { url } = await serve((_, response) => {
      if (kind === 'sized') return response.end('a'.repeat(MAX_BYTES))
      if (kind === 'gzip') {
        return response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(MAX_BYTES * 10, 'a')))
      }
      const write = () => {
        while (!response.destroyed && response.write('a'.repeat(1000)));
      }
      response.on('drain', write)
      write()
    })
    const { body } = await createLocalFetch({ longBody: 'cut' })(url, FOLLOW)
    expect(Buffer.from(body).toString()).toBe('a'.repeat(MAX_BYTES))
  })

  test('a redirect for an answer, where that is asked for, wherever it leads', async () => {
    const paths: (string | undefined)[] = []
    const { url } = await serve((request, response) => {
      paths.push(request.url)
      response.writeHead(307, { location: 'ftp://169.254.169.254/' }).end('moved')
    })
    const answer = await createLocalFetch()(`${url}/first`, {
      ...FOLLOW,
      redirect: 'answer',
      method: 'POST',
      body: '{}',
    })
    expect([answer.status, Buffer.from(answer.body).toString()]).toEqual([307, 'moved'])
    expect(paths).toEqual(['/first'])
  })

  test.for([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['br', brotliCompressSync],
    ['', (bytes: Buffer) => bytes],
    ['identity', (bytes: Buffer) => bytes],
  ] as const)('a body packed by %s', async ([encoding, pack]) => {
    const { url } = await serve((_, response) => {
      response.setHeader('content-encoding', encoding)
      response.end(pack(Buffer.from('größe')))
    })
    const answer = await createLocalFetch()(url, FOLLOW)
    expect(answer.body).toBeInstanceOf(Uint8Array)
    expect(Buffer.from(answer.body).toString()).toBe('größe')
  })

  test('what there is of a packed body that was cut', async () => {
    const text = Array.from({ length: 500 }, (_, i) => `line ${i}\n`).join('')
    const packed = gzipSync(text)
    const { url } = await serve((_, response) => {
      response.setHeader('content-encoding', 'gzip')
      response.end(packed.subarray(0, packed.length - 10))
    })
    expect((await createLocalFetch()(url, FOLLOW)).body.length).toBeGreaterThan(1000)
  })

  test('an empty answer to HEAD that names a size and a packing', async () => {
    const { url } = await serve((_, response) => {
      response.writeHead(200, { 'content-length': MAX_BYTES * 2, 'content-encoding': 'gzip' }).end()
    })
    expect(await createLocalFetch()(url, { ...FOLLOW, method: 'HEAD' })).toMatchObject({ status: 200 })
  })

  test('an error page as an answer, repeated headers joined', async () => {
    const { url } = await serve((_, response) => {
      response.writeHead(503, { 'retry-after': '7', 'x-many': ['a', 'b'] }).end('busy')
    })
    const answer = await createLocalFetch()(url, FOLLOW)
    expect(answer.status).toBe(503)
    expect(answer.headers).toMatchObject({ 'retry-after': '7', 'x-many': 'a, b' })
  })

  test('method, headers and body along', async () => {
    const { url } = await serve((request, response) => {
      request.toArray().then(
        (chunks) => response.end(`${request.method} ${request.headers['x-id']} ${Buffer.concat(chunks).toString()}`),
        () => response.destroy(),
      )
    })
    const fetch = createLocalFetch()
    const answer = await fetch(url, { ...FOLLOW, method: 'POST', headers: { 'x-id': '7' }, body: 'hello' })
    expect(Buffer.from(answer.body).toString()).toBe('POST 7 hello')
  })

  test('a body that is read as it is sent', async () => {
    const { url } = await serve((request, response) => {
      request.toArray().then(
        (chunks) => response.end(`${request.headers['content-length']} ${Buffer.concat(chunks).toString()}`),
        () => response.destroy(),
      )
    })
    const body = (async function* () {
      yield Buffer.from('hello ')
      yield Buffer.from('again')
    })()
    const headers = { 'content-length': '11' }
    const answer = await createLocalFetch()(url, { ...FOLLOW, redirect: 'fail', method: 'POST', headers, body })
    expect(Buffer.from(answer.body).toString()).toBe('11 hello again')
  })
})

describe('the guarded fetch gives up on', () => {
  test('a body announced as too large, before reading it', async () => {
    const { url } = await serveRaw((socket) => socket.write(`${HEAD}Content-Length: ${MAX_BYTES + 1}\r\n\r\n`))
    expect(await kindOf(createLocalFetch()(url, FOLLOW))).toBe('too_large')
  })

  test('a body without an end', async () => {
    const { url } = await serve((_, response) => {
      const more = () => {
        while (response.write(Buffer.alloc(1000))) continue
      }
      response.on('drain', more)
      more()
    })
    expect(await kindOf(createLocalFetch()(url, FOLLOW))).toBe('too_large')
  })

  test.for([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ] as const)('a bomb of 50 MB packed by %s, holding no more than allowed', async ([encoding, pack]) => {
    const bomb = pack(Buffer.alloc(50_000_000))
    const { url } = await serve((_, response) => {
      response.setHeader('content-encoding', encoding)
      response.end(bomb)
    })
    const before = process.memoryUsage().arrayBuffers
    expect(await kindOf(createLocalFetch({ maxBytes: bomb.length + 1 })(url, FOLLOW))).toBe('too_large')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000)
  })

  test('packed bytes without an end that unpack to nothing', async () => {
    const nothing = gzipSync(Buffer.alloc(0))
    const { url } = await serve((_, response) => {
      response.setHeader('content-encoding', 'gzip')
      const more = () => {
        while (response.write(nothing)) continue
      }
      response.on('drain', more)
      more()
    })
    expect(await kindOf(createLocalFetch()(url, FOLLOW))).toBe('too_large')
  })

  test.for([
    ['gzip, gzip', gzipSync(gzipSync('x'))],
    ['deflate', deflateSync('x')],
    ['zstd', Buffer.from('x')],
    ['gzip', Buffer.from('this is not gzip')],
    ['br', Buffer.from('this is not brotli')],
  ] as const)('a packing it cannot undo: %s', async ([encoding, body]) => {
    const { url } = await serve((_, response) => {
      response.setHeader('content-encoding', encoding)
      response.end(body)
    })
    expect(await kindOf(createLocalFetch()(url, FOLLOW))).toBe('unreachable')
  })

  test('headers without an end', async () => {
    const { url } = await serveRaw((socket) => {
      socket.write(HEAD)
      const more = () => {
        while (socket.writable && socket.write(`X-More: ${'a'.repeat(1000)}\r\n`)) continue
      }
      socket.on('drain', more)
      more()
    })
    expect(await kindOf(createLocalFetch()(url, FOLLOW))).toBe('too_large')
  })

  test('a server that takes the request and says nothing', async () => {
    const { url } = await serveRaw(() => {})
    expect(await kindOf(createLocalFetch({ idleTimeoutMs: 50 })(url, FOLLOW))).toBe('timeout')
  })

  test('a body that stops in the middle', async () => {
    const { url } = await serveRaw((socket) => socket.write(`${HEAD}Content-Length: 100\r\n\r\nhalf`))
    expect(await kindOf(createLocalFetch({ idleTimeoutMs: 50 })(url, FOLLOW))).toBe('timeout')
  })

  test('a body that drips, never silent for long', async () => {
    const { url } = await serveRaw((socket) => {
      socket.write(`${HEAD}Content-Length: 9999\r\n\r\n`)
      const timer = setInterval(() => socket.write('.'), 5)
      socket.on('close', () => clearInterval(timer))
    })
    expect(await kindOf(createLocalFetch({ timeoutMs: 200 })(url, FOLLOW))).toBe('timeout')
  })

  test('redirects that each take their time, after the time for all of them', async () => {
    const { url } = await serve((_, response) => {
      setTimeout(() => response.writeHead(302, { location: '/again' }).end(), 30)
    })
    const fetch = createLocalFetch({ timeoutMs: 200, maxRedirects: 1000 })
    expect(await kindOf(fetch(url, FOLLOW))).toBe('timeout')
  })

  test.for([
    'not http at all\r\n\r\n',
    `${HEAD}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello`,
    `${HEAD}Content-Length: 100\r\n\r\nonly this`,
    `${HEAD}Transfer-Encoding: chunked\r\n\r\nzz\r\n`,
    '',
  ])('an answer that breaks HTTP, or off: %j', async (bytes) => {
    const { url } = await serveRaw((socket) => socket.end(bytes))
    const error = await createLocalFetch()(url, FOLLOW).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ kind: 'unreachable', message: 'cannot be reached' })
  })

  test('a port where nobody listens', async () => {
    const { url } = await serveRaw(() => {})
    const closed = url.replace(/\d+$/, '1')
    expect(await kindOf(createLocalFetch()(closed, FOLLOW))).toBe('unreachable')
  })
})

describe('a caller who stops', () => {
  test('is aborted with the given reason, at whatever point', async () => {
    const connected = Promise.withResolvers<void>()
    const { url } = await serveRaw((socket) => {
      socket.write(`${HEAD}Content-Length: 100\r\n\r\nhalf`)
      connected.resolve()
    })
    const fetch = createLocalFetch()
    const reason = new Error('enough')
    await expect(fetch(url, { ...FOLLOW, signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    const controller = new AbortController()
    const fetching = fetch(url, { ...FOLLOW, signal: controller.signal })
    await connected.promise
    controller.abort(reason)
    await expect(fetching).rejects.toBe(reason)
  })

  test('does not wait for a handshake that never ends', async () => {
    const controller = new AbortController()
    const reason = new Error('enough')
    const { url } = await serveRaw(() => controller.abort(reason))
    const fetching = createLocalFetch()(url.replace('http:', 'https:'), { ...FOLLOW, signal: controller.signal })
    await expect(fetching).rejects.toBe(reason)
  })

  test('does not wait for a name server that never answers', async () => {
    const controller = new AbortController()
    const reason = new Error('enough')
    const asked = Promise.withResolvers<void>()
    const fetch = createLocalFetch({
      resolve: () => {
        asked.resolve()
        return new Promise(() => {})
      },
    })
    const fetching = fetch('http://a.example.com/', { ...FOLLOW, signal: controller.signal })
    await asked.promise
    controller.abort(reason)
    await expect(fetching).rejects.toBe(reason)
  })

  test('leaves no connection open, nor does anyone else', async () => {
    const closed = Promise.withResolvers<void>()
    const { url } = await serve((request, response) => {
      request.socket.on('close', () => closed.resolve())
      response.end('bye')
    })
    await createLocalFetch()(url, FOLLOW)
    await closed.promise
    const controller = new AbortController()
    const hanging = Promise.withResolvers<void>()
    const { url: silent } = await serveRaw((socket) => {
      const gone = once(socket, 'close')
      controller.abort(new Error('enough'))
      gone.then(() => hanging.resolve(), hanging.reject)
    })
    await kindOf(createLocalFetch()(silent, { ...FOLLOW, signal: controller.signal }))
    await hanging.promise
  })
})
