import type { RequestListener, Server } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server as NetServer } from 'node:net'

/** A 500 MiB upload at 100 kB/s takes 90 minutes: an honest slow client must get through. */
const REQUEST_TIMEOUT_MS = 2 * 3600_000
const HEADERS_TIMEOUT_MS = 30_000
/** A connection on which nothing moves for so long is given up, whatever it was doing. */
const IDLE_TIMEOUT_MS = 60_000
/** Longer than load balancers keep theirs, so that it is they who close. */
const KEEP_ALIVE_TIMEOUT_MS = 65_000

/** How long a stopping server waits for requests on connections that are idle. */
const LAST_REQUESTS_MS = 500

/** A server that listens already and answers 503 until it is given what to serve. */
export interface HttpServer {
  readonly port: number
  /** From now on requests are answered by this. */
  serve(listener: RequestListener): void
  /** Takes no new connections, lets running requests end, and after `graceMs` cuts what is left. */
  stop(graceMs: number): Promise<void>
}

/** Listens. Rejects with the operating system's error when the address cannot be had. */
export async function startHttpServer({
  port,
  host,
}: {
  readonly port: number
  readonly host: string
}): Promise<HttpServer> {
  let listener: RequestListener = answerStarting
  const server = createServer(
    { requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: HEADERS_TIMEOUT_MS },
    (request, response) => {
      // A kept-alive connection must not bring another request to a server that stops.
      if (!server.listening) response.setHeader('Connection', 'close')
      listener(request, response)
    },
  )
  server.keepAliveTimeout = KEEP_ALIVE_TIMEOUT_MS
  server.setTimeout(IDLE_TIMEOUT_MS)
  await listen(server, port, host)
  return {
    port: (server.address() as AddressInfo).port,
    serve: (next) => {
      listener = next
    },
    stop: (graceMs) => stop(server, graceMs),
  }
}

const answerStarting: RequestListener = (_request, response) => {
  response.writeHead(503, { 'Content-Type': 'application/json', 'Retry-After': '1' })
  response.end(JSON.stringify({ error: { code: 'UNAVAILABLE', message: 'The server is starting.' } }))
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/**
 * Ends without dropping a request. Node's own `close` cuts kept-alive connections that are idle at that moment, and with
 * them the request that is on its way over one. Here they stay for a while: what still comes is answered, with
 * `Connection: close`.
 */
function stop(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cutIdle = setTimeout(() => server.closeIdleConnections(), Math.min(LAST_REQUESTS_MS, graceMs))
    const cutAll = setTimeout(() => server.closeAllConnections(), graceMs)
    NetServer.prototype.close.call(server, () => {
      clearTimeout(cutIdle)
      clearTimeout(cutAll)
      resolve()
    })
  })
}
