import type { Feature } from '#features/feature.ts'
import { removeConnections } from './connections.repository.ts'
import type { ConnectionDependencies } from './routes.ts'
import { createConnectionRoutes } from './routes.ts'
import { sweepConnectionRequests } from './sweep-connection-requests.ts'

const SWEEP_EVERY_MS = 60 * 60_000

/** The accounts on platforms that a workspace may publish to. */
export function createConnections(parts: ConnectionDependencies) {
  return {
    routes: { connections: createConnectionRoutes(parts) },
    sweeps: [
      { name: 'sweeping connection requests', everyMs: SWEEP_EVERY_MS, work: () => sweepConnectionRequests(parts) },
    ],
    purgeRows: removeConnections,
  } satisfies Feature
}
