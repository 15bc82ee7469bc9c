import { createPoller } from '#shared/poller.ts'
import type { DueDependencies } from './publish-due.ts'
import { publishDue } from './publish-due.ts'

/** Publishes scheduled posts at their time, in this process. */
export interface Scheduler {
  start(): void
  stop(): Promise<void>
}

/**
 * How often the schedule is read. No timer counts down to a post: what is due is read again each time, so that neither a
 * restart nor a clock that was set makes one early, late or lost.
 */
const POLL_EVERY_MS = 500

export function createScheduler(dependencies: DueDependencies): Scheduler {
  const ending = new AbortController()
  const poller = createPoller({
    everyMs: POLL_EVERY_MS,
    async poll() {
      await publishDue(dependencies, ending.signal)
      return undefined
    },
    onError: (err) => dependencies.logger.warn({ err }, 'polling for scheduled posts failed'),
  })
  return {
    start: poller.start,
    async stop() {
      ending.abort()
      await poller.stop()
    },
  }
}
