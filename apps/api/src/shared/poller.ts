import type { StartTimer } from './timer.ts'
import { startSystemTimer } from './timer.ts'

/** Polls for work when it is notified, and at an interval. One poll at a time. */
export interface Poller {
  start(): void
  /** There may be work now. */
  notify(): void
  /** Starts no more polls, and waits for the one that runs. */
  stop(): Promise<void>
}

export interface PollerOptions {
  /** The longest time between two polls: the safety look, for work that comes without a notification. */
  readonly everyMs: number
  /** Returns in how many milliseconds the next work is due, where it knows: then it is polled earlier. */
  readonly poll: () => Promise<number | undefined>
  /** A poll failed; there will be another. */
  readonly onError: (error: unknown) => void
  readonly startTimer?: StartTimer | undefined
}

/** So that work which is due, and cannot be done yet, is not polled for in a loop. */
const SHORTEST_SLEEP_MS = 20

/** After a poll that failed: what it would have found is not known. */
const RETRY_MS = 1_000

export function createPoller({ everyMs, poll, onError, startTimer = startSystemTimer }: PollerOptions): Poller {
  let state: 'new' | 'running' | 'stopped' = 'new'
  let notified = false
  let polling: Promise<void> | undefined
  let stopTimer: (() => void) | undefined

  function notify(): void {
    if (state !== 'running') return
    notified = true
    polling ??= pollWhileNotified()
  }

  async function pollWhileNotified(): Promise<void> {
    stopTimer?.()
    let dueInMs: number | undefined
    while (notified) {
      notified = false
      dueInMs = await pollOnce()
    }
    polling = undefined
    if (state === 'running') stopTimer = startTimer(sleepMs(dueInMs), notify)
  }

  async function pollOnce(): Promise<number | undefined> {
    try {
      return await poll()
    } catch (error) {
      onError(error)
      return RETRY_MS
    }
  }

  function sleepMs(dueInMs: number = everyMs): number {
    return Math.min(Math.max(dueInMs, SHORTEST_SLEEP_MS), everyMs)
  }

  return {
    notify,
    start() {
      state = 'running'
      notify()
    },
    async stop() {
      state = 'stopped'
      notified = false
      stopTimer?.()
      await polling
    },
  }
}
