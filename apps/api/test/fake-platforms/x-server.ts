import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { randomBytes } from 'node:crypto'
import type { FaultyStep } from '#platforms/testing/faults.ts'
import type { Clock } from '#shared/clock.ts'
import { systemClock } from '#shared/clock.ts'
import { FaultPlan, serveFault } from '#platforms/testing/faults.ts'
import { serveAppend, serveFinalize, serveInitialize, serveMetadata, serveStatus } from './x/media.ts'
import type { XApp } from './x/oauth.ts'
import { serveRevoke, serveToken } from './x/oauth.ts'
import { serveCreatePost, serveListPosts } from './x/posts.ts'
import type { XReply } from './x/state.ts'
import { INVALID, problem, XState } from './x/state.ts'

/** X as its documentation says it is, strict about order, headers and fields, and misbehaving as scripted. */
export interface XServer {
  readonly url: string
  readonly authorizeUrl: string
  readonly app: XApp
  readonly faults: FaultPlan
  readonly state: XState
  /** Requests by method and path, ids left out, e.g. `POST /2/media/upload/:id/append`. */
  readonly requests: readonly string[]
  /** Each request of a kind waits until it is let go. Tells when one waits. */
  hold(request: string): { readonly held: Promise<void>; release(): void }
  /** Lets what waits go without its effect and without an answer. */
  drop(request: string): void
  /** Whether no request is being served. */
  idle(): boolean
  /** A person signs in at the address that the server made and lets the app in; or does not. Answers where they are sent. */
  consent(authorizeUrl: string, answer?: 'allow' | 'deny', userId?: string): string
  stop(): Promise<void>
}

interface Hold {
  readonly held: PromiseWithResolvers<void>
  readonly released: PromiseWithResolvers<'served' | 'dropped'>
}

const CODE_LIFE_MS = 30_000

const SCOPE_OF: readonly (readonly [name: string, scopes: readonly string[]])[] = [
  ['POST /2/tweets', ['tweet.read', 'tweet.write', 'users.read']],
  ['GET /2/users/me', ['tweet.read', 'users.read']],
  ['GET /2/users/:id/tweets', ['tweet.read', 'users.read']],
  ['GET /2/media/upload', ['media.write']],
  ['POST /2/media/metadata', ['media.write']],
  ['POST /2/media/upload/initialize', ['media.write']],
  ['POST /2/media/upload/:id/append', ['media.write']],
  ['POST /2/media/upload/:id/finalize', ['media.write']],
]

interface XOptions {
  /** @default a confidential client */
  readonly app?: XApp
  /** X's own clock. @default the system's */
  readonly clock?: Clock
}

const APP: XApp = { clientId: 'x-app', clientSecret: 'x-app-secret' }

