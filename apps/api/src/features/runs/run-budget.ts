import type { Clock } from '#shared/clock.ts'
import type { StartTimer } from '#shared/timer.ts'
import type { StoredRun } from './runs.repository.ts'

export interface BudgetDependencies {
  readonly clock: Clock
  readonly startTimer: StartTimer
}

/** The time that is left for a run, over all its attempts and the waits between them. */
export interface RunBudget {
  /** Aborted when the time is over, or when the attempt is stopped. */
  readonly signal: AbortSignal
  /** Whether the time ran out before the attempt was stopped. */
  isOver(): boolean
  /** Whole seconds; `Infinity` for a run without a limit. */
  secondsLeft(): number
  /** The attempt is over. */
  clear(): void
}

interface BudgetOptions {
  readonly run: Pick<StoredRun, 'waiting_since'>
  /** In all. Absent: no limit but that of each attempt. */
  readonly seconds: number | undefined
  /** Of the attempt. */
  readonly signal: AbortSignal
}

/** Starts the clock of an attempt. `clear` must be called. */
export function startBudget(
  { clock, startTimer }: BudgetDependencies,
  { run, seconds, signal }: BudgetOptions,
): RunBudget {
  const since = run.waiting_since
  if (seconds === undefined || since === null) {
    return { signal, isOver: () => false, secondsLeft: () => Infinity, clear: () => undefined }
  }
  const controller = new AbortController()
  const millisecondsLeft = () => Math.max(0, since.getTime() + seconds * 1000 - clock.now().getTime())
  const stop = startTimer(millisecondsLeft(), () => controller.abort(new Error('The time of the run is over')))
  return {
    signal: AbortSignal.any([signal, controller.signal]),
    isOver: () => controller.signal.aborted && !signal.aborted,
    secondsLeft: () => Math.floor(millisecondsLeft() / 1000),
    clear: stop,
  }
}
