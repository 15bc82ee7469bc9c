import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'

export interface ReceivedRequest {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** What the server does with one request. */
export type Behaviour = (response: ServerResponse, request: ReceivedRequest) => void

/** A real HTTP server that does with each request what the next behaviour says; the last one stays. */
export interface TestServer {
  readonly url: string
  readonly received: ReceivedRequest[]
  /** Resolves when the next request has arrived. */
  arrived(): Promise<void>
  stop(): Promise<void>
}

export async function startServer(...behaviours: readonly [Behaviour, ...Behaviour[]]): Promise<TestServer> {
  const received: ReceivedRequest[] = []
  let announce = Promise.withResolvers<void>()
  const server = createServer((request, response) => {
    void read(request).then((whole) => {
      const behaviour = behaviours[Math.min(received.length, behaviours.length - 1)]
      received.push(whole)
      behaviour?.(response, whole)
      announce.resolve()
      announce = Promise.withResolvers()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    received,
    arrived: () => announce.promise,
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function read(request: IncomingMessage): Promise<ReceivedRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const { method = '', url = '', headers } = request
  return { method, path: url, headers, body: Buffer.concat(chunks).toString('latin1') }
}

type HeaderRecord = Readonly<Record<string, string>>

/** Answers JSON. */
export function json(status: number, body: unknown, headers: HeaderRecord = {}): Behaviour {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
    response.end(JSON.stringify(body))
  }
}

/** Refuses, in the API's own words. */
export function refuse(status: number, code: string, headers: HeaderRecord = {}): Behaviour {
  return json(
    status,
    { error: { code, message: `said ${code}`, request_id: 'req_1', doc_url: 'http://x/docs' } },
    headers,
  )
}

/** What a proxy answers when there is nothing behind it. */
export function html(status: number): Behaviour {
  return (response) => {
    response.writeHead(status, { 'content-type': 'text/html' })
    response.end('<html><body>nginx</body></html>')
  }
}

/** Closes the connection without an answer. */
export const reset: Behaviour = (response) => void response.socket?.resetAndDestroy()

/** Never answers. */
export const hang: Behaviour = () => {}

/** Begins an answer, and never ends it. */
export const hangInBody: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
  response.write('{"balance":')
}

/** Begins an answer, and loses the connection. */
export const halfBody: Behaviour = (response) => {
  hangInBody(response, { method: '', path: '', headers: {}, body: '' })
  setImmediate(() => response.socket?.destroy())
}

/** Ends an answer properly, but in the middle of its JSON. */
export const cutJson: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end('{"balance":')
}
