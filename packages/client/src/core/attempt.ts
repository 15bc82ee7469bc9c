import { APIConnectionError, APITimeoutError, APIUserAbortError } from '../errors/connection-errors.ts'
import { toAPIError } from '../errors/from-response.ts'
import { PowerPostError } from '../errors/powerpost-error.ts'
import type { Config } from './config.ts'
import type { PreparedRequest } from './request.ts'
import type { Runtime } from './runtime.ts'

export interface Attempt<Read> {
  readonly config: Config
  readonly runtime: Runtime
  readonly request: PreparedRequest
  /** What is wanted of an answer of success. */
  readonly read: (response: Response) => Promise<Read>
  /** 0 for the first. */
  readonly number: number
}

/** Sends a request once. Whatever goes wrong is thrown as a `PowerPostError`. */
export async function attempt<Read>({ config, runtime, request, read, number }: Attempt<Read>): Promise<Read> {
  const { method, url, headers, body, signal, timeout } = request
  const timer = createTimer(runtime, timeout)
  const began = runtime.now()
  config.logger?.debug('powerpost: request', { method, url, attempt: number })
  try {
    const response = await (body?.send ?? config.fetch)(url, {
      ...request.fetchOptions,
      method,
      headers,
      ...body?.open(timer.restart),
      signal: signal ? AbortSignal.any([signal, timer.signal]) : timer.signal,
      // A redirected POST would arrive as a GET, and a key should not follow anywhere.
      redirect: 'manual',
    })
    config.logger?.debug('powerpost: answer', {
      method,
      url,
      status: response.status,
      milliseconds: runtime.now() - began,
      requestId: response.headers.get('x-request-id'),
    })
    if (!response.ok) throw toAPIError(response, await response.text(), runtime.now())
    return await read(response)
  } catch (error) {
    if (error instanceof PowerPostError) throw error
    if (signal?.aborted) throw new APIUserAbortError(signal.reason)
    if (timer.signal.aborted) throw new APITimeoutError(`${method} ${url} was not answered within ${timeout} ms.`)
    throw new APIConnectionError(`${method} ${url} failed: ${reasonOf(error)}`, error)
  } finally {
    timer.stop()
  }
}

interface Timer {
  /** Aborted when the time is over. */
  readonly signal: AbortSignal
  restart(this: void): void
  stop(): void
}

function createTimer(runtime: Runtime, timeout: number): Timer {
  const controller = new AbortController()
  const start = () => runtime.startTimer(timeout, () => controller.abort())
  let stop: (() => void) | undefined = start()
  return {
    signal: controller.signal,
    restart: () => {
      // A server may answer while pieces are still on their way: no timer is to outlive the attempt.
      if (!stop) return
      stop()
      stop = start()
    },
    stop: () => {
      stop?.()
      stop = undefined
    },
  }
}

/** What lies beneath: `fetch` itself only says that it failed. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as {
    readonly cause?: { readonly code?: string; readonly message?: string }
    message?: string
  }
  return cause?.message || cause?.code || message || String(error)
}
