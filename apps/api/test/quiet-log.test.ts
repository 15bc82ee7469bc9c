import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { ClientRequest } from 'node:http'
import { request as openHttp } from 'node:http'
import { connect } from 'node:net'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { uploadFile } from './harness/media.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { makeMediaFiles, removeMediaFiles } from './media-files/index.ts'

interface Line {
  readonly level: number
  readonly msg: string
  readonly path?: string
  readonly aborted?: boolean
}

const lines: Line[] = []
const stream = new Writable({
  write(chunk: Buffer, _encoding, done) {
    for (const line of chunk.toString().trim().split('\n')) lines.push(JSON.parse(line) as Line)
    done()
  },
})

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ logger: pino({ level: 'info' }, stream), work: false })
})
afterAll(async () => {
  await server.stop()
  await removeMediaFiles()
})

function open(path: string, headers: Record<string, string | number>, method = 'POST'): ClientRequest {
  const key = { 'x-api-key': server.apiKey, 'x-workspace-id': server.workspaceId }
  const request = openHttp(new URL(path, server.url), { method, headers: { ...key, ...headers } })
  request.on('error', () => {})
  return request
}

/** Requests whose caller went away, as the server noticed. */
const countAborted = () => lines.filter(({ aborted }) => aborted).length

it('callers that go away, at whatever moment, are no errors of the server', async () => {
  const field = '--b\r\nContent-Disposition: form-data; name="type"\r\n\r\nimage\r\n'
  const file = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n'
  const jpeg = await readFile((await makeMediaFiles()).jpeg)
  const whole = Buffer.concat([Buffer.from(`${field}${file}`), jpeg, Buffer.from('\r\n--b--\r\n')])
  const form = { 'content-type': 'multipart/form-data; boundary=b', 'content-length': 1_000_000 }
  const json = { 'content-type': 'application/json', 'content-length': 1000 }
  // In the form before the file, in the file, when all of it was sent and is looked at, and in a body of JSON.
  for (const [path, headers, sent] of [
    ['/api/v1/media/upload', form, field],
    ['/api/v1/media/upload', form, `${field}${file}abc`],
    ['/api/v1/media/upload', { ...form, 'content-length': whole.length }, whole],
    ['/api/v1/posts', json, '{"items": ['],
  ] as const) {
    const before = countAborted()
    const request = open(path, { ...headers, expect: '100-continue' })
    request.flushHeaders()
    await once(request, 'continue')
    await new Promise((resolve) => request.write(sent, resolve))
    request.destroy()
    await expect.poll(countAborted, { timeout: 20_000 }).toBe(before + 1)
  }
  // While a file is sent to them, and while they watch.
  const { url } = await uploadFile(server, (await makeMediaFiles()).jpeg)
  const before = countAborted()
  const download = openHttp(url, (response) => void response.once('data', () => response.destroy()))
  download.on('error', () => {}).end()
  const created = await server.post('/api/v1/content/generate', {
    prompt: 'Watched',
    post_types: ['x-post'],
    research_mode: 'regular',
  })
  const { generation_id } = (await created.json()) as { generation_id: string }
  const watching = open(`/api/v1/content/generations/${generation_id}/events`, {}, 'GET')
  watching.end()
  await once(watching, 'response')
  watching.destroy()
  await expect.poll(countAborted, { timeout: 20_000 }).toBeGreaterThan(before)
  // What is no HTTP at all, and a reset in the middle of a head.
  const { port } = new URL(server.url)
  const socket = connect(Number(port), '127.0.0.1').on('error', () => {})
  await once(socket, 'connect')
  socket.write('GET /healthz HT')
  socket.resetAndDestroy()
  // A look for those who watch comes once more when nobody does: that nothing goes wrong then cannot be awaited.
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect(lines.filter(({ level }) => level > 30)).toEqual([])
})
