import { Worker } from 'node:worker_threads'
import { PageError } from './errors.ts'
import { workerMessageSchema } from './messages.ts'
import type { PageToRead } from './messages.ts'

const ENTRY = new URL('./extract-worker.ts', import.meta.url)

/** MB. Two megabytes of HTML become some 100 MB of elements. */
const RESOURCE_LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 }

/** For a thread to start and load its parser on a busy machine: no fault of the page's. Milliseconds. */
const START_TIMEOUT_MS = 15_000

/**
 * Reads one page in a thread of its own, which is killed with whatever it was doing when its time is over: nothing of
 * one page is there when the next one is read, and no page holds up the server.
 *
 * @param options.timeoutMs milliseconds, from when the thread is ready
 * @throws PageError, or the signal's reason
 */
export async function runWorker(
  page: PageToRead,
  options: { readonly timeoutMs: number; readonly signal: AbortSignal },
): Promise<{ readonly title?: string; readonly text: string }> {
  const { timeoutMs, signal } = options
  signal.throwIfAborted()
  const outcome = Promise.withResolvers<{ title?: string; text: string }>()
  // No environment: it holds the server's secrets. No arguments: they are the server's.
  const worker = new Worker(ENTRY, { env: {}, argv: [], execArgv: [], resourceLimits: RESOURCE_LIMITS })
  let isReady = false
  let timer = setTimeout(() => outcome.reject(busy()), START_TIMEOUT_MS)
  worker.on('message', (foreign) => {
    const parsed = workerMessageSchema.safeParse(foreign)
    if (!parsed.success) outcome.reject(unreadable(parsed.error))
    else if (parsed.data.type === 'refused') outcome.reject(unreadable(new Error(parsed.data.detail)))
    else if (parsed.data.type === 'ready') {
      isReady = true
      clearTimeout(timer)
      timer = setTimeout(() => outcome.reject(unreadable(new Error(`over ${timeoutMs} ms`))), timeoutMs)
      worker.postMessage(page)
    } else {
      const { title, text } = parsed.data
      outcome.resolve({ ...(title !== undefined && { title }), text })
    }
  })
  // Out of memory among it.
  worker.on('error', (cause) => outcome.reject(isReady ? unreadable(cause) : busy(cause)))
  worker.on('exit', (code) => outcome.reject(unreadable(new Error(`exit ${code}`))))
  const onAbort = () => outcome.reject(signal.reason)
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    return await outcome.promise
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', onAbort)
    await worker.terminate()
  }
}

function unreadable(cause: unknown): PageError {
  return new PageError('unreadable', 'holds a page that cannot be read', { cause })
}

function busy(cause?: unknown): PageError {
  return new PageError('busy', 'could not be read now', { cause })
}
