import type { ServerResponse } from 'node:http'
import type { FoundPage, ReadRequest, Wire } from './wires/index.ts'
import type { Ending } from './wires/wire.ts'

/** One request, as its handler sees it. */
export interface Exchange {
  readonly wire: Wire
  readonly request: ReadRequest
  readonly response: ServerResponse
}

/** What the server does with one request. */
export type Behaviour = (exchange: Exchange) => void | Promise<void>

type Text = string | ((request: ReadRequest) => string)

/** Streams an answer, a few letters at a time. */
export function answer(text: Text, ending: Ending = 'done'): Behaviour {
  return ({ wire, request, response }) => {
    startStream(response)
    response.end(wire.events(words(textOf(text, request)), ending, request).join(''))
  }
}

/** Answers with a caption for each platform. */
export function captions(byPlatform: Readonly<Record<string, unknown>>): Behaviour {
  return answer(JSON.stringify(byPlatform))
}

/** Searches the web and tells what was found. */
export function webSearch(...pages: readonly FoundPage[]): Behaviour {
  return ({ wire, response }) => {
    startStream(response)
    response.end(wire.searchEvents(pages).join(''))
  }
}

export const refusal: Behaviour = answer('I cannot help with CANARY-VENDOR-TEXT.', 'refused')

export const empty: Behaviour = answer('')

/** An error of the vendor's, with words of its own that nobody may see. */
export function status(
  code: number,
  options: { headers?: Record<string, string>; type?: string; says?: string } = {},
): Behaviour {
  return ({ wire, response }) => {
    const says = options.says ?? 'CANARY-VENDOR-TEXT'
    response.writeHead(code, { 'content-type': 'application/json', ...options.headers })
    response.end(JSON.stringify(wire.error(code, options.type ?? 'some_code', says)))
  }
}

/** A good status, and an error for an answer. */
export function streamedError(type: string): Behaviour {
  return ({ wire, response }) => {
    startStream(response)
    response.end(wire.errorEvent(type, 'CANARY-VENDOR-TEXT'))
  }
}

export const hang: Behaviour = () => undefined

/** Begins well, and says nothing more. */
export const hangMidway: Behaviour = (exchange) => answerAndHang('{ "insta')(exchange)

/** Says this much of an answer, and nothing more. */
export function answerAndHang(text: string): Behaviour {
  return ({ wire, request, response }) => {
    startStream(response)
    // The blank is lost with the ending, which is one frame or two.
    response.write(
      wire
        .events([...words(text), ' '], 'done', request)
        .slice(0, -2)
        .join(''),
    )
  }
}

/** Keeps the line busy, and says nothing. */
export const drone: Behaviour = async ({ response }) => {
  startStream(response)
  while (!response.destroyed) await writeSlowly(response, ': still here\n\n')
}

/** Goes on and on with a caption. */
export const babble: Behaviour = async ({ wire, request, response }) => {
  startStream(response)
  for (const frame of wire.events(['{ "x": "', ...Array.from({ length: 5000 }, () => 'la ')], 'done', request)) {
    if (response.destroyed) return
    await writeSlowly(response, frame)
  }
}

export const reset: Behaviour = ({ response }) => {
  response.socket?.resetAndDestroy()
}

/** Half an answer, then the connection breaks, or ends as if all were said. */
export function half(text: Text, end: 'reset' | 'close'): Behaviour {
  return async ({ wire, request, response }) => {
    const frames = wire.events(words(textOf(text, request)), 'done', request)
    startStream(response)
    await new Promise<void>((resolve) => {
      response.write(frames.slice(0, Math.ceil(frames.length / 2)).join(''), () => resolve())
    })
    if (end === 'reset') response.socket?.resetAndDestroy()
    else response.end()
  }
}

export const webPage: Behaviour = ({ response }) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
  response.end('<!doctype html><title>CANARY-VENDOR-TEXT</title>')
}

/** A stream that is none: the right type, and a page in it. */
export const mislabelledWebPage: Behaviour = ({ response }) => {
  startStream(response)
  response.end('<!doctype html>\n<title>CANARY-VENDOR-TEXT</title>\n')
}

/** A gigabyte, if one lets it. `sent` counts what left. */
export function huge(code: number, meter: { sent: number }): Behaviour {
  return async ({ response }) => {
    const block = `data: ${'x'.repeat(65_536)}\n`
    response.writeHead(code, { 'content-type': code === 200 ? 'text/event-stream' : 'application/json' })
    while (!response.destroyed && meter.sent < 1_073_741_824) {
      meter.sent += block.length
      if (!response.write(block)) await drained(response)
    }
    response.end()
  }
}

/** Does the one for some requests and the other for the rest. */
export function answerUnless(
  when: (request: ReadRequest) => boolean,
  then: Behaviour,
  otherwise: Behaviour,
): Behaviour {
  return (exchange) => (when(exchange.request) ? then : otherwise)(exchange)
}

/** Goes through the list, one for each request, and stays with the last. */
export function inTurn(...behaviours: readonly Behaviour[]): Behaviour {
  let count = 0
  return (exchange) => behaviours[Math.min(count++, behaviours.length - 1)]?.(exchange)
}

async function writeSlowly(response: ServerResponse, text: string): Promise<void> {
  response.write(text)
  await new Promise((resolve) => {
    setTimeout(resolve, 5)
  })
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

function startStream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
}

function textOf(text: Text, request: ReadRequest): string {
  return typeof text === 'string' ? text : text(request)
}

function words(text: string): string[] {
  return text.match(/[^]{1,7}/gu) ?? []
}
