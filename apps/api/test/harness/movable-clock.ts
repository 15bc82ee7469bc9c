import type { Clock } from '#shared/clock.ts'

interface Step {
  readonly hours?: number
  readonly minutes?: number
  readonly seconds?: number
}

/** A clock that runs, and that a test can put forward. */
export interface MovableClock extends Clock {
  move(step: Step): void
}

export function createMovableClock(): MovableClock {
  let offset = 0
  return {
    now: () => new Date(Date.now() + offset),
    move({ hours = 0, minutes = 0, seconds = 0 }) {
      offset += ((hours * 60 + minutes) * 60 + seconds) * 1000
    },
  }
}
