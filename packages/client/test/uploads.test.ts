import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Uploadable, UploadProgress } from '../src/index.ts'
import { PowerPostError } from '../src/index.ts'
import type { Runtime } from '../src/core/runtime.ts'
import { rejection, setUp } from './harness/client.ts'
import { createRuntime, TIMEOUT } from './harness/runtime.ts'
import type { ReceivedRequest } from './harness/server.ts'
import { json, refuse, reset } from './harness/server.ts'

const BYTES = Buffer.from(Array.from({ length: 200_000 }, (_, index) => index % 251))
const NOTHING = { method: '', path: '', headers: {}, body: '' }
const media = json(200, { media_id: 'm1' })

let directory: string
let path: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'powerpost-client-'))
  path = join(directory, 'Größe 100%.jpg')
  await writeFile(path, BYTES)
})
afterAll(() => rm(directory, { recursive: true, force: true }))
afterEach(() => vi.unstubAllGlobals())

/** Reads a form with the platform's own parser. */
async function parse({ body, headers }: ReceivedRequest): Promise<{ type: unknown; file: File; bytes: Buffer }> {
  const init = { headers: { 'content-type': headers['content-type'] ?? '' } }
  const form = await new Response(Buffer.from(body, 'latin1'), init).formData()
  const file = form.get('file') as File
  return { type: form.get('type'), file, bytes: Buffer.from(await file.arrayBuffer()) }
}

function onlyOf<Item>(items: readonly Item[]): Item {
  const [item] = items
  if (item === undefined || items.length !== 1) throw new Error(`${items.length} instead of one`)
  return item
}

const SOURCES: Record<string, { make: () => Uploadable; name: string; total: number | undefined }> = {
  'a path': { make: () => path, name: 'Größe 100%.jpg', total: BYTES.length },
  'a file: URL': { make: () => pathToFileURL(path), name: 'Größe 100%.jpg', total: BYTES.length },
  'a Buffer': { make: () => BYTES, name: 'upload', total: BYTES.length },
  'an ArrayBuffer': { make: () => new Uint8Array(BYTES).buffer, name: 'upload', total: BYTES.length },
  'a Blob': { make: () => new Blob([BYTES]), name: 'upload', total: BYTES.length },
  'a File': { make: () => new File([BYTES], 'a"b.jpg'), name: 'a"b.jpg', total: BYTES.length },
  'a ReadableStream': { make: () => new Blob([BYTES]).stream(), name: 'upload', total: undefined },
  "Node's Readable": { make: () => Readable.from([BYTES]), name: 'upload', total: undefined },
  'a stream of a file': { make: () => createReadStream(path), name: 'Größe 100%.jpg', total: undefined },
}

describe('an upload', () => {
  it.each(Object.entries(SOURCES))('of %s arrives whole, and tells how far it is', async (_, { make, name, total }) => {
    const { client, server } = await setUp([media])
    const seen: UploadProgress[] = []
    const onProgress = (progress: UploadProgress) => seen.push(progress)
    await client.media.upload({ file: make(), type: 'image' }, { onProgress })
    const { type, file, bytes } = await parse(onlyOf(server.received))
    expect(type).toBe('image')
    expect(file.name).toBe(name)
    expect(bytes.equals(BYTES)).toBe(true)
    expect(seen.at(-1)).toEqual({ sent: BYTES.length, total })
    const counts = seen.map(({ sent }) => sent)
    expect(counts).toEqual(counts.toSorted((a, b) => a - b))
  })

  it('is sent under the name it is given, and says what a Blob is', async () => {
    const { client, server } = await setUp([media])
    const file = new Blob([BYTES], { type: 'image/png' })
    await client.media.upload({ file, type: 'image' }, { fileName: 'launch\r\n.png' })
    const received = await parse(onlyOf(server.received))
    expect(received.file.type).toBe('image/png')
    expect(received.file.name).toBe('launch\r\n.png')
  })

  it.each(['a path', 'a Buffer', 'a Blob'])('of %s is sent again, whole, under the same key', async (source) => {
    const { client, server } = await setUp([reset, refuse(503, 'UNAVAILABLE'), media])
    const file = SOURCES[source]?.make() ?? ''
    expect(await client.media.upload({ file, type: 'image' })).toEqual({ media_id: 'm1' })
    const forms = await Promise.all(server.received.map(parse))
    expect(forms.map(({ bytes }) => bytes.equals(BYTES))).toEqual([true, true, true])
    expect(new Set(server.received.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
  })

  it('of a stream is not sent again: it can be read once', async () => {
    const { client, server } = await setUp([refuse(503, 'UNAVAILABLE'), media])
    const error = await rejection(client.media.upload({ file: Readable.from([BYTES]), type: 'image' }))
    expect(error).toMatchObject({ status: 503 })
    expect(server.received).toHaveLength(1)
  })

  it('has the time of a whole request for every piece', async () => {
    const runtime = createRuntime()
    const started: number[] = []
    const startTimer: Runtime['startTimer'] = (milliseconds, fire) => {
      started.push(milliseconds)
      return runtime.startTimer(milliseconds, fire)
    }
    const { client } = await setUp([media], { runtime: { ...runtime, startTimer } })
    await client.media.upload({ file: BYTES, type: 'image' })
    expect(started).toEqual(Array.from({ length: 1 + Math.ceil(BYTES.length / 65_536) }, () => TIMEOUT))
    expect(runtime.pending()).toBe(0)
  })

  it('leaves no timer behind when the server answers before all of it was sent', async () => {
    const hasty = createServer((_, response) => json(413, {})(response, NOTHING)).listen(0, '127.0.0.1')
    await once(hasty, 'listening')
    const { port } = hasty.address() as AddressInfo
    const { client, runtime } = await setUp([media], { baseUrl: `http://127.0.0.1:${port}` })
    const answered = Promise.withResolvers<void>()
    const over = Promise.withResolvers<void>()
    const pieces = async function* () {
      yield BYTES
      await answered.promise
      yield BYTES
      over.resolve()
    }
    const error = await rejection(client.media.upload({ file: pieces(), type: 'image' }))
    answered.resolve()
    expect(error).toMatchObject({ status: 413 })
    await Promise.race([over.promise, once(hasty.close(), 'close')])
    expect(runtime.pending()).toBe(0)
  })

  it.each([
    ['a path that leads nowhere', () => join(directory, 'none.jpg')],
    ['what is no file', () => ({}) as Blob],
  ])('of %s is refused before anything is sent', async (_, make) => {
    const { client, server } = await setUp([media])
    const error = await rejection(client.media.upload({ file: make(), type: 'image' }))
    expect(error).toBeInstanceOf(PowerPostError)
    expect(error).toMatchObject({ code: 'INVALID_ARGUMENT' })
    expect(server.received).toHaveLength(0)
  })

  it.each(['a File', 'a Buffer', 'a ReadableStream'])('of %s is a form of the browser in a browser', async (source) => {
    vi.stubGlobal('document', {})
    const { client, server } = await setUp([media], { dangerouslyAllowBrowser: true })
    await client.media.upload({ file: SOURCES[source]?.make() ?? '', type: 'image' })
    const received = onlyOf(server.received)
    expect(received.headers['content-length']).toBe(String(received.body.length))
    expect((await parse(received)).bytes.equals(BYTES)).toBe(true)
  })
})
