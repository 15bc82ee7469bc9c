/** Runs at most so many at a time; the others wait in the order they came, or until their signal is aborted. */
export function takeTurns(max: number): <T>(run: () => Promise<T>, signal: AbortSignal) => Promise<T> {
  let running = 0
  const waiting = new Set<() => void>()
  return async (run, signal) => {
    signal.throwIfAborted()
    if (running < max) running += 1
    else await waitIn(waiting, signal)
    try {
      return await run()
    } finally {
      // The place is handed on rather than freed, so that no newcomer slips in between.
      const next = waiting.values().next().value
      if (next === undefined) running -= 1
      else next()
    }
  }
}

function waitIn(waiting: Set<() => void>, signal: AbortSignal): Promise<void> {
  const turn = Promise.withResolvers<void>()
  const leave = () => {
    waiting.delete(start)
    signal.removeEventListener('abort', onAbort)
  }
  const start = () => {
    leave()
    turn.resolve()
  }
  const onAbort = () => {
    leave()
    turn.reject(signal.reason)
  }
  waiting.add(start)
  signal.addEventListener('abort', onAbort, { once: true })
  return turn.promise
}
