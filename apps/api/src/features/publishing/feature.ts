import type { Feature } from '#features/feature.ts'
import type { Waker } from '#jobs/waker.ts'
import type { Metrics } from '#shared/metrics.ts'
import { createDispatcher } from './engine/dispatcher.ts'
import { createFollower } from './follow-up/follower.ts'
import type { StepDependencies } from './engine/step.ts'
import type { PublishingDependencies } from './routes.ts'
import { createPublishingRoutes } from './routes.ts'
import { createScheduler } from './scheduler.ts'

interface PublishingParts extends PublishingDependencies, StepDependencies {
  readonly waker: Waker
  readonly metrics: Metrics
}

/** What becomes of drafts: what was begun is posted, and what is due of the schedule is begun. */
export function createPublishing(parts: PublishingParts) {
  const dispatcher = createDispatcher(parts)
  const scheduler = createScheduler({ ...parts, onBegun: dispatcher.notify })
  parts.waker.on('items', dispatcher.notify)
  parts.waker.on('schedule', scheduler.notify)
  const follower = createFollower(parts)
  parts.waker.on('follow_ups', follower.notify)
  return {
    routes: { posts: createPublishingRoutes(parts) },
    loops: [dispatcher, scheduler, follower],
  } satisfies Feature
}
