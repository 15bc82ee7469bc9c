import { APIConnectionError, APITimeoutError, APIUserAbortError } from '../errors/connection-errors.ts'
import { PowerPostError } from '../errors/powerpost-error.ts'
import type { Operation, Transport } from './operation.ts'
import type { RequestOptions } from './options.ts'
import { retryDelay } from './retry.ts'
import type { Runtime } from './runtime.ts'
import { sleep } from './runtime.ts'
import { mayPass } from './send.ts'
import { MessageReader } from './sse.ts'

/** How to watch. */
export interface StreamOptions extends RequestOptions {
  /**
   * The number of the last event that you have: only what came after it is given.
   *
   * @default none of the last writing
   */
  readonly lastEventId?: number | undefined
  /**
   * How often a connection that was lost is taken up again without an event between.
   *
   * @default 10
   */
  readonly maxReconnects?: number | undefined
  /**
   * After how many milliseconds without a sign of life a connection is given up. The server gives one every 15 seconds.
   *
   * @default 45_000
   */
  readonly idleTimeout?: number | undefined
}

interface Stream {
  readonly transport: Transport
  readonly operation: Operation
  /** The events with which a stream ends. */
  readonly ended: readonly string[]
}

interface StreamedEvent {
  readonly number: number
  readonly event: string
}

/** Gives the events of a stream to its end, over as many connections as that takes. */
export async function* streamEvents<Event extends StreamedEvent>(
  { transport, operation, ended }: Stream,
  options: StreamOptions = {},
): AsyncGenerator<Event, void, undefined> {
  const { maxReconnects = 10, idleTimeout = 45_000, signal } = options
  const { runtime } = transport
  const messages = { retry: undefined as number | undefined }
  let { lastEventId } = options
  let last: string | undefined
  let isConnected = false
  let emptyEnds = 0
  for (let losses = 0; ; losses += 1) {
    let loss: unknown
    try {
      const response = await transport.request(operation, withHeaders(options, lastEventId)).asResponse()
      isConnected = true
      for await (const event of readEvents<Event>(response, { runtime, idleTimeout, messages })) {
        yield event
        lastEventId = event.number
        last = event.event
        losses = 0
      }
      // A server that stops ends streams early. One that does so twice in a row has nothing to give.
      if (last === undefined && ++emptyEnds > 1) return
    } catch (error) {
      if (signal?.aborted) throw new APIUserAbortError(signal.reason)
      if (!isConnected || !mayPass(error)) throw error
      loss = error
    }
    if (last !== undefined && ended.includes(last)) return
    if (losses >= maxReconnects) throw loss ?? new APIConnectionError('The stream ended before its last event.')
    const delay = Math.max(messages.retry ?? 0, retryDelay(losses, undefined, runtime))
    await sleep(runtime, delay, signal).catch((reason: unknown) => {
      throw new APIUserAbortError(reason)
    })
  }
}

function withHeaders(options: StreamOptions, lastEventId: number | undefined): RequestOptions {
  const headers = { ...options.headers, accept: 'text/event-stream' }
  return {
    ...options,
    headers: lastEventId === undefined ? headers : { ...headers, 'last-event-id': `${lastEventId}` },
  }
}

interface ReadOptions {
  readonly runtime: Runtime
  readonly idleTimeout: number
  /** Told in how many milliseconds the server wants to be asked again. */
  readonly messages: { retry: number | undefined }
}

/** The events of one connection. One that is lost is a lost connection, or a time-out. */
async function* readEvents<Event>(
  response: Response,
  { runtime, idleTimeout, messages }: ReadOptions,
): AsyncGenerator<Event, void, undefined> {
  const { body, headers, status } = response
  if (!body || !headers.get('content-type')?.startsWith('text/event-stream')) {
    const message = `${response.url} answered something that is no stream of events.`
    throw new PowerPostError({ code: 'UNEXPECTED_ANSWER', message, status })
  }
  const reader = body.getReader()
  const parser = new MessageReader()
  try {
    for (;;) {
      const piece = await readInTime(reader, { runtime, idleTimeout })
      if (!piece) return
      for (const { data } of parser.read(piece)) yield JSON.parse(data) as Event
      messages.retry = parser.retry
    }
  } finally {
    // Whoever looks away ends the connection.
    reader.cancel().catch(() => {})
  }
}

/** The next piece; undefined at the end. */
async function readInTime(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  { runtime, idleTimeout }: Omit<ReadOptions, 'messages'>,
): Promise<Uint8Array | undefined> {
  let isIdle = false
  const stop = runtime.startTimer(idleTimeout, () => {
    isIdle = true
    // The read that waits is over then, as one at the end is.
    void reader.cancel()
  })
  const { value } = await reader
    .read()
    .catch((cause: unknown) => {
      throw new APIConnectionError('The stream was lost.', cause)
    })
    .finally(stop)
  if (isIdle) throw new APITimeoutError(`Nothing came for ${idleTimeout} ms.`)
  return value
}
