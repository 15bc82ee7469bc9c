import { Worker } from 'node:worker_threads'
import { limitParallel } from '#shared/limit-parallel.ts'
import type { Card } from '../card.ts'
import type { CardBrief } from '../compose-card.ts'
import type { FromComposer, ToComposer } from './messages.ts'

/** Without work for so long, the thread ends and its fonts with it. */
const IDLE_MS = 60_000
/**
 * What is typed into a card is hostile: more than a card ever takes. In time that the thread computed, not in time that went
 * by: on a busy machine an honest card may wait for minutes.
 */
const LONGEST_CPU_MS = 20_000
/** How often that is looked at. */
const LOOK_MS = 1000
const MAX_HEAP_MB = 256

/**
 * Composes cards in a thread of its own, one at a time: shaping text never yields, and a server must go on answering. The
 * thread starts with the first card and does not keep the process alive.
 */
export class ComposerThread {
  readonly #inTurn = limitParallel(1)
  #worker: Worker | undefined
  #idle: NodeJS.Timeout | undefined
  #lastId = 0

  /** @throws the signal's reason; an aborted card that is half composed takes the thread with it */
  compose(brief: CardBrief, signal: AbortSignal): Promise<Card | undefined> {
    return this.#inTurn(async () => {
      signal.throwIfAborted()
      clearTimeout(this.#idle)
      const worker = (this.#worker ??= this.#start())
      try {
        return await this.#ask(worker, brief, signal)
      } finally {
        this.#idle = setTimeout(() => this.#end(worker), IDLE_MS).unref()
      }
    }, signal)
  }

  #start(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    })
    worker.unref()
    return worker
  }

  async #ask(worker: Worker, brief: CardBrief, signal: AbortSignal): Promise<Card | undefined> {
    const id = (this.#lastId += 1)
    const answer = Promise.withResolvers<Card | undefined>()
    const take = (message: FromComposer) => {
      if (message.id !== id) return
      if ('error' in message) answer.reject(message.error)
      else answer.resolve(message.card)
    }
    const fail = (cause: unknown) => {
      this.#end(worker)
      answer.reject(cause)
    }
    const onExit = (code: number) => fail(new Error(`The thread that composes cards ended with code ${code}`))
    const onAbort = () => fail(signal.reason)
    const watch = watchCpu(worker, () => fail(new Error(`A card took over ${LONGEST_CPU_MS} ms of computing`)))
    worker.on('message', take).once('error', fail).once('exit', onExit)
    signal.addEventListener('abort', onAbort, { once: true })
    try {
      const asked: ToComposer = { id, brief }
      // While it is asked, the process waits for it.
      worker.ref()
      worker.postMessage(asked)
      return await answer.promise
    } finally {
      watch.stop()
      worker.unref()
      worker.off('message', take).off('error', fail).off('exit', onExit)
      signal.removeEventListener('abort', onAbort)
    }
  }

  #end(worker: Worker): void {
    if (this.#worker === worker) this.#worker = undefined
    // A late error of what was ended is nobody's.
    worker.on('error', () => {})
    void worker.terminate()
  }
}

/** Calls back once a thread has computed for too long from now on. */
function watchCpu(worker: Worker, onTooLong: () => void): { readonly stop: () => void } {
  let first: number | undefined
  const look = async () => {
    // A thread that has ended has no usage, and is reported by its own event.
    const usage = await worker.cpuUsage().catch(() => undefined)
    if (!usage) return
    const used = (usage.user + usage.system) / 1000
    first ??= used
    if (used - first > LONGEST_CPU_MS) onTooLong()
  }
  const timer = setInterval(() => void look(), LOOK_MS).unref()
  return { stop: () => clearInterval(timer) }
}