export async function startX({ app = APP, clock = systemClock }: XOptions = {}): Promise<XServer> {
  const state = new XState(() => clock.now().getTime())
  const faults = new FaultPlan()
  const requests: string[] = []
  const holds = new Map<string, Hold>()
  let serving = 0

  const serve = async (name: string, url: URL, request: IncomingMessage, body: Buffer): Promise<XReply> => {
    if (name === 'POST /2/oauth2/token') return serveToken(state, app, request, body)
    if (name === 'POST /2/oauth2/revoke') return serveRevoke(state, app, request, body)
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
    const access = state.access.get(token)
    if (!access || state.refused.has(token) || access.endsAt <= state.now()) return problem(401, 'Unauthorized')
    const needed = SCOPE_OF.find(([known]) => known === name)?.[1]
    if (!needed) {
      state.complaints.push(`no route ${name}`)
      return problem(404, 'Not Found')
    }
    if (!needed.every((scope) => access.scopes.includes(scope))) return problem(403, 'Missing scope')
    if (state.manner.requestsLeft <= 0) return problem(429, 'Too Many Requests')
    state.manner.requestsLeft -= 1
    const { userId } = access
    switch (name) {
      case 'GET /2/users/me':
        return { status: 200, body: { data: { id: userId, name: 'Power', username: state.users.get(userId) } } }
      case 'GET /2/users/:id/tweets':
        return serveListPosts(state, url.pathname.split('/')[3] ?? '', url.searchParams)
      case 'POST /2/tweets':
        return isJson(request) ? serveCreatePost(state, userId, parse(body)) : complain('tweets: no JSON')
      case 'POST /2/media/metadata':
        return isJson(request) ? serveMetadata(state, userId, parse(body)) : complain('metadata: no JSON')
      case 'POST /2/media/upload/initialize':
        return isJson(request) ? serveInitialize(state, userId, parse(body)) : complain('initialize: no JSON')
      default:
        return serveUpload(name, url, { request, body, userId })
    }
  }

  interface UploadRequest {
    readonly request: IncomingMessage
    readonly body: Buffer
    readonly userId: string
  }

  const serveUpload = (name: string, url: URL, { request, body, userId }: UploadRequest): XReply | Promise<XReply> => {
    const isStatus = name === 'GET /2/media/upload'
    if (isStatus && url.searchParams.get('command') !== 'STATUS') return complain('status: command')
    const id = isStatus ? (url.searchParams.get('media_id') ?? '') : (url.pathname.split('/')[4] ?? '')
    const upload = state.uploads.get(id)
    if (upload?.userId !== userId || upload.endsAt < state.now()) return problem(404, 'Media not found.')
    if (isStatus) return serveStatus(state, upload)
    if (name.endsWith('/append')) return serveAppend(state, upload, request, body)
    return body.length === 0 ? serveFinalize(state, upload) : complain('finalize: a body')
  }

  const complain = (complaint: string): XReply => {
    state.complaints.push(complaint)
    return problem(400, complaint, INVALID)
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '', 'http://x')
    const name = nameOf(request.method ?? '', url)
    const body = await readAll(request)
    requests.push(name)
    const held = holds.get(name)
    held?.held.resolve()
    if ((await held?.released.promise) === 'dropped') return void request.socket.destroy()
    const step = stepOf(name)
    const fault = step && faults.take(step)
    if (fault) {
      // The effect first: a cut after it must not come before.
      const done = fault.kind.endsWith('after') ? await serve(name, url, request, body) : undefined
      return serveFault(fault, { request, response, effect: () => done })
    }
    const { status, body: answered } = await serve(name, url, request, body)
    if (name === 'POST /2/oauth2/token' && state.manner.loseRefreshes > 0 && status === 200) {
      state.manner.loseRefreshes -= 1
      request.socket.destroy()
      return undefined
    }
    const left = Number.isFinite(state.manner.requestsLeft) ? Math.max(0, state.manner.requestsLeft) : 99
    response.writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      date: new Date(state.now()).toUTCString(),
      'x-rate-limit-limit': '100',
      'x-rate-limit-remaining': String(left),
      'x-rate-limit-reset': String(Math.ceil(state.now() / 1000) + 900),
      ...state.manner.headers,
    })
    response.end(answered === undefined ? '' : JSON.stringify(answered))
    return undefined
  }

  const letGo = (request: string, how: 'served' | 'dropped'): void => {
    holds.get(request)?.released.resolve(how)
    holds.delete(request)
  }

  const server = createServer((request, response) => {
    serving += 1
    answer(request, response)
      // Whoever is killed cuts its requests.
      .catch(() => response.destroy())
      .finally(() => (serving -= 1))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    authorizeUrl: `${url}/i/oauth2/authorize`,
    app,
    faults,
    state,
    requests,
    hold(request) {
      const hold = { held: Promise.withResolvers<void>(), released: Promise.withResolvers<'served' | 'dropped'>() }
      holds.set(request, hold)
      return { held: hold.held.promise, release: () => letGo(request, 'served') }
    },
    drop: (request) => letGo(request, 'dropped'),
    idle: () => serving === 0,
    consent(authorizeUrl, said = 'allow', userId = '4711') {
      const query = new URL(authorizeUrl).searchParams
      const redirectUri = query.get('redirect_uri') ?? ''
      refuseBadLink(query, app)
      const back = new URL(redirectUri)
      back.searchParams.set('state', query.get('state') ?? '')
      if (said === 'deny') {
        back.searchParams.set('error', 'access_denied')
        return back.href
      }
      const code = `x-code-${randomBytes(16).toString('base64url')}`
      const scopes = (query.get('scope') ?? '').split(' ')
      const challenge = query.get('code_challenge') ?? ''
      state.codes.set(code, { userId, scopes, challenge, redirectUri, endsAt: state.now() + CODE_LIFE_MS })
      back.searchParams.set('code', code)
      return back.href
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

/** What X's own page would not show. */
function refuseBadLink(query: URLSearchParams, app: XApp): void {
  const wrong = [
    query.get('response_type') === 'code' || 'response_type',
    query.get('client_id') === app.clientId || 'client_id',
    query.get('code_challenge_method') === 'S256' || 'code_challenge_method',
    /^[\w-]{43}$/.test(query.get('code_challenge') ?? '') || 'code_challenge',
    (query.get('state') ?? '').length <= 500 || 'state',
  ].filter((one) => one !== true)
  if (wrong.length > 0) throw new Error(`X would not show this: ${wrong.join()}`)
}

function nameOf(method: string, { pathname }: URL): string {
  return `${method} ${pathname.replaceAll(/\/\d+(?=\/|$)/g, '/:id').replace(/^\/:id\//, '/2/')}`
}

function stepOf(name: string): FaultyStep | undefined {
  if (name === 'POST /2/tweets') return 'publish'
  if (name === 'GET /2/users/:id/tweets') return 'look up'
  return name.includes('/media/') ? 'prepare' : undefined
}

function isJson(request: IncomingMessage): boolean {
  return request.headers['content-type'] === 'application/json'
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString())
  } catch {
    return undefined
  }
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}
