import { readFile } from 'node:fs/promises'
import { request as sendRequest } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import { parse } from 'content-disposition'
import type { ErrorBody, Media } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { storedFiles, uploadFile } from '../harness/media.ts'
import type { MovableClock } from '../harness/movable-clock.ts'
import { createMovableClock } from '../harness/movable-clock.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import type { MediaFiles } from '../media-files/index.ts'
import { makeMediaFiles, removeMediaFiles } from '../media-files/index.ts'

let server: TestServer
let clock: MovableClock
let files: MediaFiles
let bytes: Buffer
let media: Media

beforeAll(async () => {
  files = await makeMediaFiles()
  clock = createMovableClock()
  server = await startTestServer({ clock })
  bytes = await readFile(files.mp4)
  media = await uploadFile(server, files.mp4, { type: 'video' })
})
afterAll(async () => {
  await server.stop()
  await removeMediaFiles()
})

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** Without a key, and by Node's own client: `fetch` would not send some of these headers. */
function read(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    sendRequest(url, { headers, method }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    })
      .on('error', reject)
      .end()
  })
}

describe('a signed link', () => {
  it('gives the file to whoever has it, with no key and no workspace', async () => {
    const { status, headers, body } = await read(media.url)
    expect(status).toBe(200)
    expect(body.equals(bytes)).toBe(true)
    expect(headers).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': String(bytes.length),
      'accept-ranges': 'bytes',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': '*',
      'content-disposition': 'inline; filename=mp4.mp4',
    })
    const [, maxAge] = /^private, max-age=(\d+)$/.exec(headers['cache-control'] ?? '') ?? []
    expect(Number(maxAge)).toBeGreaterThanOrEqual(7 * 24 * 3600)
    expect(headers['x-ratelimit-limit']).toBeUndefined()
  })

  it('answers a HEAD by the same headers, and no body', async () => {
    const [head, get] = [await read(media.url, {}, 'HEAD'), await read(media.url)]
    expect(head.status).toBe(200)
    expect(head.body).toHaveLength(0)
    const own = { 'x-request-id': '', date: '' }
    expect({ ...head.headers, ...own }).toEqual({ ...get.headers, ...own })
    expect((await read(media.url, { range: 'bytes=0-1' }, 'HEAD')).status).toBe(200)
  })

  it('lets a page of any origin ask, with a range too', async () => {
    const asked = { origin: 'https://elsewhere.example', 'access-control-request-method': 'GET' }
    const { status, headers } = await read(
      media.url,
      { ...asked, 'access-control-request-headers': 'range' },
      'OPTIONS',
    )
    expect(status).toBe(204)
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-headers': expect.stringContaining('range'),
    })
    expect((await read(media.url, {}, 'POST')).status).toBe(405)
  })

  it('is answered again as it was for the rest of the day', async () => {
    const again = await server.request(`/api/v1/media/${media.media_id}`)
    expect(await again.json()).toEqual(media)
  })
})

describe('a part of a file', () => {
  const cases: [string, (size: number) => [start: number, end: number]][] = [
    ['bytes=0-0', () => [0, 0]],
    ['bytes=0-99', () => [0, 99]],
    ['bytes=100-', (size) => [100, size - 1]],
    ['bytes=-5', (size) => [size - 5, size - 1]],
    ['bytes=-99999999', (size) => [0, size - 1]],
    ['bytes=10-99999999', (size) => [10, size - 1]],
  ]
  it.each(cases)('asked for by %s is answered 206, with where it stands', async (range, expected) => {
    const [start, end] = expected(bytes.length)
    const { status, headers, body } = await read(media.url, { range })
    expect(status).toBe(206)
    expect(headers['content-range']).toBe(`bytes ${start}-${end}/${bytes.length}`)
    expect(headers['content-length']).toBe(String(end - start + 1))
    expect(headers['content-type']).toBe('video/mp4')
    expect(body.equals(bytes.subarray(start, end + 1))).toBe(true)
  })

  it.each(['bytes=99999999-', 'bytes=-0'])(
    'that there is none of, %s, is answered 416, with the size',
    async (range) => {
      const { status, headers, body } = await read(media.url, { range })
      expect([status, headers['content-range'], body.length]).toEqual([416, `bytes */${bytes.length}`, 0])
    },
  )

  it.each(['bytes=0-1,5-9', 'bytes=9-5', 'pages=1-2', 'nonsense'])('asked for by %s is the whole', async (range) => {
    const { status, headers, body } = await read(media.url, { range })
    expect([status, headers['content-range'], body.length]).toEqual([200, undefined, bytes.length])
  })

  it('of another version is not mixed with this one', async () => {
    const { headers } = await read(media.url)
    const range = 'bytes=0-9'
    const ifRange = (value = '') => read(media.url, { range, 'if-range': value })
    expect((await ifRange(headers.etag)).status).toBe(206)
    expect((await ifRange(headers['last-modified'])).status).toBe(206)
    expect((await ifRange('"another"')).status).toBe(200)
    expect((await ifRange('Sun, 22 Nov 2015 00:00:00 GMT')).status).toBe(200)
  })
})

