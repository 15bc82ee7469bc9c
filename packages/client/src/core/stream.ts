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
  const { maxReconnects = 10, signal } = options
  const { runtime } = transport
  let { lastEventId } = options
  let lastEvent: string | undefined
  let isConnected = false
  let emptyEnds = 0
  let retry = 0
  for (let losses = 0; ; losses += 1) {
    let loss: unknown
    try {
      const headers = {
        ...options.headers,
        accept: 'text/event-stream',
        ...(lastEventId !== undefined && { 'last-event-id': `${lastEventId}` }),
      }
      const response = await transport.request(operation, { ...options, headers }).asResponse()
      isConnected = true
      const messages = new MessageReader()
      for await (const piece of readPieces(response, runtime, options)) {
        for (const data of messages.read(piece)) {
          const event = JSON.parse(data) as Event
          yield event
          lastEventId = event.number
          lastEvent = event.event
          losses = 0
        }
        retry = messages.retry ?? retry
      }
      // A server that stops ends streams early. One that gives nothing twice has nothing to give.
      if (!lastEvent && emptyEnds++) return
    } catch (error) {
      if (signal?.aborted) throw new APIUserAbortError(signal.reason)
      if (!isConnected || !mayPass(error)) throw error
      loss = error
    }
    if (lastEvent && ended.includes(lastEvent)) return
    if (losses >= maxReconnects) throw loss ?? new APIConnectionError('The stream ended before its last event.')
    await sleep(runtime, Math.max(retry, retryDelay(losses, undefined, runtime)), signal)
  }
}

/** What comes over one connection. One that is lost is a lost connection, or a time-out. */
async function* readPieces(
  { body, headers, status, url }: Response,
  runtime: Runtime,
  { idleTimeout = 45_000 }: StreamOptions,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (!body || !headers.get('content-type')?.startsWith('text/event-stream')) {
    throw new PowerPostError({ code: 'UNEXPECTED_ANSWER', message: `${url} answered no stream of events.`, status })
  }
  const reader = body.getReader()
  let isIdle = false
  try {
    for (;;) {
      const stop = runtime.startTimer(idleTimeout, () => {
        isIdle = true
        // The read that waits is over then, as one at the end is.
        void reader.cancel()
      })
      const { value } = await reader.read().finally(stop)
      if (isIdle) throw new APITimeoutError(`Nothing came for ${idleTimeout} ms.`)
      if (!value) return
      yield value
    }
  } catch (error) {
    throw error instanceof PowerPostError ? error : new APIConnectionError('The stream was lost.', error)
  } finally {
    // A caller that stops reading ends the connection.
    reader.cancel().catch(() => {})
  }
}
