import { APIConnectionError, APITimeoutError, NotFoundError } from '@powerpost/client'

// An older server has no such route, and some networks buffer streams.
const UNAVAILABLE = [NotFoundError, APIConnectionError, APITimeoutError]

/** Reads a stream of events to its end. Where there is none, it returns: the caller polls for the end. */
export async function followEvents<Event>(
  events: AsyncIterable<Event>,
  onEvent: (event: Event) => void,
): Promise<void> {
  try {
    for await (const event of events) onEvent(event)
  } catch (error) {
    if (!UNAVAILABLE.some((kind) => error instanceof kind)) throw error
  }
}