describe('a file that the caller has already', () => {
  it('is not sent again', async () => {
    const { etag = '', 'last-modified': lastModified = '' } = (await read(media.url)).headers
    expect(etag).toMatch(/^"[0-9a-f]{64}"$/)
    for (const headers of [{ 'if-none-match': etag }, { 'if-modified-since': lastModified }]) {
      const { status, body, headers: answered } = await read(media.url, headers)
      expect([status, body.length, answered.etag]).toEqual([304, 0, etag])
    }
    expect((await read(media.url, { 'if-match': '"another"' })).status).toBe(412)
  })
})

describe('a link that was altered, or is too old', () => {
  const { stringify } = JSON
  async function refusal(url: string): Promise<unknown> {
    const { status, body } = await read(url)
    const { error } = JSON.parse(body.toString()) as ErrorBody
    return { status, ...error, request_id: undefined }
  }

  it('is refused in the same words, whatever was altered, and whether the file exists or not', async () => {
    const url = new URL(media.url)
    const change = (alter: (url: URL) => void) => {
      const changed = new URL(url)
      alter(changed)
      return changed.href
    }
    const [expires, signature = ''] = [url.searchParams.get('expires'), url.searchParams.get('signature') ?? '']
    const other = await uploadFile(server, files.png)
    const altered = [
      change((to) => (to.pathname = to.pathname.replace('/content', '/thumbnail'))),
      change((to) => (to.pathname = to.pathname.replace(media.media_id, other.media_id))),
      change((to) => (to.pathname = to.pathname.replace(media.media_id, '0199a1b2-0000-7000-8000-000000000001'))),
      change((to) => (to.pathname = to.pathname.replace(media.media_id, media.media_id.toUpperCase()))),
      change((to) => (to.pathname = to.pathname.replace(media.media_id, 'none'))),
      change((to) => to.searchParams.set('expires', String(Number(expires) + 1))),
      change((to) => to.searchParams.set('expires', `${expires}0`)),
      change((to) => to.searchParams.set('expires', '')),
      change((to) => to.searchParams.set('expires', '1e99')),
      change((to) => to.searchParams.set('signature', '')),
      change((to) => to.searchParams.set('signature', signature.slice(1))),
      change((to) => to.searchParams.set('signature', `${signature}A`)),
      change((to) =>
        to.searchParams.set('signature', new URL(media.thumbnail_url).searchParams.get('signature') ?? ''),
      ),
      change((to) => to.searchParams.set('signature', new URL(other.url).searchParams.get('signature') ?? '')),
    ]
    const first = await refusal(altered[0] ?? '')
    expect(first).toMatchObject({ status: 404, code: 'NOT_FOUND' })
    for (const one of altered) expect(await refusal(one), stringify(one)).toEqual(first)
    expect((await read(change((to) => to.searchParams.delete('signature')))).status).toBe(400)
    expect((await read(change((to) => to.searchParams.append('expires', '1')))).status).toBe(400)
  })

  it('is good for seven days, and refused after eight in the words for any other', async () => {
    const { url, thumbnail_url } = await uploadFile(server, files.webp)
    clock.move({ hours: 7 * 24 })
    expect((await read(url)).status).toBe(200)
    clock.move({ hours: 24 })
    const refused = await refusal(url)
    expect(refused).toMatchObject({ status: 404, code: 'NOT_FOUND' })
    expect(await refusal(thumbnail_url)).toEqual(refused)
    expect(await refusal(`${url}x`)).toEqual(refused)
  })
})

describe('the name of a file', () => {
  it.each([
    ['größe – 大きさ 🚀.jpg', 'größe – 大きさ 🚀.jpg'],
    ['a"b;\\c.jpg', 'c.jpg'],
    ['x".jpg"; filename*=UTF-8\'\'evil.html', 'x".jpg"; filename*=UTF-8\'\'evil.html'],
    ['a\r\nSet-Cookie: b=c.jpg', 'aSet-Cookie: b=c.jpg'],
    ['100%.jpg', '100%.jpg'],
  ])('%j comes through the header whole, and nothing beside it', async (name, shown) => {
    const { url, file_name } = await uploadFile(server, files.jpeg, { name })
    expect(file_name).toBe(shown)
    const { headers } = await read(url)
    expect(parse(headers['content-disposition'] ?? '')).toEqual({ type: 'inline', parameters: { filename: shown } })
    expect(headers['set-cookie']).toBeUndefined()
  })
})

describe('a reader that goes away', () => {
  it('leaves no file open', async () => {
    const { readdir, readlink } = await import('node:fs/promises')
    const stored = (await storedFiles(server)).find((file) => file.endsWith(media.media_id))
    const opened = async () => {
      const names = await readdir('/proc/self/fd')
      const targets = await Promise.all(names.map((name) => readlink(`/proc/self/fd/${name}`).catch(() => '')))
      return targets.filter((target) => stored !== undefined && target.endsWith(stored)).length
    }
    await new Promise<void>((resolve) => {
      const asked = sendRequest(media.url, (response) => response.once('data', () => resolve(void asked.destroy())))
      asked.on('error', () => {}).end()
    })
    await expect.poll(opened).toBe(0)
  })
})

it('no robots.txt forbids platforms to fetch media', async () => {
  const response = await fetch(`${server.url}/robots.txt`)
  // RFC 9309 2.3.1.3: where there is none, everything is allowed.
  expect(response.status).toBe(404)
})
