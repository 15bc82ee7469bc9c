import type { IncomingMessage, ServerResponse } from 'node:http'

/** What a fake platform does instead of serving a request as it should. */
export type Fault =
  /** It answers so, and nothing happened. */
  | { readonly kind: 'answer'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** It cuts the connection, and nothing happened. */
  | { readonly kind: 'cut' }
  /** It never answers, and nothing happened. */
  | { readonly kind: 'hang' }
  /** It does what was asked for, and answers so. */
  | { readonly kind: 'answer after'; readonly status: number }
  /** It does what was asked for, and cuts the connection. */
  | { readonly kind: 'cut after' }
  /** It does what was asked for, and never answers. */
  | { readonly kind: 'hang after' }

/** What requests are for: on the way to the final call, the final call itself, looking at what was posted, and commenting below it. */
export type FaultyStep = 'prepare' | 'publish' | 'look up' | 'comment'

/** The faults that are to come, step by step. */
export class FaultPlan {
  readonly #planned: Record<FaultyStep, Fault[]> = { prepare: [], publish: [], 'look up': [], comment: [] }

  #choose: (step: FaultyStep) => Fault | undefined = () => undefined

  /** Spoils the next requests of a step, so many of them. @param times `Infinity`: from now on */
  spoil(step: FaultyStep, fault: Fault, times = 1): void {
    this.#planned[step] = Array.from({ length: Math.min(times, 10_000) }, () => fault)
  }

  /** Asks from now on what goes wrong with each request for which nothing else is planned. */
  choose(by: (step: FaultyStep) => Fault | undefined): void {
    this.#choose = by
  }

  /** From now on all goes well. */
  clear(): void {
    this.#choose = () => undefined
    for (const faults of Object.values(this.#planned)) faults.length = 0
  }

  take(step: FaultyStep): Fault | undefined {
    return this.#planned[step].shift() ?? this.#choose(step)
  }
}

const WITH_EFFECT: readonly Fault['kind'][] = ['answer after', 'cut after', 'hang after']

interface FaultyExchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** What the request asks for. */
  readonly effect: () => unknown
}

/** Misbehaves: with or without the effect. */
export function serveFault(fault: Fault, { request, response, effect }: FaultyExchange): void {
  if (WITH_EFFECT.includes(fault.kind)) effect()
  switch (fault.kind) {
    case 'answer':
    case 'answer after':
      response
        .writeHead(fault.status, { 'content-type': 'application/json', ...('headers' in fault && fault.headers) })
        .end('{"error":"spoilt"}')
      break
    case 'cut':
    case 'cut after':
      request.socket.destroy()
      break
    default:
  }
}
