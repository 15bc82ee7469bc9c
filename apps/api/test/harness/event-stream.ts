import type { GenerationEvent } from '@powerpost/contract'

/** A stream of events as it comes in, read block by block. */
export interface EventStream<Event = GenerationEvent> {
  readonly response: Response
  /** The next event; undefined when the stream has ended. Comments are passed over. */
  next(): Promise<Event | undefined>
  /** The next block, be it an event, a comment or a hint; undefined when the stream has ended. */
  nextBlock(): Promise<string | undefined>
  /** Every event to the end. */
  rest(): Promise<Event[]>
  /** Goes away. */
  close(): Promise<void>
}

/** Reads the body of an answer as a stream of events. */
export function readEventStream<Event = GenerationEvent>(response: Response): EventStream<Event> {
  const reader = response.body?.getReader()
  if (!reader) throw new Error('An answer without a body is no stream')
  const blocks = readBlocks(reader)
  const nextBlock = async () => (await blocks.next()).value
  const next = async () => {
    for (;;) {
      const block = await nextBlock()
      if (block === undefined) return undefined
      const data = /^data: (.*)$/m.exec(block)?.[1]
      if (data !== undefined) return JSON.parse(data) as Event
    }
  }
  return {
    response,
    next,
    nextBlock,
    async rest() {
      const events: Event[] = []
      for (let event = await next(); event; event = await next()) events.push(event)
      return events
    },
    close: () => reader.cancel(),
  }
}

async function* readBlocks(reader: ReadableStreamDefaultReader<Uint8Array>): AsyncGenerator<string, undefined> {
  const decoder = new TextDecoder()
  let text = ''
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return undefined
    text += decoder.decode(value, { stream: true })
    const whole = text.split('\n\n')
    text = whole.pop() ?? ''
    yield* whole
  }
}
