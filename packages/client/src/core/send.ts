import { APIError } from '../errors/api-error.ts'
import { APIConnectionError, APITimeoutError } from '../errors/connection-errors.ts'
import type { Attempt } from './attempt.ts'
import { attempt } from './attempt.ts'
import { isRetryable, retryDelay } from './retry.ts'
import { sleep } from './runtime.ts'

/** Sends a request until it is answered, or there is no use in trying on. */
export async function sendWithRetries<Read>(options: Omit<Attempt<Read>, 'number'>): Promise<Read> {
  const { config, runtime, request } = options
  for (let number = 0; ; number += 1) {
    try {
      return await attempt({ ...options, number })
    } catch (error) {
      if (number >= request.maxRetries || !mayPass(error)) throw error
      const delay = retryDelay(number, error instanceof APIError ? error.retryAfter : undefined, runtime)
      config.logger?.warn('powerpost: trying again', { url: request.url, delay, error: String(error) })
      await sleep(runtime, delay, request.signal)
    }
  }
}

/** Whether what went wrong may go well another time. */
export function mayPass(error: unknown): boolean {
  if (error instanceof APIError) return isRetryable(error)
  return error instanceof APIConnectionError || error instanceof APITimeoutError
}
