/** Looks for work when it is told that there is some, and now and again anyway. One look at a time. */
export interface Lookout {
  start(): void
  /** There may be something to do. */
  wake(): void
  /** Begins no more looks, and waits for the one under way. */
  stop(): Promise<void>
}

interface LookoutOptions {
  /** For what nobody wakes it for. */
  readonly everyMs: number
  readonly look: () => Promise<void>
  /** Of a look that failed: there will be another. */
  readonly onError: (error: unknown) => void
}

export function createLookout({ everyMs, look, onError }: LookoutOptions): Lookout {
  let timer: NodeJS.Timeout | undefined
  let state: 'new' | 'working' | 'stopped' = 'new'
  let looking: Promise<void> | undefined
  let lookAgain = false

  function wake(): void {
    if (state !== 'working') return
    lookAgain = true
    looking ??= lookWhileWoken()
  }

  async function lookWhileWoken(): Promise<void> {
    while (lookAgain) {
      lookAgain = false
      await look().catch(onError)
    }
    looking = undefined
  }

  return {
    wake,
    start() {
      state = 'working'
      timer = setInterval(wake, everyMs).unref()
      wake()
    },
    async stop() {
      state = 'stopped'
      lookAgain = false
      clearInterval(timer)
      await looking
    },
  }
}
