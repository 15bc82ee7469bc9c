import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { FaultPlan, serveFault } from '../../testing/faults.ts'
import type { GraphCall, GraphRoute } from './graph-call.ts'
import { readCall, refuseCall } from './graph-call.ts'
import type { GraphReply, GraphState } from './graph-state.ts'
import { graphError } from './graph-state.ts'

/** The hosts of Meta's that a fake platform plays, each on a port of its own. */
export interface GraphServer {
  /** By Meta's name of the host, e.g. `graph.facebook.com`. */
  urlOf(host: string): string
  readonly faults: FaultPlan
  /** Requests by method and path, ids and the version left out; with the phase of an upload, e.g. `POST /:id/videos finish`. */
  readonly requests: readonly string[]
  /** Each request of a kind waits until it is let go. Resolves when one waits. */
  hold(name: string): { readonly held: Promise<void>; release(): void }
  /** Lets what waits go without its effect and without an answer. */
  drop(name: string): void
  /** Whether no request is being served. */
  idle(): boolean
  stop(): Promise<void>
}

interface GraphServerOptions {
  readonly state: GraphState
  readonly routes: readonly GraphRoute[]
  /** E.g. `v26.0`: another one in an address is complained about. */
  readonly version: string
  /** Of the app: what proofs are checked against. */
  readonly appSecret?: string
}

interface Hold {
  readonly held: PromiseWithResolvers<void>
  readonly released: PromiseWithResolvers<'served' | 'dropped'>
}

/** Meta's Graph API, as its documentation has it, for the routes of a platform: misbehaving as it is planned. */
export async function startGraph(options: GraphServerOptions): Promise<GraphServer> {
  const { state, routes, version } = options
  const faults = new FaultPlan()
  const requests: string[] = []
  const holds = new Map<string, Hold>()
  const servers = new Map<string, Server>()
  let serving = 0

  const answer = async (host: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const call = await readCall(request, { host, version, state })
    const label = labelOf(call)
    requests.push(label)
    const held = holds.get(label)
    held?.held.resolve()
    if ((await held?.released.promise) === 'dropped') return void request.socket.destroy()
    const route = routes.find((one) => one.host === host && one.name === call.name)
    const serve = async (): Promise<GraphReply> => {
      if (!route) {
        state.complaints.push(`no route ${call.name} at ${host}`)
        return graphError(2500, { message: 'Unknown path components', status: 404 })
      }
      const planned = state.manner.instead.get(call.name)?.shift()
      return planned ?? refuseCall(call, route, { state, appSecret: options.appSecret }) ?? route.serve(call)
    }
    const step = typeof route?.step === 'function' ? route.step(call) : route?.step
    const fault = step && faults.take(step)
    if (fault) {
      // The effect first: a cut after it must not come before.
      const done = fault.kind.endsWith('after') ? await serve() : undefined
      return serveFault(fault, { request, response, effect: () => done })
    }
    const { status, body, headers } = await serve()
    response.writeHead(status, {
      'content-type': 'application/json; charset=UTF-8',
      date: new Date(state.now()).toUTCString(),
      'facebook-api-version': version,
      ...state.manner.headers,
      ...headers,
    })
    response.end(body === undefined ? '' : JSON.stringify(body))
    return undefined
  }

  for (const host of new Set(routes.map((route) => route.host))) {
    const server = createServer((request, response) => {
      serving += 1
      answer(host, request, response)
        // A process that is killed cuts its requests.
        .catch(() => response.destroy())
        .finally(() => (serving -= 1))
    })
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    servers.set(host, server)
  }

  const letGo = (name: string, how: 'served' | 'dropped'): void => {
    holds.get(name)?.released.resolve(how)
    holds.delete(name)
  }

  return {
    urlOf(host) {
      const server = servers.get(host)
      if (!server) throw new Error(`Nobody plays ${host}`)
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    },
    faults,
    requests,
    hold(name) {
      const hold = { held: Promise.withResolvers<void>(), released: Promise.withResolvers<'served' | 'dropped'>() }
      holds.set(name, hold)
      return { held: hold.held.promise, release: () => letGo(name, 'served') }
    },
    drop: (name) => letGo(name, 'dropped'),
    idle: () => serving === 0,
    async stop() {
      for (const server of servers.values()) {
        server.closeAllConnections()
        await new Promise((resolve) => {
          server.close(resolve)
        })
      }
    },
  }
}

function labelOf({ name, fields }: GraphCall): string {
  const phase = fields.get('upload_phase')
  return phase === null ? name : `${name} ${phase}`
}
