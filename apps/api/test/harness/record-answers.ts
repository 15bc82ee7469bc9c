import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { findFaults } from './check-answer.ts'

/** A listener whose answers are all looked at, whoever asked. */
export interface RecordedListener {
  readonly listener: RequestListener
  /** Throws when an answer so far was not as the document says. */
  check(): void
}

const BODYLESS = new Set(['HEAD', 'OPTIONS'])

export function recordAnswers(listener: RequestListener): RecordedListener {
  const faults: string[] = []
  return {
    listener: (request, response) => {
      if (!BODYLESS.has(request.method ?? ''))
        watchBody(response, (body) => faults.push(...describe(request, response, body)))
      listener(request, response)
    },
    check() {
      if (faults.length > 0) throw new Error(`Not what the document says:\n${faults.join('\n')}`)
    },
  }
}

/** Hears the whole body before its end is handed to the socket, so that no caller has the answer before it is judged. */
function watchBody(response: ServerResponse, onEnd: (body: Buffer) => void): void {
  const chunks: Buffer[] = []
  for (const name of ['write', 'end'] as const) {
    const original = response[name]
    Reflect.set(response, name, (...given: unknown[]) => {
      const [chunk] = given
      if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
      if (name === 'end') onEnd(Buffer.concat(chunks))
      return Reflect.apply(original, response, given)
    })
  }
}

function describe(request: IncomingMessage, response: ServerResponse, body: Buffer): string[] {
  const { method = '' } = request
  const { pathname: path } = new URL(request.url ?? '', 'http://localhost')
  const headers = Object.fromEntries(
    Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]),
  )
  return findFaults({ method, path, status: response.statusCode, headers, body: body.toString() }).map(
    (fault) => `${method} ${path} answered ${response.statusCode}: ${fault}`,
  )
}
