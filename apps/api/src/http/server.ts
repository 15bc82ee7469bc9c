import { AppError, unavailable } from '#shared/app-error.ts'
import { systemClock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import { ERRORS } from '@powerpost/contract'
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server as NetServer } from 'node:net'
import { createErrorBody } from './errors/error-body.ts'
import { ListenError } from './listen-error.ts'
import { localUrl } from './local-url.ts'

/** How long a client may take, in milliseconds. */
export interface HttpTimeouts {
  /** For a whole request: a 500 MiB upload at 100 kB/s takes 90 minutes, and an honest slow client must get through. */
  readonly request: number
  /** For its head. */
  readonly headers: number
  /** A connection on which nothing moves for so long is given up, whatever it was doing. */
  readonly idle: number
  /** Between two requests: longer than load balancers keep theirs, so that it is they who close. */
  readonly keepAlive: number
  /** How often the first two are looked after. */
  readonly checkEvery: number
}

const TIMEOUTS: HttpTimeouts = {
  request: 2 * 3600_000,
  headers: 30_000,
  idle: 60_000,
  keepAlive: 65_000,
  checkEvery: 5_000,
}

/** How long a stopping server waits for requests on connections that are idle. */
const LAST_REQUESTS_MS = 500

/** A server that listens already and answers 503 until it is given what to serve. */
export interface HttpServer {
  readonly port: number
  /** Where it is reached from its own machine. */
  readonly localUrl: string
  /** From now on requests are answered by this. */
  serve(listener: RequestListener): void
  /** Takes no new connections, lets running requests end, and after `graceMs` cuts what is left. */
  stop(graceMs: number): Promise<void>
}

interface HttpServerOptions {
  readonly port: number
  readonly host: string
  /** Where others reach it, which is where the links lead that explain an error. @default its `localUrl` */
  readonly publicUrl?: string | undefined
  readonly timeouts?: HttpTimeouts
}

/** Listens. Throws ListenError when the address cannot be had. */
export async function startHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const { timeouts = TIMEOUTS } = options
  const host = options.host.trim()
  const portOf = () => (server.address() as AddressInfo).port
  const urlOf = () => options.publicUrl ?? localUrl({ host, port: portOf() })
  let listener = answerStarting(urlOf)
  const server = createServer(
    {
      requestTimeout: timeouts.request,
      headersTimeout: timeouts.headers,
      connectionsCheckingInterval: timeouts.checkEvery,
    },
    (request, response) => {
      // A kept-alive connection must not bring another request to a server that stops.
      if (!server.listening) response.setHeader('Connection', 'close')
      listener(request, response)
    },
  )
  server.keepAliveTimeout = timeouts.keepAlive
  server.setTimeout(timeouts.idle)
  answerClientErrors(server, urlOf)
  refuseExpectations(server, urlOf)
  await listen(server, options.port, host)
  return {
    port: portOf(),
    localUrl: localUrl({ host, port: portOf() }),
    serve: (next) => {
      listener = next
    },
    stop: (graceMs) => stop(server, graceMs),
  }
}

/** Until there is something to serve: the process is alive, and nothing else can be said. */
function answerStarting(urlOf: () => string): RequestListener {
  return (request, response) => {
    if (request.url === '/healthz') return void response.end('{"status":"ok"}')
    const { headers, body } = answerPlainly(unavailable('The server is starting.'), urlOf())
    response.writeHead(ERRORS.UNAVAILABLE.status, headers)
    response.end(body)
  }
}

/** As Node itself answers them. */
const CLIENT_ERROR_STATUSES: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** What Node cannot read as HTTP is answered in our words, too. */
function answerClientErrors(server: Server, urlOf: () => string): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable) return void socket.destroy()
    const { headers, body } = answerPlainly(
      new AppError('VALIDATION_ERROR', 'The server cannot read this request.'),
      urlOf(),
    )
    const head = Object.entries({ ...headers, Connection: 'close' }).map(([name, value]) => `${name}: ${value}`)
    const status = CLIENT_ERROR_STATUSES[error.code ?? ''] ?? '400 Bad Request'
    socket.end(`HTTP/1.1 ${status}\r\n${head.join('\r\n')}\r\n\r\n${body}`)
  })
}

/** Node answers an `Expect` that it does not know without a body. */
function refuseExpectations(server: Server, urlOf: () => string): void {
  server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
    const error = new AppError('VALIDATION_ERROR', 'The server does not know this Expect header: use 100-continue.')
    const { headers, body } = answerPlainly(error, urlOf())
    response.writeHead(417, { ...headers, Connection: 'close' }).end(body)
  })
}

/** An answer made without the app: it is not there yet, or the request never reached it. */
function answerPlainly(error: AppError, publicUrl: string): { headers: Record<string, string>; body: string } {
  const requestId = makeId(systemClock)
  const body = JSON.stringify(createErrorBody(error, { requestId, publicUrl }))
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(body)),
    'X-Request-Id': requestId,
    ...error.headers,
  }
  return { headers, body }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => reject(new ListenError({ port, host, setting: 'PORT' }, { cause })))
    server.listen(port, host, () => {
      server.removeAllListeners('error')
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
