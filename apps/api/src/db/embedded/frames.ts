const STARTUP_HEADER = 4
const MESSAGE_HEADER = 5

/** After these a backend answers and is ready for more: simple query, sync, terminate. */
const ENDS_OF_REQUEST = new Set([...'QSX'].map((type) => type.charCodeAt(0)))

/**
 * Cuts what a PostgreSQL client writes into whole requests: all messages up to one that the backend answers.
 *
 * An extended query is five messages. Given to the embedded backend one at a time, an error in the second is answered
 * at once and the rest answered again as if nothing had happened. Whole, they are answered as a real server does.
 *
 * @see https://www.postgresql.org/docs/current/protocol-message-formats.html
 */
export class RequestSplitter {
  #pending: Buffer = Buffer.alloc(0)
  #started = false

  /** Takes the next bytes and gives the requests that are whole by now. */
  push(chunk: Buffer): Buffer[] {
    this.#pending = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk])
    const requests: Buffer[] = []
    let end = 0
    for (let next = this.#endOfMessage(0); next !== undefined; next = this.#endOfMessage(next.end)) {
      if (!next.endsRequest) continue
      requests.push(this.#pending.subarray(end, next.end))
      end = next.end
    }
    this.#pending = this.#pending.subarray(end)
    return requests
  }

  /** Where the message at `start` ends; undefined while it is not whole. */
  #endOfMessage(start: number): { end: number; endsRequest: boolean } | undefined {
    const bytes = this.#pending
    if (!this.#started) {
      if (bytes.length < STARTUP_HEADER || bytes.length < bytes.readInt32BE(0)) return undefined
      this.#started = true
      return { end: bytes.readInt32BE(0), endsRequest: true }
    }
    if (bytes.length < start + MESSAGE_HEADER) return undefined
    const end = start + 1 + bytes.readInt32BE(start + 1)
    if (bytes.length < end) return undefined
    return { end, endsRequest: ENDS_OF_REQUEST.has(bytes[start] ?? 0) }
  }
}

const NOTIFICATION = 'A'.charCodeAt(0)

/** A NOTIFY as the backend announces it. */
export interface Notification {
  readonly channel: string
  readonly payload: string
}

/** Takes the notifications out of an answer: whichever client's request happened to be next, they are not its own. */
export function takeNotifications(answer: Buffer): { answer: Buffer; notifications: Notification[] } {
  const notifications: Notification[] = []
  const rest: Buffer[] = []
  for (let start = 0; start + MESSAGE_HEADER <= answer.length;) {
    const end = start + 1 + answer.readInt32BE(start + 1)
    const message = answer.subarray(start, end)
    if (message[0] === NOTIFICATION) notifications.push(readNotification(message))
    else rest.push(message)
    start = end
  }
  return notifications.length === 0 ? { answer, notifications } : { answer: Buffer.concat(rest), notifications }
}

const PROCESS_ID_LENGTH = 4

function readNotification(message: Buffer): Notification {
  const channelStart = MESSAGE_HEADER + PROCESS_ID_LENGTH
  const channelEnd = message.indexOf(0, channelStart)
  const payloadEnd = message.indexOf(0, channelEnd + 1)
  return {
    channel: message.toString('utf8', channelStart, channelEnd),
    payload: message.toString('utf8', channelEnd + 1, payloadEnd),
  }
}
