import type { Feature } from '#features/feature.ts'
import type { JobHandlers } from '#jobs/worker.ts'
import { createDispatcher } from './engine/dispatcher.ts'
import type { StepDependencies } from './engine/step.ts'
import type { PublishingJobs } from './jobs.ts'
import type { PublishingDependencies } from './routes.ts'
import { createPublishingRoutes } from './routes.ts'
import { createScheduler } from './scheduler.ts'

interface PublishingParts extends PublishingDependencies, StepDependencies {}

/** What becomes of drafts: what was begun is posted, and what is due of the schedule is begun. */
export function createPublishing(parts: PublishingParts) {
  const dispatcher = createDispatcher(parts)
  const scheduler = createScheduler({ ...parts, onBegun: dispatcher.notify })
  const jobs: JobHandlers<PublishingJobs> = { 'publish-items': async () => dispatcher.notify() }
  return {
    routes: { posts: createPublishingRoutes(parts) },
    jobs,
    loops: [dispatcher, scheduler],
  } satisfies Feature
}
