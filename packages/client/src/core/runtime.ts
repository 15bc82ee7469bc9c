import { APIUserAbortError } from '../errors/connection-errors.ts'

/** What the client takes from the world besides `fetch`: tests hand in their own. */
export interface Runtime {
  /** The time, in milliseconds since 1970. */
  now(): number
  /** A number from 0 up to, not including, 1. */
  random(): number
  /** Calls `fire` once after so many milliseconds, unless the timer was stopped before. Answers how to stop it. */
  startTimer(milliseconds: number, fire: () => void): () => void
}

/** Timers of more would be over at once: 2^31 - 1, 24 days. */
const LONGEST_TIMER_MS = 2_147_483_647

export const systemRuntime: Runtime = {
  now: () => Date.now(),
  random: () => Math.random(),
  startTimer(milliseconds, fire) {
    const timer = setTimeout(fire, Math.min(milliseconds, LONGEST_TIMER_MS))
    return () => clearTimeout(timer)
  },
}

/** Waits; an abort ends the wait at once, with an `APIUserAbortError`. */
export async function sleep(runtime: Runtime, milliseconds: number, signal?: AbortSignal): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    if (signal?.aborted) return reject(new APIUserAbortError(signal.reason))
    const abort = () => {
      stop()
      reject(new APIUserAbortError(signal?.reason))
    }
    const stop = runtime.startTimer(milliseconds, () => {
      signal?.removeEventListener('abort', abort)
      resolve()
    })
    signal?.addEventListener('abort', abort, { once: true })
  })
}
