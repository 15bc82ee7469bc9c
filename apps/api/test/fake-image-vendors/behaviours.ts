import type { ServerResponse } from 'node:http'
import type { ImageWire, PictureRequest, Reply, Step } from './wires/wire.ts'
import { SAID } from './wires/wire.ts'

/** One request, as its handler sees it. */
export interface Exchange {
  readonly wire: ImageWire
  readonly step: Step
  /** What is drawn: of later steps, what the first asked for. */
  readonly request: PictureRequest | undefined
  readonly response: ServerResponse
  /** The good answer to this step. */
  readonly good: () => Promise<Reply>
}

/** What the server does with one request. */
export type Behaviour = (exchange: Exchange) => void | Promise<void>

/** Answers every step as the vendor does when all is well. */
export const draw: Behaviour = async ({ response, good }) => send(response, await good())

/** Does something at one step, and draws at the others. */
export function at(step: Step, behaviour: Behaviour): Behaviour {
  return (exchange) => (exchange.step === step ? behaviour : draw)(exchange)
}

export function reply(answer: Reply): Behaviour {
  return ({ response }) => send(response, answer)
}

/** An error of the vendor's, with words of its own that nobody may see. */
export function status(code: number, headers: Record<string, string> = {}, says: string = SAID): Behaviour {
  return ({ wire, response }) => send(response, { status: code, headers, body: wire.error(code, says) })
}

export const hang: Behaviour = () => undefined

export const reset: Behaviour = ({ response }) => {
  response.socket?.resetAndDestroy()
}

/** Half of the good answer, and the end of the connection, as if that were all. */
export const half: Behaviour = async ({ response, good }) => {
  const { status: code, headers, body } = await good()
  const bytes = toBytes(body)
  const type = Buffer.isBuffer(body) ? {} : { 'content-type': 'application/json' }
  response.writeHead(code, { ...type, ...headers }).end(bytes.subarray(0, Math.floor(bytes.length / 2)))
}

export const webPage: Behaviour = ({ response }) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
  response.end(`<!doctype html><title>${SAID}</title>`)
}

/** Good JSON, and nothing that was asked for in it. */
export const nonsense: Behaviour = ({ response }) => send(response, { status: 200, body: { says: SAID } })

/** A gigabyte, if one lets it. `sent` counts what left. */
export function huge(meter: { sent: number }, type = 'application/json'): Behaviour {
  return async ({ response }) => {
    response.writeHead(200, { 'content-type': type })
    const block = 'x'.repeat(1_048_576)
    while (!response.destroyed && meter.sent < 1_073_741_824) {
      meter.sent += block.length
      if (!response.write(block)) await drained(response)
    }
    response.end()
  }
}

/** Goes through the list, one for each request, and stays with the last. */
export function inTurn(...behaviours: readonly Behaviour[]): Behaviour {
  let count = 0
  return (exchange) => behaviours[Math.min(count++, behaviours.length - 1)]?.(exchange)
}

export function send(response: ServerResponse, { status: code, headers, body }: Reply): void {
  const type = Buffer.isBuffer(body) ? {} : { 'content-type': 'application/json' }
  response.writeHead(code, { ...type, ...headers }).end(toBytes(body))
}

function toBytes(body: Reply['body']): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body))
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      response.off('drain', settle).off('close', settle)
      resolve()
    }
    response.on('drain', settle).on('close', settle)
  })
}
