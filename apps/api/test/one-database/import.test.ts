import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { OutgoingHttpHeaders, RequestListener } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { ErrorBody, Media } from '@powerpost/contract'
import { mediaSchema } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FileServer } from '../harness/file-server.ts'
import { startFileServer } from '../harness/file-server.ts'
import { countRows } from '../harness/ledger.ts'
import { storedFiles } from '../harness/media.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { PRIVATE_URLS } from '../harness/webhooks.ts'
import type { MediaFileName, MediaFiles } from '../media-files/index.ts'
import { garbageBehindHeader, makeMediaFiles, makeNoise, removeMediaFiles, truncate } from '../media-files/index.ts'

const IMPORT = '/api/v1/media/from-url'

let server: TestServer
let elsewhere: FileServer
let files: MediaFiles

beforeAll(async () => {
  files = await makeMediaFiles()
  elsewhere = await startFileServer()
  server = await startTestServer({ environment: PRIVATE_URLS })
})
afterAll(async () => {
  await server.stop()
  elsewhere.stop()
  await removeMediaFiles()
})

const answer =
  (body: Uint8Array | string, headers: OutgoingHttpHeaders = {}): RequestListener =>
  (_request, response) =>
    response.writeHead(200, headers).end(body)

const redirect =
  (to: string): RequestListener =>
  (_request, response) =>
    response.writeHead(302, { location: to }).end()

/** Serves something at a path of its own, and imports it. */
async function importFrom(listener: RequestListener, body: object = {}, path = `/${randomUUID()}`): Promise<Response> {
  elsewhere.serve(path, listener)
  return server.post(IMPORT, { url: elsewhere.urlOf(path), ...body })
}

async function importWhole(...options: Parameters<typeof importFrom>): Promise<Media> {
  const response = await importFrom(...options)
  expect(response.status).toBe(200)
  return mediaSchema.strict().parse(await response.json())
}

async function refusal(response: Response): Promise<ErrorBody['error'] & { readonly status: number }> {
  const { error } = (await response.json()) as ErrorBody
  return { ...error, status: response.status }
}

const FORMATS: [MediaFileName, string][] = [
  ['jpeg', 'image/jpeg'],
  ['png', 'image/png'],
  ['webp', 'image/webp'],
  ['mp4', 'video/mp4'],
  ['mov', 'video/quicktime'],
  ['webm', 'video/webm'],
]

describe('an import', () => {
  it.each(FORMATS)('of a whole %s is kept, whatever its server calls it', async (name, mimeType) => {
    const bytes = await readFile(files[name])
    const media = await importWhole(answer(bytes, { 'content-type': 'text/html' }))
    expect(media).toMatchObject({ mime_type: mimeType, file_size: bytes.length })
    expect(Buffer.from(await (await fetch(media.url)).arrayBuffer()).equals(bytes)).toBe(true)
    expect(await (await server.request(`/api/v1/media/${media.media_id}`)).json()).toEqual(media)
  })

  it('follows redirects, and is named by where they end', async () => {
    const bytes = await readFile(files.png)
    elsewhere.serve('/files/gr%C3%B6%C3%9Fe.png', answer(bytes))
    elsewhere.serve('/second', redirect('/files/gr%C3%B6%C3%9Fe.png?size=large#top'))
    expect((await importWhole(redirect('/second'))).file_name).toBe('größe.png')
  })

  it.each([
    [`attachment; filename="launch day.png"`, 'launch day.png'],
    [`attachment; filename="x.png"; filename*=UTF-8''%e5%a4%a7.png`, '大.png'],
    [`attachment; filename="../../etc/passwd"`, 'passwd'],
    ['attachment; filename="..', 'named-by-path.png'],
    ['attachment', 'named-by-path.png'],
  ])('is named by its server: %s', async (header, name) => {
    const bytes = await readFile(files.png)
    const path = `/${randomUUID()}/named-by-path.png`
    expect((await importWhole(answer(bytes, { 'content-disposition': header }), {}, path)).file_name).toBe(name)
  })

  it('unpacks what its server packs', async () => {
    const bytes = await readFile(files.jpeg)
    const media = await importWhole(answer(gzipSync(bytes), { 'content-encoding': 'gzip' }))
    expect(media.file_size).toBe(bytes.length)
  })

  it('sent again with its Idempotency-Key is answered as before, and nothing is fetched', async () => {
    const url = elsewhere.urlOf('/once.jpg')
    elsewhere.serve('/once.jpg', answer(await readFile(files.jpeg)))
    const headers = { 'idempotency-key': randomUUID() }
    const first = await server.post(IMPORT, { url }, headers)
    const asked = elsewhere.asked.length
    const again = await server.post(IMPORT, { url }, headers)
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect(await again.json()).toEqual(await first.json())
    expect(elsewhere.asked).toHaveLength(asked)
    expect(await refusal(await server.post(IMPORT, { url, type: 'image' }, headers))).toMatchObject({
      status: 422,
      code: 'IDEMPOTENCY_KEY_REUSED',
    })
  })

  it('sent twice at once with one Idempotency-Key makes one medium', async () => {
    const url = elsewhere.urlOf('/twice.jpg')
    elsewhere.serve('/twice.jpg', answer(await readFile(files.jpeg)))
    const headers = { 'idempotency-key': randomUUID() }
    const [rows, stored] = [await countRows(server.db), (await storedFiles(server)).length]
    const answers = await Promise.all([1, 2, 3].map(() => server.post(IMPORT, { url }, headers)))
    const ids = await Promise.all(answers.map(async (one) => ((await one.json()) as Media).media_id))
    expect(new Set(ids).size).toBe(1)
    expect((await countRows(server.db))['media']).toBe((rows['media'] ?? 0) + 1)
    expect(await storedFiles(server)).toHaveLength(stored + 1)
  })
})

