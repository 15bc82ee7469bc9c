import type { Feature } from '#features/feature.ts'
import type { AuditDependencies } from './routes.ts'
import { createAuditRoutes } from './routes.ts'
import type { SweepDependencies } from './sweep-audit-log.ts'
import { sweepAuditLog } from './sweep-audit-log.ts'

const SWEEP_EVERY_MS = 60 * 60_000

/** What was done with the account, by whom. */
export function createAudit(parts: AuditDependencies & SweepDependencies) {
  return {
    routes: { account: { audit: createAuditRoutes(parts) } },
    sweeps: [{ name: 'sweeping the audit log', everyMs: SWEEP_EVERY_MS, work: () => sweepAuditLog(parts) }],
  } satisfies Feature
}
