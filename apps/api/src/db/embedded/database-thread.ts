import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Notification } from './frames.ts'
import { takeNotifications } from './frames.ts'
import { keepFromOptimizing } from './keep-from-optimizing.ts'
import type { FromWorker, ToWorker, WorkerOptions } from './messages.ts'

interface DatabaseThreadOptions extends WorkerOptions {
  /** The thread ended by itself: nothing can be asked of the database any more. */
  readonly onCrash: (error: Error) => void
}

/** The files of the database are damaged, or there is no room for them. */
export class DatabaseUnopenableError extends Error {
  override readonly name = 'DatabaseUnopenableError'
}

/** The thread that runs the embedded database, and the one way to speak to it. */
export class DatabaseThread {
  readonly #worker: Worker
  readonly #waiting = new Map<number, (answer: Buffer) => void>()
  readonly #listeners = new Set<(notification: Notification) => void>()
  #lastId = 0
  #closing = false

  private constructor(options: DatabaseThreadOptions) {
    const { onCrash, ...workerOptions } = options
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: workerOptions })
    this.#worker.on('message', (message: FromWorker) => this.#take(message))
    // Until it is ready, `start` gets errors, by the promise it waits for.
    this.#worker.once('message', () => {
      this.#worker.on('error', onCrash)
      this.#worker.on('exit', (code) => {
        if (!this.#closing) onCrash(new Error(`The embedded database ended with code ${code}`))
      })
    })
  }

  static async start(options: DatabaseThreadOptions): Promise<DatabaseThread> {
    const letOptimize = keepFromOptimizing()
    const thread = new DatabaseThread(options)
    try {
      await once(thread.#worker, 'message')
    } catch (cause) {
      throw new DatabaseUnopenableError(`The embedded database in ${options.directory} cannot be opened`, { cause })
    } finally {
      letOptimize()
    }
    return thread
  }

  /** Sends one whole request and gives its answer to `onAnswer`. Requests are answered in their order. */
  request(bytes: Buffer, onAnswer: (answer: Buffer) => void): void {
    this.#lastId += 1
    this.#waiting.set(this.#lastId, onAnswer)
    // A copy of its own, which is handed over: node-postgres uses its buffer again.
    const copy = new Uint8Array(bytes)
    this.#tell({ kind: 'request', id: this.#lastId, bytes: copy }, [copy.buffer])
  }

  /** Rolls back what a connection that is gone left open. */
  reset(): void {
    if (!this.#closing) this.#tell({ kind: 'reset' })
  }

  onNotification(listener: (notification: Notification) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Copies the files of the database, as they are after the requests before. */
  async copyFiles(to: string): Promise<void> {
    const copied = new Promise<Error | undefined>((resolve) => {
      const take = (message: FromWorker) => {
        if (message.kind !== 'copied') return
        this.#worker.off('message', take)
        resolve(message.error)
      }
      this.#worker.on('message', take)
    })
    this.#tell({ kind: 'copy', to })
    const error = await copied
    if (error) throw error
  }

  async close(): Promise<void> {
    this.#closing = true
    const exited = once(this.#worker, 'exit')
    const closed = new Promise<void>((resolve) => {
      this.#worker.on('message', (message: FromWorker) => message.kind === 'closed' && resolve())
    })
    this.#tell({ kind: 'close' })
    await Promise.race([closed, exited])
    await this.#worker.terminate()
  }

  #tell(message: ToWorker, handedOver: readonly ArrayBuffer[] = []): void {
    this.#worker.postMessage(message, handedOver)
  }

  #take(message: FromWorker): void {
    if (message.kind !== 'answer') return
    const { answer, notifications } = takeNotifications(
      Buffer.from(message.bytes.buffer, message.bytes.byteOffset, message.bytes.byteLength),
    )
    this.#waiting.get(message.id)?.(answer)
    this.#waiting.delete(message.id)
    for (const notification of notifications) for (const listener of this.#listeners) listener(notification)
  }
}
