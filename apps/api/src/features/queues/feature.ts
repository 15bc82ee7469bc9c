import type { Feature } from '#features/feature.ts'
import { removeQueues } from './queues.repository.ts'
import type { QueueDependencies } from './routes.ts'
import { createQueueRoutes } from './routes.ts'

/** Times of the week at which posts of a workspace are published. */
export function createQueues(parts: QueueDependencies) {
  return {
    routes: { queues: createQueueRoutes(parts) },
    purgeRows: removeQueues,
  } satisfies Feature
}
