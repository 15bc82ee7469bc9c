import { Duplex } from 'node:stream'
import type { DatabaseThread } from './database-thread.ts'
import { RequestSplitter } from './frames.ts'

const TERMINATE = 'X'.charCodeAt(0)

/**
 * What node-postgres takes for a socket to a server: the server is the embedded database's thread.
 *
 * So both databases are spoken to by one driver, with the same types, errors and transactions.
 */
export class ConnectionStream extends Duplex {
  readonly #thread: DatabaseThread
  readonly #splitter = new RequestSplitter()

  constructor(thread: DatabaseThread) {
    super()
    this.#thread = thread
  }

  /** node-postgres calls these of a socket. */
  connect(): this {
    setImmediate(() => this.emit('connect'))
    return this
  }
  setNoDelay(): this {
    return this
  }
  setKeepAlive(): this {
    return this
  }
  ref(): this {
    return this
  }
  unref(): this {
    return this
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    for (const request of this.#splitter.push(chunk)) {
      if (request[0] === TERMINATE) this.push(null)
      else this.#thread.request(request, (answer) => this.destroyed || this.push(answer))
    }
    done()
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#thread.reset()
    done(error)
  }
}
