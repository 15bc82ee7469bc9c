import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { TooLargeError } from '#storage/errors.ts'
import { toDisplayName } from './display-name.ts'
import { MultipartError, type MultipartProblem } from './multipart-error.ts'
import {
  type IncomingFile,
  receiveMultipart,
  type ReceiveMultipartOptions,
  refuseLargeBody,
} from './receive-multipart.ts'

const BOUNDARY = 'the-boundary'
const CONTENT_TYPE = `multipart/form-data; boundary=${BOUNDARY}`
const END = `--${BOUNDARY}--\r\n`

function fieldPart(name: string, value: string): string {
  return `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
}

function filePart(content: string, disposition = 'name="file"; filename="cat.jpg"'): string {
  return `--${BOUNDARY}\r\nContent-Disposition: form-data; ${disposition}\r\nContent-Type: image/jpeg\r\n\r\n${content}\r\n`
}

/** A request whose body comes in parts of that many bytes. */
function request(body: string | Buffer, options: { step?: number; contentType?: string } = {}) {
  const bytes = Buffer.from(body)
  const { step = bytes.length || 1, contentType = CONTENT_TYPE } = options
  const parts = Array.from({ length: Math.ceil(bytes.length / step) }, (_, i) =>
    bytes.subarray(i * step, (i + 1) * step),
  )
  return Object.assign(Readable.from(parts, { objectMode: false }), { headers: { 'content-type': contentType } })
}

async function readAll({ stream }: IncomingFile): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts).toString()
}

const whole = { maxFileBytes: 1000, onFile: readAll }

async function problemOf(receiving: Promise<unknown>): Promise<MultipartProblem> {
  const error: unknown = await receiving.then(
    () => expect.unreachable('it was taken'),
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(MultipartError)
  return (error as MultipartError).code
}

describe('a whole form is read', () => {
  test.for([1, 7, 64, 10_000])('the type may follow the file, in steps of %i bytes', async (step) => {
    const body = filePart('picture') + fieldPart('type', 'image') + END
    expect(await receiveMultipart(request(body, { step }), whole)).toEqual({
      fields: { type: 'image' },
      file: 'picture',
    })
  })

  test('the type may come before the file, and is known when the file begins', async () => {
    const body = fieldPart('type', 'video') + filePart('film') + END
    const onFile = async (file: IncomingFile) => ({ seen: file.fields, content: await readAll(file) })
    const received = await receiveMultipart(request(body), { ...whole, onFile })
    expect(received.file).toEqual({ seen: { type: 'video' }, content: 'film' })
  })

  test('the file is reported with its shown name and claimed type', async () => {
    const onFile = async (file: IncomingFile) => {
      await readAll(file)
      return [file.fileName, file.mimeType]
    }
    expect((await receiveMultipart(request(filePart('x') + END), { ...whole, onFile })).file).toEqual([
      'cat.jpg',
      'image/jpeg',
    ])
  })

  test.for<[string, string | Buffer, string]>([
    ['filename* before filename', `filename="a.jpg"; filename*=UTF-8''%E2%82%AC%20rates.jpg`, '€ rates.jpg'],
    ['filename* first', `filename*=UTF-8''na%C3%AFve.jpg; filename="naive.jpg"`, 'naïve.jpg'],
    ['a filename* that is broken', `filename="a.jpg"; filename*=UTF-8''%ff`, 'a.jpg'],
    ['UTF-8', 'filename="日本.jpg"', '日本.jpg'],
    ['Latin-1', Buffer.from('filename="caf\xe9.jpg"', 'latin1'), 'café.jpg'],
    ['words of RFC 2047', 'filename="=?UTF-8?B?5pel?= =?utf-8?Q?=E6=9C=AC_1?=.jpg"', '日本 1.jpg'],
    ['a word of no encoding', 'filename="=?nonsense?B?AAAA?=.jpg"', '=?nonsense?B?AAAA?=.jpg'],
    ['an escaped quote', String.raw`filename="a \"b\".jpg"`, 'a "b".jpg'],
    ['no quotes', 'filename=plain.jpg', 'plain.jpg'],
  ])('the name of a file is read from %s', async ([, parameters, name]) => {
    const part = (more: string | Buffer) =>
      Buffer.concat([
        Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; `),
        Buffer.from(more),
        Buffer.from(`\r\n\r\nx\r\n${fieldPart('type', 'image')}${END}`),
      ])
    const onFile = async (file: IncomingFile) => (await readAll(file)) && file.fileName
    for (const step of [1, 10_000]) {
      expect((await receiveMultipart(request(part(parameters), { step }), { ...whole, onFile })).file).toBe(name)
    }
  })

  test('an empty file is a file', async () => {
    expect((await receiveMultipart(request(filePart('') + END), whole)).file).toBe('')
  })

  test('a part called file needs no file name', async () => {
    expect((await receiveMultipart(request(filePart('x', 'name="file"') + END), whole)).file).toBe('x')
  })

  test('a sink that wants only the start does not stop the form', async () => {
    const body = filePart('x'.repeat(900_000)) + fieldPart('type', 'image') + END
    const onFile = async (file: IncomingFile) => {
      for await (const part of file.stream) return part.byteLength > 0
      return false
    }
    const received = await receiveMultipart(request(body, { step: 65_536 }), { maxFileBytes: 1e6, onFile })
    expect(received).toEqual({ fields: { type: 'image' }, file: true })
  })

  test('a preamble and an epilogue are passed over', async () => {
    const body = `preamble\r\n${filePart('x')}${END}epilogue, ${'more '.repeat(1000)}`
    expect((await receiveMultipart(request(body, { step: 100 }), whole)).file).toBe('x')
  })

  test('a field called __proto__ is only a field', async () => {
    const { fields } = await receiveMultipart(request(fieldPart('__proto__', 'x') + filePart('x') + END), whole)
    expect(Object.entries(fields)).toEqual([['__proto__', 'x']])
    expect(Object.getPrototypeOf(fields)).toBe(Object.prototype)
  })
})

