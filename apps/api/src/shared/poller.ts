/** Polls for work when it is notified, and at an interval. One poll at a time. */
export interface Poller {
  start(): void
  /** There may be work now. */
  notify(): void
  /** Starts no more polls, and waits for the one that runs. */
  stop(): Promise<void>
}

interface PollerOptions {
  /** For work that comes without a notification. */
  readonly everyMs: number
  readonly poll: () => Promise<void>
  /** A poll failed; there will be another. */
  readonly onError: (error: unknown) => void
}

export function createPoller({ everyMs, poll, onError }: PollerOptions): Poller {
  let timer: NodeJS.Timeout | undefined
  let state: 'new' | 'running' | 'stopped' = 'new'
  let polling: Promise<void> | undefined
  let pollAgain = false

  function notify(): void {
    if (state !== 'running') return
    pollAgain = true
    polling ??= pollWhileNotified()
  }

  async function pollWhileNotified(): Promise<void> {
    while (pollAgain) {
      pollAgain = false
      await poll().catch(onError)
    }
    polling = undefined
  }

  return {
    notify,
    start() {
      state = 'running'
      timer = setInterval(notify, everyMs).unref()
      notify()
    },
    async stop() {
      state = 'stopped'
      pollAgain = false
      clearInterval(timer)
      await polling
    },
  }
}
