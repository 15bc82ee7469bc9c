import type { Feature } from '#features/feature.ts'
import type { JobQueue } from '#jobs/queue.ts'
import type { HandlerDependencies } from './handle-runs.ts'
import { createRunHandlers } from './handle-runs.ts'
import type { RunJobs } from './jobs.ts'
import { recoverRuns } from './recover-runs.ts'
import { sweepRunEvents } from './sweep-run-events.ts'
import type { RunFeed } from './watch/run-feed.ts'

const SWEEP_EVERY_MS = 60 * 60_000

interface RunParts extends Omit<HandlerDependencies, 'announce'> {
  readonly queue: JobQueue<RunJobs>
  readonly feed: RunFeed
}

/** Work that costs credits, takes a while, ends once, and is refunded when it fails. */
export function createRuns(parts: RunParts) {
  return {
    jobs: createRunHandlers({ ...parts, announce: parts.feed.announce }),
    recover: () => recoverRuns(parts),
    sweeps: [{ name: 'sweeping events of runs', everyMs: SWEEP_EVERY_MS, work: () => sweepRunEvents(parts) }],
    drain: () => parts.feed.stop(),
  } satisfies Feature
}