describe('a form that is none is a typed error', () => {
  const fields = (count: number) => Array.from({ length: count }, (_, i) => fieldPart(`f${i}`, 'x')).join('')

  test.for<[string, MultipartProblem, string]>([
    ['no file', 'missing_file', fieldPart('type', 'image') + END],
    ['nothing at all', 'missing_file', END],
    ['a second file', 'unexpected_file', filePart('a') + filePart('b') + END],
    ['a file in another field', 'unexpected_file', filePart('a', 'name="photo"; filename="a.jpg"') + END],
    ['a field twice', 'bad_field', fieldPart('type', 'image') + fieldPart('type', 'video') + filePart('a') + END],
    ['a long field', 'bad_field', fieldPart('type', 'x'.repeat(5000)) + filePart('a') + END],
    ['a long field name', 'bad_field', fieldPart('x'.repeat(101), 'x') + filePart('a') + END],
    ['many fields', 'too_many_fields', fields(9) + filePart('a') + END],
    ['no end', 'malformed', filePart('a') + fieldPart('type', 'image')],
    ['an end within the file', 'malformed', filePart('x'.repeat(500)).slice(0, -200)],
    ['an end within the headers', 'malformed', filePart('a').slice(0, 60)],
    ['another boundary', 'malformed', filePart('a').replaceAll(BOUNDARY, 'other')],
    ['an empty body', 'malformed', ''],
  ])('%s', async ([, problem, body]) => {
    for (const step of [1, 50, 100_000])
      expect(await problemOf(receiveMultipart(request(body, { step }), whole))).toBe(problem)
  })

  test.for<[string, MultipartProblem]>([
    ['multipart/form-data', 'missing_boundary'],
    ['multipart/form-data; boundary=', 'missing_boundary'],
    [`multipart/form-data; boundary=${'x'.repeat(300)}`, 'malformed'],
    ['multipart/mixed; boundary=x', 'not_multipart'],
    ['application/x-www-form-urlencoded', 'not_multipart'],
    ['', 'not_multipart'],
  ])('the content type %s', async ([contentType, problem]) => {
    expect(await problemOf(receiveMultipart(request(filePart('a') + END, { contentType }), whole))).toBe(problem)
  })
})

