import { createLookout } from '#shared/lookout.ts'
import type { DueDependencies } from './publish-due.ts'
import { publishDue } from './publish-due.ts'

/** Publishes scheduled posts at their time, in this process. */
export interface Scheduler {
  start(): void
  stop(): Promise<void>
}

/**
 * How often the schedule is read. No timer counts down to a post: what is due is asked anew each time, so that neither a
 * restart nor a clock that was set makes one early, late or lost.
 */
const LOOK_EVERY_MS = 500

export function createScheduler(dependencies: DueDependencies): Scheduler {
  const ending = new AbortController()
  const lookout = createLookout({
    everyMs: LOOK_EVERY_MS,
    look: () => publishDue(dependencies, ending.signal),
    onError: (err) => dependencies.logger.warn({ err }, 'looking for scheduled posts'),
  })
  return {
    start: lookout.start,
    async stop() {
      ending.abort()
      await lookout.stop()
    },
  }
}
