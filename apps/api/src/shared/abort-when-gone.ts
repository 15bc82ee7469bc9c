import type { IncomingMessage, ServerResponse } from 'node:http'

/** Nothing moves on the connection while something long is done before the answer, which may have to wait for its turn. */
const LONGEST_REST_MS = 20 * 60_000

/** Aborted when the caller goes away before the answer. Once the body is here, the connection may rest until then. */
export function abortWhenGone(
  request: Pick<IncomingMessage, 'once' | 'socket' | 'readableEnded'>,
  response: Pick<ServerResponse, 'once' | 'writableFinished'>,
): AbortSignal {
  const gone = new AbortController()
  const { socket } = request
  const idleTimeout = socket.timeout ?? 0
  const mayRest = () => void socket.setTimeout(LONGEST_REST_MS)
  if (request.readableEnded) mayRest()
  else request.once('end', mayRest)
  response.once('close', () => {
    socket.setTimeout(idleTimeout)
    if (!response.writableFinished) gone.abort()
  })
  return gone.signal
}