describe('a file that is too large', () => {
  test('stops the upload at its first bytes too many', async () => {
    let given = 0
    const endless = Readable.from(
      (function* () {
        yield filePart('').slice(0, -2)
        for (;;) yield 'x'.repeat((given += 1000) && 1000)
      })(),
      { objectMode: false },
    )
    const incoming = Object.assign(endless, { headers: { 'content-type': CONTENT_TYPE } })
    const receiving = receiveMultipart(incoming, { maxFileBytes: 1e6, onFile: readAll })
    await expect(receiving).rejects.toEqual(new TooLargeError(1e6))
    expect(given).toBeLessThan(1.5e6)
    expect(incoming.readableFlowing).toBe(false)
  })

  test('is refused by its announced length before anything is read', async () => {
    const incoming = request(filePart('a') + END)
    const headers = { ...incoming.headers, 'content-length': String(600 * 2 ** 20) }
    await expect(receiveMultipart(Object.assign(incoming, { headers }), whole)).rejects.toBeInstanceOf(TooLargeError)
    expect(incoming.readableDidRead).toBe(false)
    expect(() => refuseLargeBody({ 'content-length': '1001' }, 1000)).toThrow(TooLargeError)
    expect(() => refuseLargeBody({ 'content-length': '1000' }, 1000)).not.toThrow()
    expect(() => refuseLargeBody({}, 1000)).not.toThrow()
  })

  test('an endless epilogue is stopped as well', async () => {
    const body = filePart('a') + END + 'x'.repeat(200_000)
    await expect(receiveMultipart(request(body, { step: 1000 }), whole)).rejects.toBeInstanceOf(TooLargeError)
  })
})

describe('a failure is reported once and leaves nothing running', () => {
  test('what the sink throws is what the caller gets', async () => {
    const onFile = async () => Promise.reject(new Error('disk full'))
    const body = filePart('x'.repeat(100_000)) + END
    await expect(receiveMultipart(request(body, { step: 1000 }), { maxFileBytes: 1e6, onFile })).rejects.toThrow(
      'disk full',
    )
  })

  test('a failure waits until the sink has cleaned up', async () => {
    let cleaned = false
    const onFile = async (file: IncomingFile) => {
      try {
        return await readAll(file)
      } finally {
        await new Promise(setImmediate)
        cleaned = true
      }
    }
    const body = filePart('x'.repeat(500)).slice(0, -100)
    await expect(receiveMultipart(request(body), { ...whole, onFile })).rejects.toBeInstanceOf(MultipartError)
    expect(cleaned).toBe(true)
  })

  test('the signal ends an upload that has fallen silent', async () => {
    const abort = new AbortController()
    const silent = Object.assign(new Readable({ read() {} }), { headers: { 'content-type': CONTENT_TYPE } })
    silent.push(filePart('half').slice(0, -4))
    const onFile = async (file: IncomingFile) => {
      abort.abort(new Error('shutting down'))
      return readAll(file)
    }
    await expect(receiveMultipart(silent, { ...whole, onFile, signal: abort.signal })).rejects.toThrow('shutting down')
  })

  test('a request that was over before is an aborted one', async () => {
    const gone = request(filePart('a') + END)
    gone.destroy()
    expect(await problemOf(receiveMultipart(gone, whole))).toBe('aborted')
  })

  test('whatever a body is broken into, it is taken or refused, and never hangs', async () => {
    const sound = `p\r\n${fieldPart('type', 'image')}${filePart('content\r\n--the\r\n')}${fieldPart('more', '')}${END}`
    const edit = fc.record({
      at: fc.nat(sound.length),
      remove: fc.nat(40),
      insert: fc.constantFrom('', '\r\n', '--', '-', `\r\n--${BOUNDARY}`, `--${BOUNDARY}--`, '\0', '"', ';', '='),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 4 }), fc.integer({ min: 1, max: 300 }), async (edits, step) => {
        const body = edits.reduce(
          (text, { at, remove, insert }) => text.slice(0, at) + insert + text.slice(at + remove),
          sound,
        )
        const incoming = request(body, { step })
        const outcome = receiveMultipart(incoming, whole).then(
          () => 'taken',
          (error: unknown) => (error instanceof MultipartError ? 'refused' : error),
        )
        expect(['taken', 'refused']).toContain(await Promise.race([outcome, idle(500)]))
      }),
      { numRuns: 2000 },
    )
  })
})

/** Some turns of the event loop, far more than a body of a few hundred parts needs. */
async function idle(turns: number): Promise<string> {
  for (let i = 0; i < turns; i += 1) await new Promise(setImmediate)
  return 'hangs'
}

