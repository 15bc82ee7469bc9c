export type InTurn = <T>(run: () => Promise<T>, signal?: AbortSignal) => Promise<T>

/**
 * Runs at most so many at a time; the others wait in the order they came.
 *
 * @throws the signal's reason when aborted while waiting, and whatever `run` throws
 */
export function limitParallel(max: number): InTurn {
  let running = 0
  const waiting = new Set<() => void>()

  return async (run, signal) => {
    signal?.throwIfAborted()
    if (running >= max) await waitForTurn(waiting, signal)
    else running += 1
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

function waitForTurn(waiting: Set<() => void>, signal: AbortSignal | undefined): Promise<void> {
  const turn = Promise.withResolvers<void>()
  const leave = () => {
    waiting.delete(start)
    signal?.removeEventListener('abort', onAbort)
  }
  const start = () => {
    leave()
    turn.resolve()
  }
  const onAbort = () => {
    leave()
    turn.reject(signal?.reason)
  }
  waiting.add(start)
  signal?.addEventListener('abort', onAbort, { once: true })
  return turn.promise
}
