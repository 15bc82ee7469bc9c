import type { Runtime } from '../../src/core/runtime.ts'

/** The `timeout` of clients in tests, which distinguishes their time-outs from their waits. */
export const TIMEOUT = 50_000

/** A world where waits are over at once, and time-outs come when a test says so. */
export interface TestRuntime extends Runtime {
  /** The waits so far, in milliseconds. */
  readonly waits: number[]
  /** How many time-outs were started, and are not over. */
  pending(): number
  /** Lets every time-out that is running pass. */
  expire(): void
}

export function createRuntime({ random = 0, now = 1_800_000_000_000 } = {}): TestRuntime {
  let time = now
  const waits: number[] = []
  const timeouts = new Set<() => void>()
  return {
    waits,
    now: () => time,
    random: () => random,
    startTimer(milliseconds, fire) {
      if (milliseconds === TIMEOUT) {
        timeouts.add(fire)
        return () => timeouts.delete(fire)
      }
      waits.push(milliseconds)
      time += milliseconds
      queueMicrotask(fire)
      return () => {}
    },
    pending: () => timeouts.size,
    expire() {
      for (const fire of timeouts) fire()
    },
  }
}