describe('over a real connection', () => {
  let server: Server
  afterEach(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })

  async function serve(options: Partial<ReceiveMultipartOptions<string>>) {
    const outcome = Promise.withResolvers<unknown>()
    server = createServer((incoming, response) => {
      receiveMultipart(incoming, { ...whole, ...options }).then(
        (received) => {
          outcome.resolve(received)
          response.end('taken')
        },
        (error: unknown) => {
          outcome.resolve(error)
          response.writeHead(400, { connection: 'close' }).end('refused')
        },
      )
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    return { outcome: outcome.promise, port: (server.address() as AddressInfo).port }
  }

  test('a form that fetch made is read', async () => {
    const { outcome, port } = await serve({})
    const form = new FormData()
    form.set('file', new File(['picture'], 'Katze "süß".jpg', { type: 'image/jpeg' }))
    form.set('type', 'image')
    const answer = await fetch(`http://127.0.0.1:${port}`, { method: 'POST', body: form })
    expect(await answer.text()).toBe('taken')
    expect(await outcome).toEqual({ fields: { type: 'image' }, file: 'picture' })
  })

  test('a client that goes away leaves nothing', async () => {
    const begun = Promise.withResolvers<void>()
    let left: unknown
    const onFile = async (file: IncomingFile) => {
      try {
        for await (const _part of file.stream) begun.resolve()
        return 'whole'
      } catch (error) {
        left = error
        throw error
      }
    }
    const { outcome, port } = await serve({ onFile })
    const client = connect(port, '127.0.0.1')
    client.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Type: ${CONTENT_TYPE}\r\nContent-Length: 900\r\n\r\n`)
    client.write(filePart('half').slice(0, -4))
    await begun.promise
    client.resetAndDestroy()
    expect(await outcome).toMatchObject({ code: 'aborted' })
    expect(left).toMatchObject({ code: 'aborted' })
  })

  test('a client that is refused early still gets its answer', async () => {
    const { outcome, port } = await serve({ maxFileBytes: 100_000 })
    const client = connect(port, '127.0.0.1')
    client.on('error', () => {})
    client.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Type: ${CONTENT_TYPE}\r\nTransfer-Encoding: chunked\r\n\r\n`)
    const body = filePart('x'.repeat(300_000))
    client.write(`${body.length.toString(16)}\r\n${body}\r\n`)
    const [answer] = await once(client, 'data')
    expect(String(answer)).toMatch(/^HTTP\/1.1 400/)
    expect(await outcome).toBeInstanceOf(TooLargeError)
    client.destroy()
  })
})

describe('a file name is made safe to show', () => {
  test.for([
    ['cat.jpg', 'cat.jpg'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\fakepath\\cat.jpg', 'cat.jpg'],
    ['..', 'unnamed'],
    ['', 'unnamed'],
    ['  \u0000 ', 'unnamed'],
    ['ca\u0000t\r\n.jpg', 'cat.jpg'],
    ['photo\u202egpj.exe', 'photogpj.exe'],
    ['a%22b%0D%0A.jpg', 'a"b.jpg'],
    ['100%.jpg', '100%.jpg'],
    ['猫 🐈‍⬛.jpg', '猫 🐈‍⬛.jpg'],
    ['\ud800.jpg', '\ufffd.jpg'],
  ] as const)('%j', ([raw, shown]) => {
    expect(toDisplayName(raw)).toBe(shown)
  })

  test('a long name has at most 255 code points', () => {
    expect([...toDisplayName('🐈'.repeat(300))]).toHaveLength(255)
  })

  test.for([
    ['filename="na\u00efve \u732b.jpg"', 'na\u00efve \u732b.jpg'],
    ["filename*=UTF-8''na%C3%AFve%20%E7%8C%AB.jpg", 'na\u00efve \u732b.jpg'],
    ["filename*=iso-8859-1'en'%A3%20rates.jpg", '\u00a3 rates.jpg'],
    ['filename="a\\"b.jpg"', 'a"b.jpg'],
    ['filename="../../x.jpg"', 'x.jpg'],
    ['filename=""', 'unnamed'],
  ] as const)('as it is sent: %s', async ([disposition, shown]) => {
    const onFile = async (file: IncomingFile) => {
      await readAll(file)
      return file.fileName
    }
    const body = filePart('x', `name="file"; ${disposition}`) + END
    expect((await receiveMultipart(request(body), { ...whole, onFile })).file).toBe(shown)
  })
})
