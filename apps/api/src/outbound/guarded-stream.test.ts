import { gzipSync } from 'node:zlib'
import type { RequestListener } from 'node:http'
import { describe, expect, test } from 'vitest'
import { createStreamTo } from './guarded-fetch.ts'
import { createGuardedStream, OutboundError } from './index.ts'
import type { GuardedFetchOptions, OutboundRequest } from './index.ts'
import { serve } from './testing/servers.ts'

const BOUNDS: GuardedFetchOptions = {
  allowPrivate: true,
  timeoutMs: 50_000,
  idleTimeoutMs: 50_000,
  maxBytes: 100_000,
  maxRedirects: 3,
  userAgent: 'PowerPost tests',
}

const FOLLOW: OutboundRequest = { signal: new AbortController().signal, redirect: 'follow' }

async function collect({ body }: { readonly body: AsyncIterable<Uint8Array> }): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of body) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** How streaming it all ends. */
async function endOf(handler: RequestListener, options: Partial<GuardedFetchOptions> = {}): Promise<unknown> {
  const { url } = await serve(handler)
  const stream = createGuardedStream({ ...BOUNDS, ...options })
  return stream(url, FOLLOW, collect).then(
    (bytes) => bytes.length,
    (error: unknown) => (error instanceof OutboundError ? error.kind : error),
  )
}

const endless: RequestListener = (_request, response) => {
  const write = () => {
    while (!response.destroyed && response.write('a'.repeat(10_000)));
  }
  response.on('drain', write)
  write()
}

describe('a stream from elsewhere', () => {
  test('gives the head before the body, and the body unpacked, after redirects', async () => {
    const { url } = await serve((request, response) => {
      if (request.url === '/') return response.writeHead(302, { location: '/file' }).end()
      return response.setHeader('content-encoding', 'gzip').end(gzipSync('a'.repeat(50_000)))
    })
    const taken = await createGuardedStream(BOUNDS)(`${url}/`, FOLLOW, async (answer) => ({
      at: answer.url,
      status: answer.status,
      bytes: (await collect(answer)).length,
    }))
    expect(taken).toEqual({ at: `${url}/file`, status: 200, bytes: 50_000 })
  })

  test.for<[string, RequestListener, Partial<GuardedFetchOptions>, string]>([
    ['without an end', endless, {}, 'too_large'],
    ['that unpacks to more than it may', packed(500_000), {}, 'too_large'],
    ['that says nothing', () => {}, { idleTimeoutMs: 300 }, 'timeout'],
    ['that stops in the middle', (_request, response) => void response.write('a'), { idleTimeoutMs: 300 }, 'timeout'],
    ['that is slow without an end', drip, { timeoutMs: 600 }, 'timeout'],
    ['that is cut', (_request, response) => cut(response), {}, 'unreachable'],
    ['packed in what was not asked for', packing('zstd'), {}, 'unreachable'],
    ['that redirects to a forbidden address', (_request, response) => cloud(response), {}, 'address_refused'],
  ])('%s is given up', async ([, handler, options, kind]) => {
    expect(await endOf(handler, options)).toBe(kind)
  })

  test('is taken no faster than it is read', async () => {
    let sent = 0
    const { url } = await serve((_request, response) => {
      const write = () => {
        while (!response.destroyed && response.write('a'.repeat(100_000))) sent += 100_000
      }
      response.on('drain', write)
      write()
    })
    const stream = createGuardedStream({ ...BOUNDS, maxBytes: 1e12 })
    const leave = stream(url, FOLLOW, async ({ body }) => {
      for await (const _ of body) {
        let before = -1
        // What the sockets hold between them is all that is sent.
        const isStill = () => before === (before = sent)
        await expect.poll(isStill, { interval: 200, timeout: 10_000 }).toBe(true)
        throw new Error('enough')
      }
    })
    await expect(leave).rejects.toThrow('enough')
    expect(sent).toBeLessThan(20_000_000)
  })

  test('throws whatever its taker throws, as it is', async () => {
    const { url } = await serve((_request, response) => void response.end('a'))
    const own = new TypeError('mine')
    const thrown = createGuardedStream(BOUNDS)(url, FOLLOW, async () => Promise.reject(own))
    await expect(thrown).rejects.toBe(own)
  })

  test('ends with its signal, whose reason is thrown', async () => {
    const { url } = await serve((_request, response) => void response.write('a'))
    const leaving = new AbortController()
    const streaming = createGuardedStream(BOUNDS)(url, { ...FOLLOW, signal: leaving.signal }, async ({ body }) => {
      for await (const _ of body) leaving.abort(new Error('gone'))
    })
    await expect(streaming).rejects.toThrow('gone')
  })

  test('asks nobody at an address that it may not connect to', async () => {
    let asked = 0
    const { url } = await serve((_request, response) => void response.end(String((asked += 1))))
    const stream = createStreamTo(() => false, BOUNDS)
    await expect(stream(url, FOLLOW, collect)).rejects.toMatchObject({ kind: 'address_refused' })
    expect(asked).toBe(0)
  })
})

function packed(bytes: number): RequestListener {
  return (_request, response) =>
    void response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(bytes, 'a')))
}

function packing(name: string): RequestListener {
  return (_request, response) => void response.setHeader('content-encoding', name).end('a')
}

function drip(...[, response]: Parameters<RequestListener>): void {
  const timer = setInterval(() => response.write('a'), 50)
  response.on('close', () => clearInterval(timer))
}

function cut(response: Parameters<RequestListener>[1]): void {
  response.setHeader('content-length', 1000)
  response.write('a', () => response.destroy())
}

function cloud(response: Parameters<RequestListener>[1]): void {
  response.writeHead(302, { location: 'http://169.254.169.254/' }).end()
}
