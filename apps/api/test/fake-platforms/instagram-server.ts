import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { FaultPlan, serveFault } from '#platforms/testing/faults.ts'
import type { Clock } from '#shared/clock.ts'
import { systemClock } from '#shared/clock.ts'
import type { FetchMedia } from './instagram/fetch-media.ts'
import { fetchForReal } from './instagram/fetch-media.ts'
import { Holds } from './instagram/holds.ts'
import type { InstagramApp } from './instagram/oauth.ts'
import { consentTo } from './instagram/oauth.ts'
import type { InstagramAddresses } from './instagram/requests.ts'
import { nameOf, stepOf, targetOf } from './instagram/requests.ts'
import { serveRequest } from './instagram/serve.ts'
import type { InstagramReply } from './instagram/state.ts'
import { InstagramState } from './instagram/state.ts'

/** Instagram as its documentation says it is, strict about host, order, fields and tokens, and misbehaving as scripted. */
export interface InstagramServer {
  readonly addresses: InstagramAddresses
  readonly app: InstagramApp
  /** Of the app for Facebook Login. */
  readonly facebookSecret: string
  readonly faults: FaultPlan
  readonly state: InstagramState
  /** Requests by method and path, ids left out, e.g. `POST /me/media`. */
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

interface ConsentOptions {
  readonly said?: 'allow' | 'deny'
  readonly userId?: string
  readonly scopes?: readonly string[]
}

interface InstagramServerOptions {
  /** Instagram's own clock. @default the system's */
  readonly clock?: Clock
  /** @default fetches from the given address */
  readonly fetchMedia?: FetchMedia
}

const APP: InstagramApp = { clientId: 'instagram-app', clientSecret: 'instagram-app-secret' }
const FACEBOOK_SECRET = 'facebook-app-secret'
export const FIRST_USER = '17841400000004711'

export async function startInstagram(options: InstagramServerOptions = {}): Promise<InstagramServer> {
  const { clock = systemClock, fetchMedia = fetchForReal } = options
  const state = new InstagramState(() => clock.now().getTime())
  const faults = new FaultPlan()
  const requests: string[] = []
  const holds = new Holds()
  let serving = 0

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const target = targetOf(request, state)
    const name = nameOf(target)
    requests.push(name)
    if ((await holds.wait(name)) === 'dropped') return void request.socket.destroy()
    const serve = () =>
      serveRequest({ state, app: APP, facebookSecret: FACEBOOK_SECRET, fetchMedia, target, addresses })
    const step = stepOf(name)
    const fault = step && faults.take(step)
    if (fault) {
      // The effect first: a cut after it must not come before.
      const done = fault.kind.endsWith('after') ? await serve() : undefined
      return serveFault(fault, { request, response, effect: () => done })
    }
    return send(response, await serve())
  }

  const send = (response: ServerResponse, { status, body }: InstagramReply): void => {
    response.writeHead(status, {
      'content-type': 'application/json; charset=UTF-8',
      'facebook-api-version': 'v26.0',
      date: new Date(state.now()).toUTCString(),
      ...state.manner.headers,
    })
    response.end(body === undefined ? '' : JSON.stringify(body))
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
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const addresses: InstagramAddresses = {
    authorize: `${url}/www.instagram.com/oauth/authorize`,
    token: `${url}/api.instagram.com/oauth/access_token`,
    api: `${url}/graph.instagram.com`,
    pages: `${url}/graph.facebook.com`,
    upload: `${url}/rupload.facebook.com`,
  }
  return {
    addresses,
    app: APP,
    facebookSecret: FACEBOOK_SECRET,
    faults,
    state,
    requests,
    hold: (request) => holds.hold(request),
    drop: (request) => holds.letGo(request, 'dropped'),
    idle: () => serving === 0,
    consent: (authorizeUrl, { said = 'allow', userId = FIRST_USER, scopes } = {}) =>
      consentTo(state, APP, { authorizeUrl, said, userId, ...(scopes && { scopes }) }),
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}
