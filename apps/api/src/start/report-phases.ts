import type { StartTimer } from '#shared/timer.ts'

/** A start that takes longer says what it is doing. */
const PATIENCE_MS = 2_000

/** What a start does, in its order. */
export type StartPhase =
  | 'opening the database'
  | 'migrating the database'
  | 'starting the job queue'
  | 'putting the server together'
  | 'taking up unfinished work'

/** What a start is doing now. */
export interface PhaseReport {
  enter(phase: StartPhase): void
  /** The start has ended: nothing more is written. */
  end(): void
}

interface PhaseReportOptions {
  readonly write: (line: string) => void
  readonly startTimer: StartTimer
  /** How long the process has run already, in milliseconds. */
  readonly elapsedMs: number
}

/** Names the phases of a start, one line each, from the moment when it has taken two seconds. A quick start writes nothing. */
export function reportPhases({ write, startTimer, elapsedMs }: PhaseReportOptions): PhaseReport {
  let current: StartPhase | undefined
  let isSlow = false
  const say = () => {
    if (current !== undefined) write(`PowerPost is starting: ${current} ...\n`)
  }
  const stop = startTimer(Math.max(0, PATIENCE_MS - elapsedMs), () => {
    isSlow = true
    say()
  })
  return {
    enter(phase) {
      current = phase
      if (isSlow) say()
    },
    end() {
      stop()
      current = undefined
    },
  }
}
