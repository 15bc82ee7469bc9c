import type { Feature } from '#features/feature.ts'
import { removeConnections } from './connections.repository.ts'
import type { ConnectionDependencies } from './routes.ts'
import { createConnectionRoutes } from './routes.ts'
import { reportEnds } from './report-ends.ts'
import type { RefreshDependencies } from './tokens/refresh-tokens.ts'
import { renewDue } from './tokens/renew-due.ts'
import { sweepConnectionRequests } from './sweep-connection-requests.ts'

const SWEEP_EVERY_MS = 60 * 60_000
const RENEW_EVERY_MS = 5 * 60_000

/** The accounts on platforms that a workspace may publish to. */
export function createConnections(parts: ConnectionDependencies & RefreshDependencies) {
  return {
    routes: { connections: createConnectionRoutes(parts) },
    sweeps: [
      { name: 'sweeping connection requests', everyMs: SWEEP_EVERY_MS, work: () => sweepConnectionRequests(parts) },
      { name: 'renewing tokens', everyMs: RENEW_EVERY_MS, work: () => renewDue(parts) },
      { name: 'reporting connections that end', everyMs: RENEW_EVERY_MS, work: () => reportEnds(parts) },
    ],
    purgeRows: removeConnections,
  } satisfies Feature
}
