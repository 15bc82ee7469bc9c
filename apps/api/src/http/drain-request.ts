import type { IncomingMessage, ServerResponse } from 'node:http'

/** As much of a refused body is taken in and thrown away, so that its sender comes to read the answer. */
const MOST_BYTES = 64 * 1024 * 1024
const LONGEST_MS = 15_000

/**
 * Answers a request whose body is not read to its end.
 *
 * Closing at once would cut off a client that is still sending, and with it the answer: most read only when they have
 * sent all. What is announced as longer is not worth that: the connection ends with the answer.
 */
export function drainRequest(request: IncomingMessage, response: ServerResponse): void {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) {
    response.setHeader('Connection', 'close')
    return
  }
  let bytes = 0
  const cut = setTimeout(() => request.destroy(), LONGEST_MS)
  request.on('close', () => clearTimeout(cut))
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > MOST_BYTES) request.destroy()
  })
  request.resume()
}
