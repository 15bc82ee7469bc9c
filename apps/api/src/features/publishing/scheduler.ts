import { createPoller } from '#shared/poller.ts'
import type { DueDependencies } from './publish-due.ts'
import { publishDue } from './publish-due.ts'
import { findNextScheduled } from './schedule.repository.ts'

/** Publishes scheduled posts at their time, in this process. */
export interface Scheduler {
  start(): void
  /** The schedule has changed. */
  notify(): void
  stop(): Promise<void>
}

/**
 * How often the schedule is read when nothing is due before. No timer counts down to a post, only to the next look: what is due is
 * read again each time, so that neither a restart nor a clock that was set makes one early or lost.
 */
const SAFETY_LOOK_MS = 15_000

/** What is due and was not begun is locked by somebody, or could not be. */
const RETRY_MS = 500

export function createScheduler(dependencies: DueDependencies): Scheduler {
  const ending = new AbortController()
  const { db, clock } = dependencies
  const poller = createPoller({
    everyMs: SAFETY_LOOK_MS,
    startTimer: clock.startTimer,
    async poll() {
      await publishDue(dependencies, ending.signal)
      const next = await findNextScheduled(db)
      return next && Math.max(next.getTime() - clock.now().getTime(), RETRY_MS)
    },
    onError: (err) => dependencies.logger.warn({ err }, 'polling for scheduled posts failed'),
  })
  return {
    start: poller.start,
    notify: poller.notify,
    async stop() {
      ending.abort()
      await poller.stop()
    },
  }
}
