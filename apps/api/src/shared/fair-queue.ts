/** Runs some work at a time, and takes turns between those who asked for it. */
export interface FairQueue {
  /**
   * Runs work once its turn has come: the owners that wait are served one after another, each its own work in the order it came.
   *
   * @param owner who asked, such as the id of a workspace
   * @returns undefined, and nothing is run, while the owner has as much waiting as it may
   */
  tryRun<T>(owner: string, work: () => Promise<T>): Promise<T> | undefined
}

interface QueueLimits {
  /** Pieces of work that run at the same time. */
  readonly parallel: number
  /** Pieces of work of one owner that wait. */
  readonly waitingPerOwner: number
}

export function createFairQueue({ parallel, waitingPerOwner }: QueueLimits): FairQueue {
  // In the order of their turns.
  const waiting = new Map<string, (() => void)[]>()
  let running = 0

  const startNext = () => {
    const [next] = waiting
    if (next === undefined) {
      running -= 1
      return
    }
    const [owner, starts] = next
    const start = starts.shift()
    // Behind all others, if it has more.
    waiting.delete(owner)
    if (starts.length > 0) waiting.set(owner, starts)
    start?.()
  }

  return {
    tryRun(owner, work) {
      if (running < parallel) {
        running += 1
        return work().finally(startNext)
      }
      const starts = waiting.get(owner) ?? []
      if (starts.length >= waitingPerOwner) return undefined
      const turn = Promise.withResolvers<void>()
      starts.push(turn.resolve)
      waiting.set(owner, starts)
      return turn.promise.then(work).finally(startNext)
    },
  }
}
