import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Fault, FaultyStep } from '#platforms/testing/faults.ts'
import { FaultPlan, serveFault } from '#platforms/testing/faults.ts'
import type { Clock } from '#shared/clock.ts'
import { systemClock } from '#shared/clock.ts'
import { Holds } from './instagram/holds.ts'
import { serveApi } from './youtube/api.ts'
import type { YouTubeApp } from './youtube/oauth.ts'
import { consentTo, serveRevoke, serveToken } from './youtube/oauth.ts'
import { kindOfPut, serveBegin, servePut } from './youtube/sessions.ts'
import type { YouTubeReply } from './youtube/state.ts'
import { YouTubeState, youTubeError } from './youtube/state.ts'

/** YouTube as its documentation says it is, strict about order, ranges, fields and permissions, and misbehaving as scripted. */
export interface YouTubeServer {
  readonly url: string
  readonly authorizeUrl: string
  readonly tokenUrl: string
  readonly app: YouTubeApp
  readonly faults: FaultPlan
  readonly state: YouTubeState
  /** Requests by method and path; those to the session of an upload: `PUT ask`, `PUT part`, `PUT last`. */
  readonly requests: readonly string[]
  /** Spoils the next requests of a kind, whatever step they are for. */
  spoil(request: string, fault: Fault, times?: number): void
  /** Each request of a kind waits until it is let go. Resolves when one waits. */
  hold(request: string): { readonly held: Promise<void>; release(): void }
  /** Lets what waits go without its effect and without an answer. */
  drop(request: string): void
  /** Whether no request is being served. */
  idle(): boolean
  /** A person signs in at the address that the server made, chooses a channel, and lets the app in or does not. Answers where they are sent. */
  consent(authorizeUrl: string, options?: ConsentOptions): string
  stop(): Promise<void>
}

interface ConsentOptions {
  readonly said?: 'allow' | 'deny'
  readonly channelId?: string
  readonly scopes?: readonly string[]
}

/** A request with its body, unless that streams. */
interface Arrived {
  readonly name: string
  readonly request: IncomingMessage
  readonly body: Buffer
}

const APP: YouTubeApp = { clientId: 'youtube-app', clientSecret: 'youtube-app-secret' }
export const FIRST_CHANNEL = 'UC4711'

const STEPS: Readonly<Record<string, FaultyStep>> = {
  'POST /upload/youtube/v3/videos': 'prepare',
  'PUT part': 'prepare',
  'PUT last': 'publish',
  'PUT ask': 'look up',
  'POST /youtube/v3/commentThreads': 'comment',
}

export async function startYouTube({ clock = systemClock }: { readonly clock?: Clock } = {}): Promise<YouTubeServer> {
  const state = new YouTubeState(() => clock.now().getTime())
  const faults = new FaultPlan()
  const spoilt = new Map<string, Fault[]>()
  const requests: string[] = []
  const holds = new Holds()
  let serving = 0
  let url = ''

  const serve = async ({ name, request, body }: Arrived): Promise<YouTubeReply> => {
    const address = new URL(request.url ?? '', url)
    if (name === 'POST /token') return serveToken(state, APP, request, body)
    if (name === 'POST /revoke') return serveRevoke(state, body)
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
    const access = state.access.get(token)
    if (!access || state.refused.has(token) || access.endsAt <= state.now()) {
      await readAll(request)
      return youTubeError(401, 'authError', 'Invalid Credentials')
    }
    const { channelId } = access
    if (name.startsWith('PUT ')) {
      const source = name === 'PUT part' ? request : [body]
      return servePut(state, { request, url: address, channelId, source }, () => request.socket.destroy())
    }
    if (name !== 'POST /upload/youtube/v3/videos') return serveApi(state, name, { request, url: address, body, access })
    if (!access.scopes.some((scope) => scope.endsWith('/youtube.upload')))
      return youTubeError(403, 'insufficientPermissions')
    return serveBegin(state, { request, url: address, body, channelId, base: url })
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const name = nameOf(request)
    requests.push(name)
    // Whatever is held has arrived before, so that it can have its effect when nobody waits for it any more. Parts stream.
    const body = name === 'PUT part' ? Buffer.alloc(0) : await readAll(request)
    const arrived = { name, request, body }
    if ((await holds.wait(name)) === 'dropped') return void request.socket.destroy()
    const step = STEPS[name]
    const fault = spoilt.get(name)?.shift() ?? (step && faults.take(step))
    if (fault) {
      if (fault.kind.endsWith('after')) await serve(arrived)
      // What is answered at once would break off what is still being sent.
      else if (fault.kind === 'answer') await readAll(request)
      return serveFault(fault, { request, response, effect: () => undefined })
    }
    return send(response, await serve(arrived))
  }

  const send = (response: ServerResponse, { status, headers, body }: YouTubeReply): void => {
    if (status === 499) return
    const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
    response.writeHead(status, {
      'content-type': typeof body === 'string' ? 'text/html' : 'application/json; charset=UTF-8',
      'content-length': String(Buffer.byteLength(text)),
      date: new Date(state.now()).toUTCString(),
      ...headers,
    })
    response.end(text)
  }

  const server = createServer((request, response) => {
    serving += 1
    answer(request, response)
      // A process that is killed cuts its requests.
      .catch(() => response.destroy())
      .finally(() => (serving -= 1))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    authorizeUrl: `${url}/o/oauth2/v2/auth`,
    tokenUrl: `${url}/token`,
    app: APP,
    faults,
    state,
    requests,
    spoil(request, fault, times = 1) {
      spoilt.set(
        request,
        Array.from({ length: Math.min(times, 1000) }, () => fault),
      )
    },
    hold: (request) => holds.hold(request),
    drop: (request) => holds.letGo(request, 'dropped'),
    idle: () => serving === 0,
    consent: (authorizeUrl, { said = 'allow', channelId = FIRST_CHANNEL, scopes } = {}) =>
      consentTo(state, APP, { authorizeUrl, said, channelId, ...(scopes && { scopes }) }),
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

function nameOf(request: IncomingMessage): string {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://youtube')
  if (request.method === 'PUT' && searchParams.has('upload_id')) return `PUT ${kindOfPut(request)}`
  return `${request.method} ${pathname}`
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}
