import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { StartTimer } from './timer.ts'

/** An event as it is sent by the Server-Sent Events of the HTML standard. */
export interface SentEvent {
  readonly id: number
  readonly event: string
  /** Sent as JSON, on one line. */
  readonly data: unknown
}

interface EventStreamOptions {
  readonly events: AsyncIterable<SentEvent>
  readonly startTimer: StartTimer
  /** Told why a stream broke off. */
  readonly onError: (error: unknown) => void
}

/** Shorter than any proxy, and our own server, leaves a connection on which nothing moves. */
export const HEARTBEAT_MS = 15_000

/** After so long a reader whose connection ended comes again. */
const RECONNECT_MS = 1_000

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // Proxies that would rewrite it hold it up.
  'Cache-Control': 'no-store, no-transform',
  // nginx gathers answers until it has enough of them.
  'X-Accel-Buffering': 'no',
}

/**
 * Answers with events for as long as there are any, and with a comment when there was none for a while. They are taken as
 * fast as the reader takes them. A stream that breaks off ends with its connection: the reader comes again. Resolves when
 * it is over, however it ended.
 */
export async function sendEventStream(
  response: ServerResponse,
  { events, startTimer, onError }: EventStreamOptions,
): Promise<void> {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value)
  if (response.req.method === 'HEAD') return void response.end()
  try {
    await pipeline(Readable.from(writeEvents(events, startTimer), { highWaterMark: 1 }), response)
  } catch (error) {
    // A reader who leaves is no error.
    if (!isGone(error)) onError(error)
  }
}

/** While it was sent, or before it started. */
const GONE_CODES: ReadonlySet<unknown> = new Set(['ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_UNABLE_TO_PIPE'])

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && GONE_CODES.has(error.code)
}

async function* writeEvents(events: AsyncIterable<SentEvent>, startTimer: StartTimer): AsyncGenerator<string> {
  yield `retry: ${RECONNECT_MS}\n\n`
  const iterator = events[Symbol.asyncIterator]()
  let next = iterator.next()
  for (;;) {
    const result = await nextOrHeartbeat(next, startTimer)
    if (result === 'heartbeat') {
      yield ':\n\n'
      continue
    }
    if (result.done) return
    const { id, event, data } = result.value
    yield `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`
    next = iterator.next()
  }
}

async function nextOrHeartbeat<Next>(next: Promise<Next>, startTimer: StartTimer): Promise<Next | 'heartbeat'> {
  const { promise: heartbeat, resolve } = Promise.withResolvers<'heartbeat'>()
  const stop = startTimer(HEARTBEAT_MS, () => resolve('heartbeat'))
  try {
    return await Promise.race([next, heartbeat])
  } finally {
    stop()
  }
}

/** A signal that is aborted when an answer has ended, or its reader has gone. */
export function signalEndOf(response: ServerResponse): AbortSignal {
  const controller = new AbortController()
  const end = () => controller.abort(new Error('the answer has ended'))
  if (response.closed) end()
  else response.on('close', end)
  return controller.signal
}