/** A JPEG's beginning, and more of it than there may be. */
const endless: RequestListener = (_request, response) => {
  response.writeHead(200)
  response.write(JPEG_START)
  const write = () => {
    while (!response.destroyed && response.write(NOISE));
  }
  response.on('drain', write)
  write()
}

const JPEG_START = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46, 0x00, 0x01])
const NOISE = makeNoise(65_536)

describe('a refused import', () => {
  const refused: [string, () => Promise<RequestListener> | RequestListener, number, string, string][] = [
    [
      'a page',
      () => answer('<!doctype html><title>Not here</title>'),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      'not a supported image',
    ],
    ['nothing', () => answer(''), 415, 'UNSUPPORTED_MEDIA_TYPE', 'The file is empty.'],
    ['an animation', async () => answer(await readFile(files.animatedWebp)), 415, 'UNSUPPORTED_MEDIA_TYPE', 'animated'],
    [
      'half a file',
      async () => answer(await readFile(await truncate(files.mp4, 0.5))),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      'not',
    ],
    [
      'noise',
      async () => answer(await readFile(await garbageBehindHeader('png'))),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      'not',
    ],
    ['a packed bomb', () => answer(BOMB, GZIP), 415, 'UNSUPPORTED_MEDIA_TYPE', 'not a supported image'],
    ['a bomb behind a JPEG', () => answer(JPEG_BOMB, GZIP), 413, 'FILE_TOO_LARGE', '10 MiB'],
    ['a picture without an end', () => endless, 413, 'FILE_TOO_LARGE', '10 MiB'],
    ['what is announced as 600 MiB', () => announce(600 * 1024 ** 2), 413, 'FILE_TOO_LARGE', '500 MiB'],
    [
      'less than is announced',
      async () => lie(await readFile(files.jpeg), 100),
      400,
      'VALIDATION_ERROR',
      'url cannot be reached',
    ],
    ['more than is announced', async () => lie(await readFile(files.jpeg), -100), 415, 'UNSUPPORTED_MEDIA_TYPE', 'not'],
    [
      'a cut connection',
      () => (_request, response) => void response.destroy(),
      400,
      'VALIDATION_ERROR',
      'cannot be reached',
    ],
    [
      'an error page',
      () => (_request, response) => void response.writeHead(500).end('secret'),
      400,
      'VALIDATION_ERROR',
      'answers with the status 500',
    ],
    [
      'a part that nobody asked for',
      () => (_request, response) => void response.writeHead(206).end('x'),
      400,
      'VALIDATION_ERROR',
      '206',
    ],
    ['no end of redirects', () => redirect('/loop'), 400, 'VALIDATION_ERROR', 'redirects too often'],
    [
      "a redirect to a cloud's keys",
      () => redirect('http://169.254.169.254/latest'),
      400,
      'VALIDATION_ERROR',
      'private address',
    ],
    ['a redirect to a file', () => redirect('file:///etc/passwd'), 400, 'VALIDATION_ERROR', 'must use https'],
  ]

  it.each(refused)('of %s tells so, and leaves nothing behind', async (_what, listener, status, code, message) => {
    elsewhere.serve('/loop', redirect('/loop'))
    const [rows, stored] = [await countRows(server.db), await storedFiles(server)]
    const error = await refusal(await importFrom(await listener()))
    expect(error).toMatchObject({ status, code, message: expect.stringContaining(message) })
    expect(error.message).not.toContain('secret')
    if (status === 400) expect(error.details).toEqual([{ path: 'url', message: error.message.slice('url '.length) }])
    expect(await countRows(server.db)).toEqual(rows)
    expect(await storedFiles(server)).toEqual(stored)
  })

  it('of what is not of the type that was asked for is answered 415', async () => {
    const error = await refusal(await importFrom(answer(await readFile(files.jpeg)), { type: 'video' }))
    expect(error).toMatchObject({ status: 415, message: 'The file is an image, but type is video.' })
  })

  it.each([
    [{}, 'url'],
    [{ url: 'ftp://example.com/a.jpg' }, 'url'],
    [{ url: 'http://169.254.169.254/latest' }, 'url'],
    [{ url: 'https://a:b@example.com/a.jpg' }, 'url'],
    [{ url: 'https://nowhere.invalid/a.jpg' }, 'url'],
    [{ url: 'https://example.com/a.jpg', type: 'gif' }, 'type'],
  ])('with the body %j is answered 400', async (body, path) => {
    const error = await refusal(await server.post(IMPORT, body))
    expect(error).toMatchObject({ status: 400, code: 'VALIDATION_ERROR' })
    expect(error.details?.[0]?.path).toBe(path)
  })

  it('beyond the storage of the account is answered 413', async () => {
    const { media_id } = await importWhole(answer(await readFile(files.jpeg)))
    const full = (file_size: number) =>
      server.db.updateTable('media').set({ file_size }).where('id', '=', media_id).execute()
    await full(10 * 1024 ** 3)
    const error = await refusal(await importFrom(answer(await readFile(files.jpeg))))
    await full(1)
    expect(error).toMatchObject({ status: 413, code: 'STORAGE_QUOTA_EXCEEDED' })
  })

  it('whose caller goes away stops, and leaves nothing behind', async () => {
    const [rows, stored] = [await countRows(server.db), await storedFiles(server)]
    const { promise: gone, resolve: isGone } = Promise.withResolvers<void>()
    elsewhere.serve('/hang', (_request, response) => {
      response.writeHead(200).write(JPEG_START)
      response.on('close', isGone)
    })
    const leaving = new AbortController()
    const asked = server
      .request(IMPORT, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ url: elsewhere.urlOf('/hang') }),
        signal: leaving.signal,
      })
      .catch((error: unknown) => error)
    await expect.poll(() => elsewhere.asked).toContain('/hang')
    leaving.abort()
    await asked
    await gone
    await expect.poll(() => countRows(server.db)).toEqual(rows)
    await expect.poll(() => storedFiles(server)).toEqual(stored)
  })
})

