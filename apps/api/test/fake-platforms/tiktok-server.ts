import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FaultyStep } from '#platforms/testing/faults.ts'
import { FaultPlan, serveFault } from '#platforms/testing/faults.ts'
import type { Clock } from '#shared/clock.ts'
import { systemClock } from '#shared/clock.ts'
import { Holds } from './instagram/holds.ts'
import type { ConsentOptions } from './tiktok/consent.ts'
import { consentTo } from './tiktok/consent.ts'
import type { TikTokApp } from './tiktok/oauth.ts'
import { serveRevoke, serveToken } from './tiktok/oauth.ts'
import type { ChunkRules, FetchPhoto } from './tiktok/publications.ts'
import { REAL_CHUNKS, servePhotoInit, serveStatus, serveVideoInit } from './tiktok/publications.ts'
import type { TikTokReply } from './tiktok/state.ts'
import { apiError, good, TikTokState } from './tiktok/state.ts'
import { findUpload, keepChunk, readChunk } from './tiktok/upload.ts'

/** TikTok as its documentation says it is, strict about order, fields and tokens, and misbehaving as scripted. */
export interface TikTokServer {
  readonly url: string
  readonly app: TikTokApp
  readonly addresses: {
    readonly api: string
    readonly upload: string
    readonly authorize: string
    readonly token: string
  }
  readonly faults: FaultPlan
  readonly state: TikTokState
  /** Requests by method and path. Of uploads: `PUT /video/` and `PUT /video/ last`. */
  readonly requests: readonly string[]
  /** Each request of a kind waits until it is let go. Resolves when one waits. */
  hold(request: string): { readonly held: Promise<void>; release(): void }
  /** Lets what waits go without its effect and without an answer. */
  drop(request: string): void
  /** Whether no request is being served. */
  idle(): boolean
  /** A person signs in at the address that the server made, and lets the app in or does not. Answers where they are sent. */
  consent(authorizeUrl: string, options?: ConsentOptions): string
  stop(): Promise<void>
}

interface TikTokServerOptions {
  /** TikTok's own clock. @default the system's */
  readonly clock?: Clock
  /** @default as TikTok has them */
  readonly chunks?: ChunkRules
  /** @default fetches from the given address */
  readonly fetchPhoto?: FetchPhoto
}

const APP: TikTokApp = { clientId: 'tiktok-key', clientSecret: 'tiktok-secret' }

/** The scopes of each operation: one of them is enough. */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  'POST /v2/post/publish/creator_info/query/': ['video.publish'],
  'POST /v2/post/publish/video/init/': ['video.publish'],
  'POST /v2/post/publish/inbox/video/init/': ['video.upload'],
  'POST /v2/post/publish/content/init/': ['video.publish', 'video.upload'],
  'POST /v2/post/publish/status/fetch/': ['video.publish', 'video.upload'],
  'GET /v2/user/info/': ['user.info.basic'],
  // Nobody is asked for it: the figures of posts are refused.
  'POST /v2/video/query/': ['video.list'],
}

const fetchForReal: FetchPhoto = async (address) => {
  try {
    const response = await fetch(address, { redirect: 'error' })
    const bytes = await response.arrayBuffer()
    return (
      response.status === 200 &&
      /^image\/(?:jpeg|webp)$/.test(response.headers.get('content-type') ?? '') &&
      bytes.byteLength > 0
    )
  } catch {
    return false
  }
}

