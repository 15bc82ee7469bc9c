import type { StartTimer } from './timer.ts'

/** Where the server takes the time from; tests hand in one they move themselves. */
export interface Clock {
  now(): Date
  /** Timers that end when so much of this clock's time has passed. @default the system's */
  readonly startTimer?: StartTimer
}

export const systemClock: Clock = { now: () => new Date() }
