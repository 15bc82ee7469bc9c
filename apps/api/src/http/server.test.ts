import type { RequestListener } from 'node:http'
import type { Socket } from 'node:net'
import { createConnection } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { HttpServer } from './server.ts'
import { startHttpServer } from './server.ts'

/** The server's own, a hundred times shorter, but for whole requests. */
const TIMEOUTS = { request: 60_000, headers: 300, idle: 600, keepAlive: 650, checkEvery: 50 }

let server: HttpServer
afterEach(() => server.stop(0))

async function start(listener: RequestListener): Promise<Socket> {
  server = await startHttpServer({ port: 0, host: '127.0.0.1', timeouts: TIMEOUTS })
  server.serve(listener)
  return createConnection({ host: '127.0.0.1', port: server.port })
}

/** What the server answered until it closed the connection. */
async function readToEnd(socket: Socket): Promise<string> {
  let answer = ''
  socket.on('error', () => {})
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
  await new Promise<void>((resolve) => socket.once('close', () => resolve()))
  return answer
}

/** Sends a text bit by bit, a bit every so many milliseconds, until it is sent or the connection is closed. */
function trickle(socket: Socket, text: string, { bits, everyMs }: { bits: number; everyMs: number }): void {
  const size = Math.ceil(text.length / bits)
  let at = 0
  const timer = setInterval(() => {
    if (at >= text.length || socket.destroyed) return clearInterval(timer)
    socket.write(text.slice(at, at + size))
    at += size
  }, everyMs)
}

describe('a client that is slow', () => {
  it('gets through with its body, however long that takes, while something moves', async () => {
    const socket = await start((request, response) => {
      let bytes = 0
      request.on('data', (chunk: Buffer) => (bytes += chunk.length))
      request.on('end', () => response.setHeader('Connection', 'close').end(`received ${bytes}`))
    })
    const body = 'x'.repeat(2_000)
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n`)
    // Four times as long as a connection may be idle, and eight times as long as its head may take.
    trickle(socket, body, { bits: 12, everyMs: 200 })
    expect(await readToEnd(socket)).toContain('received 2000')
  })

  it('with its head is refused', async () => {
    const socket = await start((_request, response) => void response.end('never'))
    trickle(socket, `GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ${'x'.repeat(2_000)}\r\n\r\n`, { bits: 100, everyMs: 50 })
    const answer = await readToEnd(socket)
    expect(answer).toMatch(/^HTTP\/1\.1 408 /)
    expect(answer).not.toContain('never')
  })

  it('and stops in the middle of its body is cut off', async () => {
    const aborted = Promise.withResolvers<void>()
    const socket = await start((request) => {
      request.resume()
      request.on('error', () => aborted.resolve())
    })
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nhalf')
    await readToEnd(socket)
    await aborted.promise
  })

  it('and asks for nothing is cut off', async () => {
    const socket = await start((_request, response) => void response.end('never'))
    expect(await readToEnd(socket)).not.toContain('never')
  })
})

it.each([
  ['its port', undefined, (port: number) => `http://localhost:${port}`],
  ['its public address', 'https://post.example.com', () => 'https://post.example.com'],
])('while it starts, and of what is no HTTP, links of errors have %s', async (_, publicUrl, urlOf) => {
  server = await startHttpServer({ port: 0, host: '127.0.0.1', publicUrl, timeouts: TIMEOUTS })
  const starting = await (await fetch(`http://127.0.0.1:${server.port}/`)).json()
  expect(starting).toMatchObject({ error: { doc_url: `${urlOf(server.port)}/docs/errors#UNAVAILABLE` } })
  const socket = createConnection({ host: '127.0.0.1', port: server.port })
  socket.write('nonsense\r\n\r\n')
  expect(await readToEnd(socket)).toContain(`"${urlOf(server.port)}/docs/errors#VALIDATION_ERROR"`)
})
