import type { Logger } from '#shared/logger.ts'
import type { Metrics, WorkEnd } from '#shared/metrics.ts'
import { createPoller } from '#shared/poller.ts'
import type { StartTimer } from '#shared/timer.ts'
import { startSystemTimer } from '#shared/timer.ts'
import type { Slots, WorkOutcome } from './slots.ts'

/** Works through a table whose rows are jobs: claims what is due under a lease, and runs it in this process. */
export interface LeaseWorker {
  start(): void
  /** There may be due work now. */
  notify(): void
  /** Claims no more, gives what runs `graceMs` to end, and gives back the rest. */
  stop(graceMs: number): Promise<void>
}

export interface DueLanes {
  /** The lanes that may have due work, the most urgent first. */
  readonly lanes: readonly string[]
  /** In how many milliseconds the next work is due that is not due yet, where that is known. */
  readonly nextInMs?: number | undefined
}

interface ClaimRequest {
  /** How much to claim at most in each lane. A full lane is left out. */
  readonly slots: ReadonlyMap<string, number>
  /** The ids of what this process runs. */
  readonly runningIds: readonly string[]
}

interface RunOptions<Work> {
  /** Aborted when the grace of a stop is over. */
  readonly signal: AbortSignal
  /** Replaces the work as it is held: its lease is extended, and it is given back, as it was recorded last. */
  readonly onProgress: (work: Work) => void
}

interface LeaseExtension<Work> {
  readonly everyMs: number
  /** Extends the leases of everything that runs. */
  readonly extend: (held: readonly Work[]) => Promise<void>
}

export interface LeaseWorkerOptions<Work> {
  /** What the work is, for the log. */
  readonly name: string
  readonly logger: Logger
  readonly metrics: Metrics
  /** While something runs: a step that ended may have made another one due. */
  readonly pollEveryMs: number
  /** In how many milliseconds the next work is due, where `findDueLanes` does not say so. Asked when nothing runs. */
  readonly findNextDueMs?: () => Promise<number | undefined>
  /** While a lane may have more due work, it polls again after so many completions: a poll may cost as much as the work. @default 1 */
  readonly pollAfterCompletions?: number
  readonly slots: Slots
  readonly laneOf: (work: Work) => string
  readonly findDueLanes: () => Promise<DueLanes>
  readonly claim: (request: ClaimRequest) => Promise<readonly Work[]>
  readonly run: (work: Work, options: RunOptions<Work>) => Promise<WorkOutcome>
  /** Releases the lease of work that was not finished because the process stops. */
  readonly giveBack: (work: Work) => Promise<void>
  /** Whether an error says that another process holds the work by now. @default it never does */
  readonly isLost?: (error: unknown) => boolean
  /** Work failed without a stop. What is not released here is claimed again when its lease ends. */
  readonly onError: (work: Work, error: unknown) => Promise<void>
  /** Absent: no work outlives its lease. */
  readonly extension?: LeaseExtension<Work>
  readonly startTimer?: StartTimer | undefined
}

/** For what was not announced: the work of processes that died, and a clock that was set. */
const SAFETY_LOOK_MS = 15_000

export function createLeaseWorker<Work extends { readonly id: string }>(
  options: LeaseWorkerOptions<Work>,
): LeaseWorker {
  const { name, logger, slots, laneOf, extension, startTimer = startSystemTimer } = options
  /** What runs, as it was recorded last. */
  const held = new Map<string, Work>()
  const runs = new Set<Promise<void>>()
  const ending = new AbortController()
  let mayHaveMore = false
  let completions = 0
  let stopExtending: (() => void) | undefined
  const poller = createPoller({
    everyMs: SAFETY_LOOK_MS,
    poll,
    onError: (err) => logger.warn({ err }, `polling for ${name} failed`),
    startTimer,
  })

  async function poll(): Promise<number | undefined> {
    const { lanes, nextInMs } = await options.findDueLanes()
    const free = slots.free(lanes)
    completions = 0
    const claimed = free.size === 0 ? [] : await options.claim({ slots: free, runningIds: [...held.keys()] })
    const counts = Map.groupBy(claimed, laneOf)
    // A lane that used all of its slots may have more; a full one is missing in `free`, and counts as such.
    mayHaveMore = lanes.some((lane) => (counts.get(lane)?.length ?? 0) >= (free.get(lane) ?? 0))
    for (const work of claimed) begin(work)
    if (held.size > 0) return Math.min(nextInMs ?? Infinity, options.pollEveryMs)
    return nextInMs ?? (await options.findNextDueMs?.())
  }

  function begin(work: Work): void {
    held.set(work.id, work)
    slots.begin(laneOf(work))
    extendLater()
    const run = runWork(work).then((outcome) => {
      held.delete(work.id)
      slots.end(laneOf(work), outcome)
      runs.delete(run)
      completions += 1
      const { pollAfterCompletions = 1 } = options
      if (mayHaveMore && (completions >= pollAfterCompletions || held.size === 0)) poller.notify()
    })
    runs.add(run)
  }

  /** Never rejects. */
  async function runWork(work: Work): Promise<WorkOutcome> {
    const start = performance.now()
    const count = (end: WorkEnd) =>
      options.metrics.countWork({ kind: name, end, seconds: (performance.now() - start) / 1000 })
    try {
      const outcome = await options.run(work, { signal: ending.signal, onProgress: (next) => held.set(next.id, next) })
      count(outcome === 'succeeded' ? 'completed' : 'failed')
      return outcome
    } catch (error) {
      count(options.isLost?.(error) ? 'lost' : 'failed')
      const latest = held.get(work.id) ?? work
      const released = ending.signal.aborted ? options.giveBack(latest) : options.onError(latest, error)
      await released.catch((err: unknown) => {
        logger.warn({ err, id: work.id }, `${name}: a lease was not given back, and ends by itself`)
      })
      return 'failed'
    }
  }

  function extendLater(): void {
    if (!extension || stopExtending) return
    stopExtending = startTimer(extension.everyMs, () => {
      stopExtending = undefined
      if (held.size === 0) return
      extendLater()
      const onError = (err: unknown) => logger.warn({ err }, `${name}: leases were not extended`)
      extension.extend([...held.values()]).catch(onError)
    })
  }

  return {
    notify: poller.notify,
    start: poller.start,
    async stop(graceMs) {
      await poller.stop()
      const stopGrace = startTimer(graceMs, () => ending.abort(new Error('the server stops')))
      await Promise.all(runs)
      stopGrace()
      stopExtending?.()
    },
  }
}
