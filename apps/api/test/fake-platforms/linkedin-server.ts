import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FaultyStep } from '#platforms/testing/faults.ts'
import { FaultPlan, serveFault } from '#platforms/testing/faults.ts'
import type { Clock } from '#shared/clock.ts'
import { systemClock } from '#shared/clock.ts'
import { Holds } from './instagram/holds.ts'
import type { LinkedInApp } from './linkedin/oauth.ts'
import { consent } from './linkedin/oauth.ts'
import { nameOf, serveRequest } from './linkedin/serve.ts'
import { LinkedInState } from './linkedin/state.ts'

/** LinkedIn as its documentation says it is, strict about order, headers and fields, and misbehaving as it is planned. */
export interface LinkedInServer {
  readonly url: string
  readonly authorizeUrl: string
  readonly tokenUrl: string
  readonly app: LinkedInApp
  readonly faults: FaultPlan
  readonly state: LinkedInState
  /** Requests by method and path, ids left out, e.g. `GET /rest/videos/:urn`. */
  readonly requests: readonly string[]
  /** Bytes of all bodies that have come so far, those that are still coming included. */
  received(): number
  /** Each request of a kind waits until it is let go. Tells when one waits. */
  hold(request: string): { readonly held: Promise<void>; release(): void }
  /** Lets what waits go without its effect and without an answer. */
  drop(request: string): void
  /** Whether no request is being served. */
  idle(): boolean
  /** A person signs in at the address that the server made. Answers where they are sent. */
  consent(authorizeUrl: string, choice?: Parameters<typeof consent>[3]): string
  stop(): Promise<void>
}

interface LinkedInServerOptions {
  /** @default an app with both products */
  readonly app?: LinkedInApp
  /** LinkedIn's own clock. @default the system's */
  readonly clock?: Clock
  /** Bytes of a part of a video. @default 4 MiB, as LinkedIn has it */
  readonly partBytes?: number
}

export const ALL_SCOPES = [
  'openid',
  'profile',
  'w_member_social',
  'w_organization_social',
  'r_organization_social',
  'rw_organization_admin',
] as const

const APP: LinkedInApp = { clientId: '78linkedin', clientSecret: 'linkedin-app-secret', scopes: ALL_SCOPES }

const STEPS: readonly (readonly [pattern: RegExp, step: FaultyStep])[] = [
  [/^POST \/rest\/posts$/, 'publish'],
  [/^GET \/rest\/posts$/, 'look up'],
  [/^POST \/rest\/socialActions\//, 'comment'],
  [/^PUT |\/rest\/(?:images|videos|documents)/, 'prepare'],
]

export async function startLinkedIn({
  app = APP,
  clock = systemClock,
  partBytes = 4 * 1024 * 1024,
}: LinkedInServerOptions = {}): Promise<LinkedInServer> {
  const state = new LinkedInState(() => clock.now().getTime())
  const faults = new FaultPlan()
  const holds = new Holds()
  const requests: string[] = []
  let [serving, received] = [0, 0]
  let origin = ''

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '', origin)
    const name = nameOf(request.method ?? '', url)
    const body = await readAll(request, (bytes) => (received += bytes))
    requests.push(name)
    if ((await holds.wait(name)) === 'dropped') return void request.socket.destroy()
    const serve = () => serveRequest({ state, app, request, url, body, origin, partBytes })
    const step = STEPS.find(([pattern]) => pattern.test(name))?.[1]
    const fault = step && faults.take(step)
    if (fault) return serveFault(fault, { request, response, effect: serve })
    const { status, body: said, headers } = serve()
    if (name === 'POST /oauth/v2/accessToken' && state.manner.loseRefreshes > 0 && body.includes('refresh_token=')) {
      state.manner.loseRefreshes -= 1
      return void request.socket.destroy()
    }
    response.writeHead(status, {
      'content-type': 'application/json',
      date: new Date(state.now()).toUTCString(),
      'x-li-uuid': 'AAY',
      ...headers,
    })
    response.end(said === undefined ? '' : typeof said === 'string' ? said : JSON.stringify(said))
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
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: origin,
    authorizeUrl: `${origin}/oauth/v2/authorization`,
    tokenUrl: `${origin}/oauth/v2/accessToken`,
    app,
    faults,
    state,
    requests,
    received: () => received,
    hold: (request) => holds.hold(request),
    drop: (request) => holds.letGo(request, 'dropped'),
    idle: () => serving === 0,
    consent: (authorizeUrl, choice) => consent(state, app, authorizeUrl, choice),
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

async function readAll(request: IncomingMessage, onBytes: (bytes: number) => void): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    onBytes(chunk.length)
  }
  return Buffer.concat(chunks)
}