const GZIP = { 'content-encoding': 'gzip' }
const BOMB = gzipSync(Buffer.alloc(100 * 1024 ** 2))
const JPEG_BOMB = gzipSync(Buffer.concat([JPEG_START, Buffer.alloc(100 * 1024 ** 2)]))

const announce =
  (length: number): RequestListener =>
  (_request, response) =>
    void response.writeHead(200, { 'content-length': length }).write(JPEG_START)

/** Announces so many bytes more than there are. */
const lie =
  (bytes: Buffer, more: number): RequestListener =>
  (_request, response) => {
    response.socket?.end(
      Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\nContent-Length: ${bytes.length + more}\r\n\r\n`), bytes]),
    )
  }

describe('on a server as it is delivered', () => {
  it.each([
    'http://example.com/a.jpg',
    'https://127.0.0.1/a.jpg',
    'https://[::ffff:10.0.0.1]/a.jpg',
    'https://0x7f.1/a.jpg',
    'https://localhost/a.jpg',
    'https://example.com:22/a.jpg',
  ])('nothing is fetched from %s', async (url) => {
    const own = await startTestServer({ work: false })
    const error = await refusal(await own.post(IMPORT, { url }))
    expect(error).toMatchObject({ status: 400, details: [{ path: 'url' }] })
    await own.stop()
  })
})