export async function startTikTok(options: TikTokServerOptions = {}): Promise<TikTokServer> {
  const { clock = systemClock, chunks = REAL_CHUNKS, fetchPhoto = fetchForReal } = options
  const state = new TikTokState(() => clock.now().getTime())
  const faults = new FaultPlan()
  const holds = new Holds()
  const requests: string[] = []
  let serving = 0

  const serve = async (name: string, request: IncomingMessage, body: Buffer): Promise<TikTokReply> => {
    if (name === 'POST /v2/oauth/token/') return serveToken(state, APP, request, body)
    if (name === 'POST /v2/oauth/revoke/') return serveRevoke(state, APP, request, body)
    const [, token = ''] = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '') ?? []
    const access = state.access.get(token)
    if (!access || state.refused.has(token) || access.endsAt <= state.now())
      return apiError(401, 'access_token_invalid')
    const needed = SCOPES[name]
    if (!needed) return state.complain(`no route ${name}`)
    if (!needed.some((scope) => access.scopes.includes(scope))) return apiError(401, 'scope_not_authorized')
    const { userId } = access
    const creator = state.creator(userId)
    if (name === 'GET /v2/user/info/') {
      return good({
        user: { open_id: userId, display_name: 'The Bakery', avatar_url: 'https://p16.tiktokcdn.invalid/a.jpg' },
      })
    }
    if (request.headers['content-type'] !== 'application/json; charset=UTF-8') return state.complain(`${name}: no JSON`)
    const publishing = { state, userId, json: parse(body), chunks, uploadUrl: addresses.upload, fetchPhoto }
    switch (name) {
      case 'POST /v2/post/publish/creator_info/query/':
        if (!state.mayAsk(userId, 'creator_info', 20)) return apiError(429, 'rate_limit_exceeded')
        return good({
          creator_avatar_url: 'https://p16.tiktokcdn.invalid/a.jpg',
          creator_username: creator.username,
          creator_nickname: 'The Bakery',
          privacy_level_options: creator.privacyLevels,
          comment_disabled: creator.commentDisabled,
          duet_disabled: creator.duetDisabled,
          stitch_disabled: creator.stitchDisabled,
          max_video_post_duration_sec: creator.maxSeconds,
        })
      case 'POST /v2/post/publish/video/init/':
        return serveVideoInit(publishing, 'direct')
      case 'POST /v2/post/publish/inbox/video/init/':
        return serveVideoInit(publishing, 'inbox')
      case 'POST /v2/post/publish/content/init/': {
        const { post_mode } = (publishing.json ?? {}) as { post_mode?: string }
        const scope = post_mode === 'DIRECT_POST' ? 'video.publish' : 'video.upload'
        return access.scopes.includes(scope) ? servePhotoInit(publishing) : apiError(401, 'scope_not_authorized')
      }
      default:
        return serveStatus(publishing)
    }
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '', 'http://tiktok')
    if (url.pathname === '/video/' && request.method === 'PUT') return answerUpload(url, request, response)
    const name = `${request.method} ${url.pathname}`
    const body = await readAll(request)
    await answerTo({ name, step: stepOf(name), request, response }, () => serve(name, request, body))
    return undefined
  }

  const answerUpload = async (url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const target = findUpload(state, url, request)
    const isChunk = 'publication' in target
    const isLast = isChunk ? target.isLast : isLastOf(request)
    const bytes = await readChunk(state, request)
    if (!bytes) return
    const step = isLast ? 'publish' : 'prepare'
    await answerTo({ name: `PUT /video/${isLast ? ' last' : ''}`, step, request, response }, async () =>
      isChunk ? keepChunk(state, target, bytes) : target,
    )
  }

  interface Exchange {
    readonly name: string
    readonly step: FaultyStep | undefined
    readonly request: IncomingMessage
    readonly response: ServerResponse
  }

  const answerTo = async (
    { name, step, request, response }: Exchange,
    work: () => Promise<TikTokReply>,
  ): Promise<void> => {
    requests.push(name)
    if ((await holds.wait(name)) === 'dropped') return void request.socket.destroy()
    const fault = step && faults.take(step)
    if (fault) {
      // The effect first: a cut after it must not come before.
      if (fault.kind.endsWith('after')) await work()
      return serveFault(fault, { request, response, effect: () => {} })
    }
    const { status, body, headers = {} } = await work()
    if (name === 'POST /v2/oauth/token/' && state.manner.loseRefreshes > 0) {
      state.manner.loseRefreshes -= 1
      return void request.socket.destroy()
    }
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    // Ids of posts are whole numbers, longer than those of JavaScript.
    response.end(body === undefined ? '' : JSON.stringify(body).replaceAll(/"#(\d+)"/g, '$1'))
    return undefined
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
  const addresses = { api: url, upload: url, authorize: `${url}/v2/auth/authorize/`, token: `${url}/v2/oauth/token/` }
  return {
    url,
    app: APP,
    addresses,
    faults,
    state,
    requests,
    hold: (request) => holds.hold(request),
    drop: (request) => holds.letGo(request, 'dropped'),
    idle: () => serving === 0,
    consent: (authorizeUrl, consent) => consentTo({ state, app: APP }, authorizeUrl, consent),
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

/** A chunk that comes again, or too late, is the last one by where it ends. */
function isLastOf({ headers }: IncomingMessage): boolean {
  const [, last, total] = /-(\d+)\/(\d+)$/.exec(headers['content-range'] ?? '') ?? []
  return last !== undefined && Number(last) + 1 === Number(total)
}

function stepOf(name: string): FaultyStep | undefined {
  if (name === 'POST /v2/post/publish/content/init/') return 'publish'
  if (name === 'POST /v2/post/publish/status/fetch/') return 'look up'
  return name.startsWith('POST /v2/post/publish/') ? 'prepare' : undefined
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString())
  } catch {
    return undefined
  }
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}
