import type { Clock } from '#shared/clock.ts'
import { startSystemTimer } from '#shared/timer.ts'

interface Step {
  readonly hours?: number
  readonly minutes?: number
  readonly seconds?: number
}

/** A clock that runs, and that a test can put forward. */
export interface MovableClock extends Clock {
  move(step: Step): void
  /** For how long its timers were started that have not ended, in milliseconds, the shortest first. */
  sleeps(): number[]
}

export function createMovableClock(): MovableClock {
  let offset = 0
  /** What ends those whose time has passed, and how long each was to take. */
  const timers = new Map<() => void, number>()
  const now = () => Date.now() + offset
  return {
    now: () => new Date(now()),
    startTimer(milliseconds, fire) {
      const endsAt = now() + milliseconds
      const stop = () => {
        stopSystemTimer()
        timers.delete(endIfDue)
      }
      const end = () => {
        stop()
        fire()
      }
      const endIfDue = () => {
        if (now() >= endsAt) end()
      }
      const stopSystemTimer = startSystemTimer(milliseconds, end)
      timers.set(endIfDue, milliseconds)
      return stop
    },
    move({ hours = 0, minutes = 0, seconds = 0 }) {
      offset += ((hours * 60 + minutes) * 60 + seconds) * 1000
      const started = [...timers.keys()]
      for (const endIfDue of started) endIfDue()
    },
    sleeps: () => [...timers.values()].toSorted((one, other) => one - other),
  }
}
